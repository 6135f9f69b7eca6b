namespace ImpactEval.Ingestion.Tables;

/// <summary>The delimiter that a text shows: the one that divides the headings and then every row alike.</summary>
static class CsvDelimiter
{
    static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>Enough rows to see a pattern, few enough to cost nothing.</summary>
    const int RowsLookedAt = 200;
    const int LettersLookedAt = 1 << 16;

    public static char Of(string text, int headerRow) => Best(text, counts => counts is [> 1 and var columns, ..] ? columns : null, headerRow);

    /// <summary>The same when nobody knows which row holds the headings: most rows are divided alike.</summary>
    public static char Of(string text) => Best(text, MostFrequent, headerRow: 1);

    static char Best(string text, Func<List<int>, int?> columnsOf, int headerRow)
    {
        var sample = text.Length > LettersLookedAt ? text[..LettersLookedAt] : text;
        return Candidates
            .Select(delimiter => (delimiter, Fit: FitOf(Counts(sample, delimiter, headerRow, isCut: sample.Length < text.Length), columnsOf)))
            .MaxBy(candidate => candidate.Fit)
            .delimiter;
    }

    static int? MostFrequent(List<int> counts) =>
        counts.Where(count => count > 1).GroupBy(count => count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key)
            .Select(group => (int?)group.Key).FirstOrDefault();

    /// <summary>Share of the rows divided as most are, then the number of columns; nothing when they are not divided.</summary>
    static (double Share, int Columns) FitOf(List<int> counts, Func<List<int>, int?> columnsOf) =>
        columnsOf(counts) is { } columns ? (counts.Count(count => count == columns) / (double)counts.Count, columns) : (0, 0);

    static List<int> Counts(string sample, char delimiter, int headerRow, bool isCut)
    {
        using var parser = CsvText.Parser(sample, delimiter, static _ => { });
        var counts = new List<int>();
        while (counts.Count < RowsLookedAt && parser.Read())
        {
            // Rows above the headings are titles; blank rows say nothing.
            if (parser.Row >= headerRow && parser.Record is not ([] or [""]))
                counts.Add(parser.Count);
        }
        if (isCut && counts is [_, _, ..] && counts.Count < RowsLookedAt)
            counts.RemoveAt(counts.Count - 1);
        return counts;
    }
}
