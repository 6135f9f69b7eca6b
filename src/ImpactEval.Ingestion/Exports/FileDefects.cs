using ImpactEval.Ingestion.Exports.Checks;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Records;

namespace ImpactEval.Ingestion.Exports;

/// <summary>What is said and assumed of a file as a whole, before any person in it.</summary>
static class FileDefects
{
    public static void Check(GridBook book, ToolForm form, SortedRows rows, DefectLog defects)
    {
        if (book.IsLegacyEncoding)
            defects.Add(DefectKind.LegacyEncoding);
        foreach (var row in form.Main.DecomposedRows.Order())
            defects.Add(DefectKind.UnicodeNotNfc, row);
        if (book.WasDecomposed)
            defects.Add(DefectKind.UnicodeNotNfc);
        if (book.OpenQuoteLine is not null)
            defects.Add(DefectKind.UnterminatedQuote);
        else if (rows.Records.Count == 0)
            defects.Add(DefectKind.NoRows, form.Header.First);
        if (book.CountsFrom1904)
            defects.Add(DefectKind.DateSystem1904);
        HeaderChecks.Check(book, form, rows.Records.Count > 0 ? rows.Records[^1].Number : 0, defects);
    }

    /// <summary>What every reading says.</summary>
    public static ExportReading Reading(string name, GridBook book, ToolForm form, int records) =>
        new(name, form.Format, book.OpenQuoteLine is null ? records : null)
    {
        Encoding = book.Encoding,
        Delimiter = book.Delimiter,
        HeaderRow = form.Header.First == 0 ? [] : form.Header.First == form.Header.Last ? [form.Header.First] : [form.Header.First, form.Header.Last],
        HeaderRows = form.HeaderRowCount,
    };

    public static List<Assumption> Assumptions(GridBook book, ToolForm form)
    {
        var assumptions = new List<Assumption>
        {
            new("format", form.Format, form.Evidence),
            new("header_row", form.Header.First == form.Header.Last ? $"{form.Header.First}" : $"{form.Header.First}-{form.Header.Last}",
                form.Header.IsMerged ? "merged" : "words"),
        };
        if (book.Encoding is { } encoding)
            assumptions.Add(new("encoding", encoding, "bytes"));
        if (book.Delimiter is { } delimiter)
            assumptions.Add(new("delimiter", delimiter == '\t' ? "tab" : delimiter.ToString(), book.DelimiterIsStated ? "sep=" : "rows"));
        if (book.Container is GridContainer.Xlsx or GridContainer.Zip)
            assumptions.Add(new("sheet", form.Main.Name, form.Main.IsHidden ? "hidden" : "first with a table"));
        if (book.CountsFrom1904)
            assumptions.Add(new("date_system", "1904", "workbook"));
        return assumptions;
    }
}
