using System.Text.Json;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Oracle;

/// <summary>The table of an entry and the models over it; rows with a gap in a column that the model names are dropped.</summary>
sealed class RegressionFrame
{
    readonly OracleEntry entry;
    readonly JsonElement data;
    readonly bool[] kept;

    public RegressionFrame(OracleEntry entry, params JsonElement[] formulas)
    {
        (this.entry, data) = (entry, entry.Raw("data"));
        var names = formulas.SelectMany(Named).Distinct(StringComparer.Ordinal).ToArray();
        var drops = data.TryGetProperty("missing", out _);
        kept = names.Select(All).Aggregate(Array.Empty<bool>(), (rows, cells) =>
            [.. cells.Select((cell, row) => (rows.Length == 0 || rows[row]) && !(drops && cell.Length == 0))]);
    }

    public string[] Cells(string column) => [.. All(column).Where((_, row) => kept.Length == 0 || kept[row])];

    public Sample Numbers(string column) => new(Cells(column).Select(OracleTable.Number));

    public bool[] Flags(string column) => [.. Cells(column).Select(cell => OracleTable.Number(cell) == 1)];

    /// <summary>Numbers for the clusters, in the order of their first row.</summary>
    public int[] Clusters(string column)
    {
        var cells = Cells(column);
        var names = cells.Distinct(StringComparer.Ordinal).ToList();
        return Array.ConvertAll(cells, names.IndexOf);
    }

    public Sample Response(JsonElement formula) => Numbers(formula.GetProperty("response").GetString()!);

    public Design Design(JsonElement formula)
    {
        var response = formula.GetProperty("response").GetString()!;
        DesignTerm Term(string name) => new([.. name.Split(':').Select(part => Variable(formula, part))]);
        return new Design(Cells(response).Length, [.. Fixed(formula).Select(Term)]);
    }

    /// <summary>Labels of the coefficients as the entry names them.</summary>
    public static string[] Labels(JsonElement formula, Design design)
    {
        if (!formula.TryGetProperty("names", out var names))
            return [.. design.Labels];
        string Renamed(string label) => names.TryGetProperty(label, out var other) ? other.GetString()! : label;
        return [.. design.Labels.Select(label => string.Join(':', label.Split(':').Select(Renamed)))];
    }

    Predictor Variable(JsonElement formula, string name)
    {
        if (!formula.TryGetProperty("factors", out var factors) || !factors.TryGetProperty(name, out var factor))
            return Predictor.Numeric(name, Numbers(name));
        var coding = factor.GetProperty("coding").GetString() == "sum" ? FactorCoding.SumToZero : FactorCoding.Treatment;
        return Predictor.Factor(name, [.. factor.GetProperty("levels").EnumerateArray().Select(level => level.ToString())], Cells(name), coding);
    }

    string[] All(string column)
    {
        var operand = data.EnumerateObject().Where(part => part.Name != "missing")
            .ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);
        operand["column"] = JsonSerializer.SerializeToElement(column);
        return entry.Cells(JsonSerializer.SerializeToElement(operand));
    }

    static IEnumerable<string> Fixed(JsonElement formula) => formula.GetProperty("fixed").EnumerateArray().Select(term => term.GetString()!);

    static IEnumerable<string> Named(JsonElement formula) =>
        Fixed(formula).SelectMany(term => term.Split(':')).Prepend(formula.GetProperty("response").GetString()!);
}
