using System.Text.Json;

namespace ImpactEval.Statistics.Conformance;

/// <summary>How binding an entry is.</summary>
public enum ConformanceScope
{
    /// <summary>Of our catalogue.</summary>
    Core,
    /// <summary>Beyond it.</summary>
    Extra,
    /// <summary>The reference breaks a sane rule; not to be reproduced.</summary>
    ReferenceQuirk,
}

/// <summary>One expected result of established software: procedure, arguments, numbers and how close to them is close enough.</summary>
public sealed class ConformanceEntry
{
    readonly JsonElement arguments;
    readonly string? dataset;
    readonly DataSets data;

    /// <param name="topic">Of the file that the entry stands in.</param>
    /// <param name="json">An object with <c>id, procedure, scope, dataset, arguments, expected, tolerance</c> and perhaps <c>extra_keys</c>.</param>
    /// <param name="data">Where the data sets that it names are found.</param>
    /// <exception cref="FormatException">A part is missing or of another kind.</exception>
    public ConformanceEntry(string topic, JsonElement json, DataSets data)
    {
        this.data = data;
        try
        {
            Id = $"{topic}/{json.GetProperty("id").GetString()}";
            Procedure = json.GetProperty("procedure").GetString()!;
            Scope = json.GetProperty("scope").GetString() switch
            {
                "core" => ConformanceScope.Core,
                "extra" => ConformanceScope.Extra,
                "reference_quirk" => ConformanceScope.ReferenceQuirk,
                var other => throw new FormatException($"{Id} has the scope '{other}'."),
            };
            dataset = json.TryGetProperty("dataset", out var name) ? name.GetString() : null;
            (arguments, Expected) = (json.GetProperty("arguments"), json.GetProperty("expected"));
            var tolerance = json.GetProperty("tolerance");
            (Relative, Absolute) = (tolerance.GetProperty("rel").GetDouble(), tolerance.GetProperty("abs").GetDouble());
            ExtraKeys = json.TryGetProperty("extra_keys", out var keys) ? Items(keys).Select(key => key.GetString()!).ToHashSet(StringComparer.Ordinal) : [];
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"An entry of '{topic}' is not complete: {broken.Message}", broken);
        }
    }

    public string Id { get; }

    public string Procedure { get; }

    public ConformanceScope Scope { get; }

    internal JsonElement Expected { get; }

    internal double Relative { get; }

    internal double Absolute { get; }

    /// <summary>Keys of the expected numbers that need not be met.</summary>
    internal IReadOnlySet<string> ExtraKeys { get; }

    /// <summary>95 % where the entry names none.</summary>
    internal ConfidenceLevel Level => new(Number("confidence_level", 0.95));

    internal Alternative Alternative => Text("alternative", "two_sided") switch
    {
        "two_sided" or "two.sided" => Alternative.TwoSided,
        "greater" => Alternative.Greater,
        "less" => Alternative.Less,
        var other => throw new NotSupportedException($"alternative {other}"),
    };

    internal bool Has(string name) => arguments.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    internal JsonElement Raw(string name) => arguments.TryGetProperty(name, out var value)
        ? value
        : throw new FormatException($"The argument '{name}' is missing.");

    internal string Text(string name) => Raw(name).ToString();

    internal string Text(string name, string otherwise) => Has(name) ? Text(name) : otherwise;

    internal double Number(string name) => Number(Raw(name));

    internal double Number(string name, double otherwise) => Has(name) ? Number(name) : otherwise;

    internal bool Flag(string name, bool otherwise = false) => Has(name) ? Raw(name).GetBoolean() : otherwise;

    /// <summary>A list of texts, or a single one.</summary>
    internal string[] Texts(string name) => [.. Items(Raw(name)).Select(item => item.ToString())];

    internal static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.GetString() switch
    {
        "Infinity" or "Inf" => double.PositiveInfinity,
        "-Infinity" or "-Inf" => double.NegativeInfinity,
        var text => DataTable.Number(text!),
    };

    /// <summary>Items of a list; a list of one may stand as its bare item.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    /// <summary>Cells of an operand, gaps as empty text.</summary>
    internal string[] Cells(string name) => Cells(Raw(name));

    internal string[] Cells(JsonElement operand)
    {
        if (operand.ValueKind != JsonValueKind.Object)
            return [.. Items(operand).Select(item => item.ValueKind == JsonValueKind.Null ? "" : item.ToString())];
        var name = operand.TryGetProperty("dataset", out var other) ? other.GetString() : dataset;
        return data[name ?? throw new FormatException("The entry names no data set.")].Cells(operand);
    }

    /// <summary>Numbers of an operand, gaps as NaN.</summary>
    internal double[] Vector(string name) => Vector(Raw(name));

    internal double[] Vector(JsonElement operand) => Numbers(Cells(operand));

    /// <summary>A list of operands, each a column.</summary>
    internal double[][] Vectors(string name) => [.. Raw(name).EnumerateArray().Select(Vector)];

    internal static double[] Numbers(string[] cells) => Array.ConvertAll(cells, cell => cell.Length == 0 ? double.NaN : ValueOf(cell));

    static double ValueOf(string cell) => cell switch
    {
        "TRUE" or "True" or "true" => 1,
        "FALSE" or "False" or "false" => 0,
        _ => DataTable.Number(cell),
    };

    /// <summary>An operand by itself; its gaps are dropped.</summary>
    internal Sample Sample(string name) => Sample(Raw(name));

    internal Sample Sample(JsonElement operand) => new(Vector(operand).Where(double.IsFinite));

    /// <summary>Scores before and after; a person with a gap in either is dropped.</summary>
    internal (Sample Pre, Sample Post) Pairs() => Pairs(Raw("pre"), Raw("post"));

    internal (Sample First, Sample Second) Pairs(JsonElement first, JsonElement second)
    {
        var columns = Complete([Vector(first), Vector(second)]);
        return (new Sample(columns[0]), new Sample(columns[1]));
    }

    /// <summary>The pairs of an argument that names two operands, e.g. <c>treated: {pre, post}</c>.</summary>
    internal (Sample First, Sample Second) PairsOf(string argument, string first = "pre", string second = "post") =>
        Pairs(Raw(argument).GetProperty(first), Raw(argument).GetProperty(second));

    /// <summary>Only the rows without a gap in any column.</summary>
    internal static double[][] Complete(double[][] columns)
    {
        if (Array.Exists(columns, column => column.Length != columns[0].Length))
            throw new FormatException("Operands that belong together differ in length.");
        int[] rows = [.. Enumerable.Range(0, columns[0].Length).Where(row => !Array.Exists(columns, column => double.IsNaN(column[row])))];
        return Array.ConvertAll(columns, column => Array.ConvertAll(rows, row => column[row]));
    }
}
