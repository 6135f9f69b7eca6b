using ImpactEval.Ingestion;
using ImpactEval.Language;
using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.App.Operations;

/// <summary>The columns of a file that were asked for, as the catalogue wants them: numbers or categories, by role.</summary>
sealed class StatisticColumns
{
    /// <summary>So many offending cells or rows are named; the others are counted.</summary>
    const int MostNamed = 10;

    /// <summary>What R writes where a number is missing.</summary>
    const string NotAvailable = "NA";

    readonly PlainTable table;
    readonly char decimalMark;
    readonly List<string> offences = [];

    StatisticColumns(PlainTable table, char decimalMark) => (this.table, this.decimalMark) = (table, decimalMark);

    /// <exception cref="StatisticRefusedException">A heading is unknown or stands twice, a cell is no number, rows do not fit the
    /// headings.</exception>
    /// <exception cref="CatalogueException">A role is unknown.</exception>
    public static Dictionary<string, IReadOnlyList<DataColumn>> Of(
        CatalogueEntry entry, PlainTable table, IReadOnlyList<(string Role, string Heading)> asked)
    {
        if (table.RaggedRows.Count > 0)
            throw new StatisticRefusedException(StatisticRefusal.RaggedRows, Listed(table.RaggedRows.Select(row => $"{row}")));
        var chosen = asked.SelectMany(pair => Find(table, pair.Heading).Select(column => (Role: entry.Role(pair.Role), Column: column))).ToArray();
        var columns = new StatisticColumns(table,
            table.DecimalMarkOf(chosen.Where(one => one.Role.Kind != ColumnKind.Category).Select(one => one.Column)));
        var found = chosen.GroupBy(one => one.Role.Name, StringComparer.Ordinal).ToDictionary(
            role => role.Key, role => (IReadOnlyList<DataColumn>)[.. role.Select(one => columns.Read(one.Role.Kind, one.Column))],
                StringComparer.Ordinal);
        return columns.offences.Count == 0 ? found : throw new StatisticRefusedException(StatisticRefusal.NotANumber, Listed(columns.offences));
    }

    /// <summary>The column of that heading, else of the one that differs in case and spaces only; all that a pattern with * takes, in their
    /// order.</summary>
    static int[] Find(PlainTable table, string heading)
    {
        int[] Where(Func<string, bool> fits) => [.. Enumerable.Range(0, table.Headings.Count).Where(column => fits(table.Headings[column]))];
        var key = FoldedText.Of(heading);
        var found = Where(known => known == heading);
        if (found.Length == 0)
            found = Where(known => FoldedText.Of(known) == key);
        if (found.Length == 1)
            return found;
        if (found.Length > 1)
            throw new StatisticRefusedException(StatisticRefusal.ColumnAmbiguous, heading, $"{found.Length}");
        if (heading.Contains('*', StringComparison.Ordinal) && Where(known => Fits(FoldedText.Of(known), key)) is { Length: > 0 } several)
            return several;
        throw new StatisticRefusedException(StatisticRefusal.ColumnUnknown, heading, string.Join(", ", table.Headings)) { Known = table.Headings };
    }

    /// <summary>Whether the parts of a pattern stand in a text one after the other, the first at its beginning and the last at its end.</summary>
    static bool Fits(string text, string pattern)
    {
        var parts = pattern.Split('*');
        if (text.Length < parts.Sum(part => part.Length) || !text.StartsWith(parts[0], StringComparison.Ordinal)
            || !text.EndsWith(parts[^1], StringComparison.Ordinal))
            return false;
        var (at, end) = (parts[0].Length, text.Length - parts[^1].Length);
        foreach (var part in parts[1..^1])
        {
            var place = text.IndexOf(part, at, StringComparison.Ordinal);
            if (place < 0 || place + part.Length > end)
                return false;
            at = place + part.Length;
        }
        return true;
    }

    DataColumn Read(ColumnKind kind, int column)
    {
        var (name, cells) = (table.Headings[column], table.Column(column, decimalMark));
        static bool IsNumberOrGap(PlainCell cell) => cell.Number is not null || cell.Shown is "" or NotAvailable;
        if (kind == ColumnKind.Category || (kind == ColumnKind.Either && !cells.All(IsNumberOrGap)))
            return DataColumn.OfCategories(name, cells.Select(cell => cell.Shown.Length == 0 ? null : cell.Shown));
        offences.AddRange(cells.Where(cell => !IsNumberOrGap(cell)).Select(cell => $"{name}:{cell.Row} “{cell.Shown}”"));
        return DataColumn.OfNumbers(name, cells.Select(cell => cell.Number ?? double.NaN));
    }

    static string Listed(IEnumerable<string> named)
    {
        string[] all = [.. named];
        return string.Join(", ", all.Take(MostNamed)) + (all.Length > MostNamed ? $" … (+{all.Length - MostNamed})" : "");
    }
}
