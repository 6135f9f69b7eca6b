using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImpactEval.Statistics.Conformance;

/// <summary>Values that belong to names (terms, groups, items); entries hold them by name or in the order of a list of names.</summary>
sealed record Named(IReadOnlyList<string> Names, IReadOnlyList<object?> Values);

/// <summary>A value that is computed when an entry expects it: it may not exist where others of its procedure do.</summary>
sealed record OnDemand(Func<object?> Value);

/// <summary>How far what we found is from what an entry expects, key by key.</summary>
sealed partial class Agreement
{
    readonly ConformanceEntry entry;
    readonly List<string> differences = [];
    readonly string[][] orders;

    Agreement(ConformanceEntry entry)
    {
        this.entry = entry;
        orders = [.. entry.Expected.EnumerateObject().Select(part => part.Value).Where(IsListOfTexts)
            .Select(list => ConformanceEntry.Items(list).Select(name => name.GetString()!).ToArray())];
    }

    /// <summary>One sentence for each number, name or key that does not agree.</summary>
    public IReadOnlyList<string> Differences => differences;

    /// <summary>The largest error as a share of what the entry allows; agreement means at most 1.</summary>
    public double Worst { get; private set; }

    /// <summary>Numbers that were compared.</summary>
    public int Numbers { get; private set; }

    public static Agreement Of(ConformanceEntry entry, IReadOnlyDictionary<string, object?> found)
    {
        var agreement = new Agreement(entry);
        foreach (var expected in entry.Expected.EnumerateObject().Where(property => !entry.ExtraKeys.Contains(property.Name)))
        {
            if (Key(expected.Name, found) is { } key)
                agreement.Compare(expected.Name, expected.Value, found[key]);
            else
                agreement.differences.Add($"{expected.Name}: expected {Short(expected.Value)}, found nothing");
        }
        return agreement;
    }

    void Compare(string key, JsonElement expected, object? found)
    {
        switch (expected.ValueKind, found)
        {
            case (_, OnDemand demanded):
                Compare(key, expected, ValueOf(demanded));
                break;
            case (_, Named named):
                CompareNamed(key, expected, named);
                break;
            case (JsonValueKind.Null, null):
            case (JsonValueKind.Null, double.NaN):
                break;
            case (JsonValueKind.True or JsonValueKind.False, bool flag) when flag == expected.GetBoolean():
                break;
            case (JsonValueKind.String, string text) when text == expected.GetString():
                break;
            case (JsonValueKind.Number, IConvertible and not string):
            case (JsonValueKind.String, IConvertible and not string):
                Compare(key, ConformanceEntry.Number(expected), Convert.ToDouble(found, CultureInfo.InvariantCulture));
                break;
            case (JsonValueKind.Object, IReadOnlyDictionary<string, object?> parts):
                foreach (var part in expected.EnumerateObject())
                    Compare($"{key}.{part.Name}", part.Value, parts.GetValueOrDefault(part.Name));
                break;
            case (not JsonValueKind.Object, IEnumerable items and not string):
                CompareItems(key, [.. ConformanceEntry.Items(expected)], [.. items.Cast<object?>()]);
                break;
            default:
                differences.Add($"{key}: expected {Short(expected)}, found {found ?? "nothing"}");
                break;
        }
    }

    /// <summary>Null where the data carry no such value, as entries have it.</summary>
    static object? ValueOf(OnDemand demanded)
    {
        try
        {
            return demanded.Value();
        }
        catch (NotEstimableException)
        {
            return null;
        }
    }

    void CompareItems(string key, JsonElement[] expected, object?[] found)
    {
        if (expected.Length != found.Length)
            differences.Add($"{key}: expected {expected.Length} values, found {found.Length}");
        else
            for (var i = 0; i < expected.Length; i++)
                Compare($"{key}[{i}]", expected[i], found[i]);
    }

    void CompareNamed(string key, JsonElement expected, Named found)
    {
        if (expected.ValueKind == JsonValueKind.Object)
        {
            foreach (var part in expected.EnumerateObject())
            {
                var place = found.Names.ToList().IndexOf(part.Name);
                Compare($"{key}.{part.Name}", part.Value, place < 0 ? null : found.Values[place]);
            }
            return;
        }
        // Where the entry lists the same names in another order, its numbers stand in that order.
        var order = Array.Find(orders, names => names.Length == found.Names.Count && names.Distinct().Count() == names.Length && names.All(found.Names.Contains));
        CompareItems(key, [.. ConformanceEntry.Items(expected)],
            order is null ? [.. found.Values] : [.. order.Select(name => found.Values[found.Names.ToList().IndexOf(name)])]);
    }

    void Compare(string key, double expected, double found)
    {
        Numbers++;
        if (found == expected)
            return;
        var (error, allowed) = (Math.Abs(found - expected), entry.Absolute + entry.Relative * Math.Abs(expected));
        var share = allowed > 0 && double.IsFinite(error) ? error / allowed : double.PositiveInfinity;
        Worst = Math.Max(Worst, share);
        if (!(share <= 1))
            differences.Add(string.Create(CultureInfo.InvariantCulture, $"{key}: expected {expected:R}, found {found:R}"));
    }

    /// <summary>Our key for the entry's: the same, or the same but for the percentage of an interval.</summary>
    static string? Key(string expected, IReadOnlyDictionary<string, object?> found) => found.ContainsKey(expected)
        ? expected
        : found.Keys.FirstOrDefault(own => Percentage().Replace(own, "95") == Percentage().Replace(expected, "95"));

    /// <summary>What stands for the level of an interval in a key: <c>ci95</c>, <c>wilson90</c>, <c>ncp_ci90</c>.</summary>
    [GeneratedRegex("(?<=ci|wilson|pearson|wald|interval|newcombe|mdc)(80|90|95|98|99)(?![0-9])")]
    private static partial Regex Percentage();

    static bool IsListOfTexts(JsonElement list) =>
        list.ValueKind is JsonValueKind.Array or JsonValueKind.String && ConformanceEntry.Items(list).All(item => item.ValueKind == JsonValueKind.String);

    static string Short(JsonElement element) => element.ToString() is { Length: > 80 } text ? text[..80] + " …" : element.ToString();
}
