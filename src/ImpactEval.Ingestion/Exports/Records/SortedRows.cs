using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Records;

/// <summary>The rows under the headings, told apart: records, and what people write between and under them.</summary>
sealed record SortedRows(IReadOnlyList<TableRow> Records, IReadOnlyList<TableRow> Ragged)
{
    public static SortedRows Of(ToolForm form, DefectLog defects)
    {
        var rows = form.Main.Rows.Where(row => row.Number > form.Header.Last && !IsTags(row, form.Header)).ToList();
        while (rows.Count > 0 && rows[^1].IsBlank)
            rows.RemoveAt(rows.Count - 1);
        var width = form.Header.Headings.Count;
        var lastRecord = rows.FindLastIndex(row => !IsAside(form, row, width));
        var (records, ragged) = (new List<TableRow>(), new List<TableRow>());
        foreach (var (index, row) in rows.Index())
        {
            if (row.IsBlank)
            {
                // Space between a table and its notes is no row of the table.
                if (index < lastRecord)
                    defects.Add(DefectKind.BlankRow, row.Number);
            }
            else if (IsAside(form, row, width))
                defects.Add(KindOf(row, isBelow: index > lastRecord), row.Number);
            else
            {
                records.Add(row);
                if (form.Main.HasRaggedRows && !Fits(row, width))
                    ragged.Add(row);
            }
        }
        return new SortedRows(records, ragged);
    }

    /// <summary>A second row of machine-readable tags (#…) right under the headings.</summary>
    static bool IsTags(TableRow row, HeaderRows header) =>
        row.Number == header.Last + 1 && !row.IsBlank && row.Cells.Where(cell => !cell.IsEmpty)
            .All(cell => cell.Shown.StartsWith('#') && cell.Shown.Length > 1 && char.IsLetter(cell.Shown[1]));

    static bool Fits(TableRow row, int width) => row.Values.Length >= width && row.Cells.Skip(width).All(cell => cell.IsEmpty);

    /// <summary>A row that is about the table and not in it.</summary>
    static bool IsAside(ToolForm form, TableRow row, int width)
    {
        if (row.IsBlank)
            return true;
        if (form.IsResponseExport && !form.HasAttempts)
            return false;
        return IsSummary(row) || (width > 2 && IsOneText(row));
    }

    static DefectKind KindOf(TableRow row, bool isBelow)
    {
        if (IsSummary(row))
            return DefectKind.SummaryRow;
        var text = row.Cells.First(cell => !cell.IsEmpty).Shown.TrimStart();
        return isBelow || text.StartsWith('*') || text.StartsWith('(') || StartsWith(text, RowWords.Footnote) ? DefectKind.FootnoteRow
            : DefectKind.SectionRow;
    }

    /// <summary>Words for a sum or a mean first, and beside them nothing but numbers.</summary>
    static bool IsSummary(TableRow row)
    {
        var filled = row.Cells.Where(cell => !cell.IsEmpty).ToArray();
        return filled is [{ Kind: CellKind.Text } first, ..] && StartsWith(first.Shown, RowWords.Summary)
            && filled.Skip(1).All(cell => cell.Kind == CellKind.Number || Columns.ScoreText.LooksNumeric(cell.Shown)
                || RowWords.IsNoValue(cell.Shown));
    }

    /// <summary>One cell of words; a code alone is a person of whom nothing else is known.</summary>
    static bool IsOneText(TableRow row)
    {
        var filled = row.Cells.Where(cell => !cell.IsEmpty).Take(2).ToArray();
        return filled is [{ Kind: CellKind.Text } only] && only.Shown.Trim().Any(char.IsWhiteSpace);
    }

    static bool StartsWith(string text, IReadOnlyList<Phrase> phrases)
    {
        var words = new Sought(text);
        return phrases.Any(phrase => words.StartsWith(phrase));
    }
}
