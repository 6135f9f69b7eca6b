using System.Collections;
using System.Reflection;

namespace ImpactEval.Statistics.Tests.BadInput;

/// <summary>Walks through all that a result shows and looks for a number that is none.</summary>
static class FiniteResult
{
    const int Deepest = 12;

    /// <summary>Where the first number stands that is not finite; null when there is none. A refusal met on the way is a refusal.</summary>
    public static string? Offence(object? result) => Offence(result, "result", []);

    static string? Offence(object? value, string path, HashSet<object> seen) => value switch
    {
        null or string or bool or Enum or int or long or uint or ulong => null,
        double number => double.IsFinite(number) ? null : $"{path} is {number}",
        IEnumerable list => list.Cast<object?>().Select((one, i) => Offence(one, $"{path}[{i}]", seen)).FirstOrDefault(found => found is not null),
        _ when IsOurs(value.GetType()) && seen.Count(one => one.GetType() == value.GetType()) < Deepest => Members(value, path, seen),
        _ => null,
    };

    static string? Members(object value, string path, HashSet<object> seen)
    {
        if (!value.GetType().IsValueType && !seen.Add(value))
            return null;
        var type = value.GetType();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.GetIndexParameters().Length == 0))
            if (Offence(property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null), $"{path}.{property.Name}", seen) is { } found)
                return found;
        // Tuples have fields.
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            if (Offence(field.GetValue(value), $"{path}.{field.Name}", seen) is { } found)
                return found;
        return null;
    }

    static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("ImpactEval", StringComparison.Ordinal) == true || type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal)
        || type.FullName.StartsWith("System.Collections.Generic.KeyValuePair", StringComparison.Ordinal);
}
