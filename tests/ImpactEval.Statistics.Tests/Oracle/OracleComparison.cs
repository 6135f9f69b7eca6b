using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace ImpactEval.Statistics.Tests.Oracle;

/// <summary>Compares what we found with what an entry expects, key by key, within the tolerance of the entry.</summary>
static class OracleComparison
{
    public static IEnumerable<string> Differences(OracleEntry entry, IReadOnlyDictionary<string, object?> found)
    {
        foreach (var property in entry.Expected.EnumerateObject().Where(property => !entry.ExtraKeys.Contains(property.Name)))
        {
            if (!found.TryGetValue(property.Name, out var value))
                yield return $"{entry.Id} {property.Name}: expected {Short(property.Value)}, found nothing";
            else
                foreach (var difference in Differences(entry, property.Name, property.Value, value))
                    yield return difference;
        }
    }

    static IEnumerable<string> Differences(OracleEntry entry, string key, JsonElement expected, object? found) => (expected.ValueKind, found) switch
    {
        (JsonValueKind.Null, null) => [],
        (JsonValueKind.Number, IConvertible) => Number(entry, key, expected.GetDouble(), found),
        (JsonValueKind.String, string text) => text == expected.GetString() ? [] : [$"{entry.Id} {key}: expected {expected}, found {text}"],
        (JsonValueKind.String, IConvertible) => Number(entry, key, Parse(expected.GetString()!), found),
        (JsonValueKind.Object, IReadOnlyDictionary<string, object?> parts) => expected.EnumerateObject().SelectMany(part =>
            parts.TryGetValue(part.Name, out var value)
                ? Differences(entry, $"{key}.{part.Name}", part.Value, value)
                : [$"{entry.Id} {key}.{part.Name}: found nothing"]),
        (JsonValueKind.Array, IEnumerable items) => Items(entry, key, [.. expected.EnumerateArray()], [.. items.Cast<object?>()]),
        (JsonValueKind.Number or JsonValueKind.String, IEnumerable items) => Items(entry, key, [expected], [.. items.Cast<object?>()]),
        _ => [$"{entry.Id} {key}: expected {Short(expected)}, found {found ?? "null"}"],
    };

    static IEnumerable<string> Items(OracleEntry entry, string key, JsonElement[] expected, object?[] found) =>
        expected.Length != found.Length
            ? [$"{entry.Id} {key}: expected {expected.Length} numbers, found {found.Length}"]
            : expected.Zip(found).SelectMany((pair, i) => Differences(entry, $"{key}[{i}]", pair.First, pair.Second));

    static IEnumerable<string> Number(OracleEntry entry, string key, double expected, object found)
    {
        var value = Convert.ToDouble(found, CultureInfo.InvariantCulture);
        if (value != expected && !(Math.Abs(value - expected) <= entry.Absolute + entry.Relative * Math.Abs(expected)))
            yield return string.Create(CultureInfo.InvariantCulture, $"{entry.Id} {key}: expected {expected:R}, found {value:R}");
    }

    static double Parse(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => OracleTable.Number(text),
    };

    static string Short(JsonElement element) => element.ToString() is { Length: > 80 } text ? text[..80] + " …" : element.ToString();
}
