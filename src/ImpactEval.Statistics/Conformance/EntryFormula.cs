using System.Text.Json;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Conformance;

/// <summary>A formula of an entry: response, terms of the fixed part in the order of R (main effects before products), codings, random part.</summary>
sealed class EntryFormula
{
    readonly JsonElement json;

    public EntryFormula(JsonElement json)
    {
        this.json = json;
        Response = json.GetProperty("response").GetString()!;
        string[] terms = [.. Items("fixed").Select(term => term.ToString()).Where(term => term != "1")];
        Terms = [.. terms.OrderBy(term => term.Count(character => character == ':'))];
    }

    public string Response { get; }

    public IReadOnlyList<string> Terms { get; }

    /// <summary>Every column that the formula names.</summary>
    public IEnumerable<string> Columns =>
    [
        Response, .. Terms.SelectMany(term => term.Split(':')),
        .. Items("random").SelectMany(random => Slopes(random).SelectMany(term => term.Split(':')).Append(random.GetProperty("group").GetString()!)),
    ];

    /// <summary>Levels of a factor, in their order.</summary>
    public string[] Levels(string factor) => Factor(factor) is { } found
        ? [.. ConformanceEntry.Items(found.GetProperty("levels")).Select(level => level.ToString())]
        : throw new FormatException($"The formula has no factor '{factor}'.");

    /// <summary>Place of each row among the levels of a factor.</summary>
    public int[] Places(EntryFrame frame, string factor)
    {
        JsonElement[] levels = [.. ConformanceEntry.Items(Factor(factor)!.Value.GetProperty("levels"))];
        return Array.ConvertAll(frame.Cells(factor), cell => Array.FindIndex(levels, level => DataTable.Same(cell, level)) is >= 0 and var place
            ? place
            : throw new FormatException($"'{cell}' is no level of '{factor}'."));
    }

    public Sample ResponseOf(EntryFrame frame) => frame.Sample(Response);

    /// <param name="frame">Rows of the table.</param>
    /// <param name="sumToZero">Codes every factor so, as tests of type III ask; else as the formula says.</param>
    public Design Design(EntryFrame frame, bool sumToZero = false) =>
        new(frame.Rows, [.. Terms.Select(term => new DesignTerm([.. term.Split(':').Select(part => Variable(frame, part, sumToZero))]))]);

    /// <summary>The same columns, as mixed and ordinal models take them.</summary>
    public static ModelColumn[] ModelColumns(DesignTerm term) => [.. term.Labels.Zip(term.Columns, (label, column) => new ModelColumn(label, new Sample(column)))];

    public RandomFactor[] Random(EntryFrame frame) =>
    [
        .. Items("random").Select(random => new RandomFactor(
            random.GetProperty("group").GetString()!, frame.Cells(random.GetProperty("group").GetString()!),
            [.. Slopes(random).SelectMany(term => ModelColumns(new DesignTerm([.. term.Split(':').Select(part => Variable(frame, part, false))])))],
            random.GetProperty("correlated").GetBoolean())),
    ];

    /// <summary>Labels as the entry names them: renamed whole, or part by part.</summary>
    public string[] Renamed(IEnumerable<string> labels)
    {
        if (!json.TryGetProperty("names", out var names))
            return [.. labels];
        string? Other(string label) => names.TryGetProperty(label, out var other) ? other.GetString() : null;
        return [.. labels.Select(label => Other(label) ?? string.Join(':', label.Split(':').Select(part => Other(part) ?? part)))];
    }

    Predictor Variable(EntryFrame frame, string name, bool sumToZero)
    {
        if (Factor(name) is not { } factor)
            return Predictor.Numeric(name, frame.Sample(name));
        var places = Places(frame, name);
        var levels = Levels(name);
        return factor.GetProperty("coding").GetString() switch
        {
            "score" => Predictor.Numeric(name, new Sample(places.Select(place => place + 1.0))),
            "treatment" or "sum" when sumToZero => Coded(FactorCoding.SumToZero),
            "sum" => Coded(FactorCoding.SumToZero),
            "treatment" => Coded(FactorCoding.Treatment),
            var other => throw new NotSupportedException($"coding {other} of a predictor"),
        };

        Predictor Coded(FactorCoding coding) => Predictor.Factor(name, levels, Array.ConvertAll(places, place => levels[place]), coding);
    }

    JsonElement? Factor(string name) => json.TryGetProperty("factors", out var factors) && factors.TryGetProperty(name, out var factor) ? factor : null;

    JsonElement[] Items(string name) => json.TryGetProperty(name, out var items) ? [.. ConformanceEntry.Items(items)] : [];

    static string[] Slopes(JsonElement random)
    {
        string[] terms = [.. ConformanceEntry.Items(random.GetProperty("terms")).Select(term => term.ToString())];
        return terms.Contains("1") ? [.. terms.Where(term => term != "1")] : throw new NotSupportedException("random slopes without an intercept");
    }
}
