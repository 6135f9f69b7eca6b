namespace ImpactEval.Ingestion.Tables;

/// <summary>The delimiter that a text shows: the one that divides the headings and then every row alike.</summary>
static class CsvDelimiter
{
    static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>Enough rows to see a pattern, few enough to cost nothing.</summary>
    const int RowsLookedAt = 200;
    const int LettersLookedAt = 1 << 16;

    public static char Of(string text, int headerRow)
    {
        var sample = text.Length > LettersLookedAt ? text[..LettersLookedAt] : text;
        return Candidates
            .Select(delimiter => (delimiter, Fit: FitOf(sample, delimiter, headerRow, isCut: sample.Length < text.Length)))
            .MaxBy(candidate => candidate.Fit)
            .delimiter;
    }

    /// <summary>Share of the rows divided as the headings are, then the number of columns; nothing when the headings are not divided.</summary>
    static (double Share, int Columns) FitOf(string sample, char delimiter, int headerRow, bool isCut)
    {
        using var parser = CsvTable.Parser(sample, delimiter, static _ => { });
        var counts = new List<int>();
        while (counts.Count < RowsLookedAt && parser.Read())
        {
            // Rows above the headings are titles; blank rows say nothing.
            if (parser.Row >= headerRow && parser.Record is not ([] or [""]))
                counts.Add(parser.Count);
        }
        if (isCut && counts is [_, _, ..] && counts.Count < RowsLookedAt)
            counts.RemoveAt(counts.Count - 1);
        return counts is [> 1 and var columns, ..]
            ? (counts.Count(count => count == columns) / (double)counts.Count, columns)
            : (0, 0);
    }
}
