using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImpactEval.Statistics.Conformance;

/// <summary>The table of an entry without the rows that have a gap in a column that the analysis names.</summary>
sealed class EntryFrame
{
    readonly ConformanceEntry entry;
    readonly int[] kept;

    EntryFrame(ConformanceEntry entry, int[] kept) => (this.entry, this.kept) = (entry, kept);

    /// <param name="entry">Its argument <c>data</c> names the table.</param>
    /// <param name="columns">Columns that the analysis names.</param>
    public static EntryFrame Of(ConformanceEntry entry, params IEnumerable<string> columns)
    {
        var cells = columns.Distinct(StringComparer.Ordinal).Select(column => All(entry, column)).ToArray();
        return new EntryFrame(entry, [.. Enumerable.Range(0, cells[0].Length).Where(row => !Array.Exists(cells, column => column[row].Length == 0))]);
    }

    public int Rows => kept.Length;

    public string[] Cells(string column)
    {
        var all = All(entry, column);
        return Array.ConvertAll(kept, row => all[row]);
    }

    /// <summary>Numbers of a column, gaps (of columns that the analysis does not name) as NaN.</summary>
    public double[] Numbers(string column) => ConformanceEntry.Numbers(Cells(column));

    public Sample Sample(string column) => new(Numbers(column));

    public bool[] Flags(string column) => Array.ConvertAll(Numbers(column), value => value == 1);

    /// <summary>Numbers for the groups of a column, in the order of their first row.</summary>
    public int[] Groups(string column)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(Cells(column), cell => places.TryGetValue(cell, out var place) ? place : places[cell] = places.Count);
    }

    /// <summary>The parts with one value of a column each, in the order of their first row.</summary>
    public IEnumerable<EntryFrame> SplitBy(string column)
    {
        var groups = Groups(column);
        return kept.Zip(groups).GroupBy(pair => pair.Second, pair => pair.First).Select(group => new EntryFrame(entry, [.. group]));
    }

    static string[] All(ConformanceEntry entry, string column)
    {
        var operand = JsonObject.Create(entry.Raw("data"))!;
        operand.Remove("missing");
        operand["column"] = column;
        if (entry.Has("frequency"))
            operand["frequency"] = entry.Text("frequency");
        return entry.Cells(JsonSerializer.SerializeToElement(operand));
    }
}
