using System.Text;
using ClosedXML.Excel;

namespace ImpactEval.Reporting;

/// <summary>A list that somebody fills in: one column is theirs, the rest is to be read.</summary>
/// <param name="Choices">Words for the column that is filled in.</param>
public sealed record ReviewTable(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, int FilledColumn, IReadOnlyList<string> Choices);

/// <summary>Writes such a list as a workbook, or as comma-separated text that Excel opens with its letters right.</summary>
public static class ReviewFile
{
    const double ColumnWidth = 24;

    public static void WriteWorkbook(ReviewTable table, Stream output)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var workbook = new XLWorkbook(XLEventTracking.Disabled);
        var sheet = workbook.AddWorksheet(table.Title);
        for (var column = 0; column < table.Headings.Count; column++)
        {
            sheet.Column(column + 1).Width = ColumnWidth;
            sheet.Column(column + 1).Style.NumberFormat.Format = "@";
            sheet.Cell(1, column + 1).SetValue(table.Headings[column]).Style.Font.SetBold();
            for (var row = 0; row < table.Rows.Count; row++)
                sheet.Cell(row + 2, column + 1).SetValue(table.Rows[row][column]);
        }
        if (table.Rows.Count > 0)
        {
            var filled = sheet.Range(2, table.FilledColumn + 1, table.Rows.Count + 1, table.FilledColumn + 1);
            filled.Style.Fill.SetBackgroundColor(XLColor.LightYellow);
            filled.SetDataValidation().List($"\"{string.Join(',', table.Choices)}\"", true);
        }
        sheet.SheetView.FreezeRows(1);
        workbook.SaveAs(output);
    }

    public static void WriteText(ReviewTable table, Stream output)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in table.Rows.Prepend(table.Headings))
            writer.WriteLine(string.Join(',', row.Select(Quoted)));
    }

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    static string Quoted(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
