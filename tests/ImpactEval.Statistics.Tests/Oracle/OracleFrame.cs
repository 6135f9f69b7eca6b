using System.Text.Json;
using ImpactEval.Statistics.Mixed;

namespace ImpactEval.Statistics.Tests.Oracle;

/// <summary>The table and the formula of an entry: columns of the fixed part by their coding, and groupings.</summary>
sealed class OracleFrame
{
    readonly OracleEntry entry;
    readonly JsonElement formula;
    readonly bool[] complete;

    public OracleFrame(OracleEntry entry)
    {
        this.entry = entry;
        formula = entry.Raw("formula");
        string[] used = [formula.GetProperty("response").GetString()!, .. Fixed.SelectMany(term => term.Split(':'))];
        var cells = used.Select(All).ToArray();
        complete = [.. Enumerable.Range(0, cells[0].Length).Select(row => !Array.Exists(cells, column => column[row].Length == 0))];
    }

    public sealed record Term(string Name, ModelColumn[] Columns);

    public Sample Response => new(Numbers(formula.GetProperty("response").GetString()!));

    string[] Fixed => formula.GetProperty("fixed").ValueKind == JsonValueKind.Array
        ? [.. formula.GetProperty("fixed").EnumerateArray().Select(term => term.GetString()!)]
        : [formula.GetProperty("fixed").GetString()!];

    public Term[] Terms(bool sumCoding) => [.. Fixed.Select(name => new Term(name, name.Split(':').Select(part => Coded(part, sumCoding)).Aggregate(Products)))];

    public RandomFactor[] Random() =>
    [
        .. formula.GetProperty("random").EnumerateArray().Select(random => new RandomFactor(
            random.GetProperty("group").GetString()!,
            Cells(random.GetProperty("group").GetString()!),
            [.. random.GetProperty("terms").EnumerateArray().Select(term => term.GetString()!).Where(term => term != "1").Select(term => new ModelColumn(term, new Sample(Numbers(term))))],
            random.GetProperty("correlated").GetBoolean())),
    ];

    public string Renamed(string term) => formula.TryGetProperty("names", out var names) && names.TryGetProperty(term, out var other) ? other.GetString()! : term;

    public string[] Cells(string column) => [.. All(column).Where((_, row) => complete[row])];

    /// <summary>Positions of the cells in the levels of their factor.</summary>
    public int[] Places(string factor)
    {
        var levels = formula.GetProperty("factors").GetProperty(factor).GetProperty("levels").EnumerateArray().Select(level => level.GetString()).ToArray();
        return [.. Cells(factor).Select(cell => Array.IndexOf(levels, cell))];
    }

    double[] Numbers(string column) => [.. Cells(column).Select(OracleTable.Number)];

    string[] All(string column)
    {
        var data = entry.Raw("data").EnumerateObject().Where(property => property.Name is "dataset" or "where" or "first_rows").ToDictionary(property => property.Name, property => property.Value);
        data["column"] = JsonSerializer.SerializeToElement(column);
        return entry.Cells(JsonSerializer.SerializeToElement(data));
    }

    ModelColumn[] Coded(string name, bool sumCoding)
    {
        if (!formula.TryGetProperty("factors", out var factors) || !factors.TryGetProperty(name, out var factor))
            return [new(name, new Sample(Numbers(name)))];
        var levels = factor.GetProperty("levels").EnumerateArray().Select(level => level.GetString()!).ToArray();
        var cells = Cells(name);
        double Indicator(string cell, string level) => cell == level ? 1 : 0;
        if (factor.GetProperty("coding").GetString() == "score")
            return [new(name, new Sample(cells.Select(cell => 1.0 + Array.IndexOf(levels, cell))))];
        return sumCoding || factor.GetProperty("coding").GetString() == "sum"
            ? [.. levels.SkipLast(1).Select((level, i) => new ModelColumn($"{name}{i + 1}", new Sample(cells.Select(cell => Indicator(cell, level) - Indicator(cell, levels[^1])))))]
            : [.. levels.Skip(1).Select(level => new ModelColumn(name + level, new Sample(cells.Select(cell => Indicator(cell, level)))))];
    }

    /// <summary>The first part varies fastest.</summary>
    static ModelColumn[] Products(ModelColumn[] first, ModelColumn[] second) =>
    [
        .. second.SelectMany(slow => first.Select(fast => new ModelColumn(
            $"{fast.Name}:{slow.Name}", new Sample(fast.Values.Values.ToArray().Zip(slow.Values.Values.ToArray(), (a, b) => a * b))))),
    ];
}
