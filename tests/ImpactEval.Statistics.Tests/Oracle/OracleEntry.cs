using System.Text.Json;

namespace ImpactEval.Statistics.Tests.Oracle;

/// <summary>One expected result of established software; its form is described in the README of the oracle folder.</summary>
public sealed class OracleEntry(string folder, string topic, JsonElement json)
{
    readonly JsonElement arguments = json.GetProperty("arguments");

    public string Id => $"{topic}/{json.GetProperty("id").GetString()}";
    public string Procedure { get; } = json.GetProperty("procedure").GetString()!;
    public string Scope { get; } = json.GetProperty("scope").GetString()!;
    public JsonElement Expected { get; } = json.GetProperty("expected");
    public double Relative { get; } = json.GetProperty("tolerance").GetProperty("rel").GetDouble();
    public double Absolute { get; } = json.GetProperty("tolerance").GetProperty("abs").GetDouble();

    public IReadOnlySet<string> ExtraKeys { get; } =
        json.TryGetProperty("extra_keys", out var keys) ? keys.EnumerateArray().Select(key => key.GetString()!).ToHashSet() : [];

    public ConfidenceLevel Level => new(Number("confidence_level"));

    public bool Has(string name) => arguments.TryGetProperty(name, out _);

    public string Text(string name) => arguments.GetProperty(name).GetString()!;

    public double Number(string name) => arguments.GetProperty(name).GetDouble();

    public bool Flag(string name) => arguments.GetProperty(name).GetBoolean();

    public JsonElement Raw(string name) => arguments.GetProperty(name);

    public Alternative Alternative => !Has("alternative") ? Alternative.TwoSided : Text("alternative") switch
    {
        "two_sided" => Alternative.TwoSided,
        "greater" => Alternative.Greater,
        "less" => Alternative.Less,
        var other => throw new InvalidDataException($"Alternative {other}."),
    };

    /// <summary>Numbers of an operand, gaps as NaN.</summary>
    public double[] Vector(string name) => Vector(arguments.GetProperty(name));

    public double[] Vector(JsonElement operand) => Cells(operand).Select(cell => cell.Length == 0 ? double.NaN : OracleTable.Number(cell)).ToArray();

    public string[] Cells(string name) => Cells(arguments.GetProperty(name));

    /// <summary>A column of the table that the argument <c>data</c> names.</summary>
    public string[] Column(string name)
    {
        var operand = System.Text.Json.Nodes.JsonObject.Create(arguments.GetProperty("data"))!;
        operand["column"] = name;
        if (Has("frequency"))
            operand["frequency"] = Text("frequency");
        return Cells(JsonSerializer.SerializeToElement(operand));
    }

    public string[] Cells(JsonElement operand) => operand.ValueKind == JsonValueKind.Array
        ? [.. operand.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? "" : item.ToString())]
        : OracleTable.Of(folder, operand.TryGetProperty("dataset", out var other) ? other.GetString()! : json.GetProperty("dataset").GetString()!).Column(operand);

    public double[][] Vectors(string name) => [.. arguments.GetProperty(name).EnumerateArray().Select(Vector)];

    public Sample Sample(string name) => new(Vector(name));

    /// <summary>Scores before and after; a person with a gap in either is dropped.</summary>
    public (Sample Pre, Sample Post) Pairs() => Pairs("pre", "post");

    public (Sample First, Sample Second) Pairs(string first, string second)
    {
        var pairs = Vector(first).Zip(Vector(second)).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        return (new Sample(pairs.Select(pair => pair.First)), new Sample(pairs.Select(pair => pair.Second)));
    }
}
