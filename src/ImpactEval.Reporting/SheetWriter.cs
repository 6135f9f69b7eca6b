using ClosedXML.Excel;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting;

/// <summary>Writes planned sheets with ClosedXML, and remembers the values of the formulas it wrote.</summary>
internal sealed class SheetWriter(SponsorReport report, XLWorkbook workbook)
{
    /// <summary>Excel's own limit for the text of a cell.</summary>
    const int LongestText = 32767;

    /// <summary>Points; a line that has nothing to say takes hardly any room.</summary>
    const double EmptyLine = 3;

    readonly List<CachedCell> cached = [];

    public IReadOnlyList<CachedCell> Cached => cached;

    /// <param name="charts">Charts that will stand on this sheet.</param>
    public IXLWorksheet Write(Sheet sheet, IReadOnlyList<Chart> charts)
    {
        var page = workbook.Worksheets.Add(sheet.Name);
        var widths = sheet.Widths;
        var heights = new double[charts.Select(chart => chart.ToRow).Append(sheet.LastRow).Max()];
        Array.Fill(heights, TextMeasure.Height(1));
        for (var column = 0; column < widths.Count; column++)
            page.Column(column + 1).Width = widths[column];
        WriteLines(page, SheetLines.Of(sheet, report), widths, heights);
        foreach (var table in sheet.Tables)
            WriteTable(page, table, widths, heights);
        for (var row = 0; row < heights.Length; row++)
            page.Row(row + 1).Height = heights[row];
        if (sheet.Tables.Count == 1)
            page.SheetView.FreezeRows(sheet.Tables[0].HeaderRow);
        PageLayout.Apply(page, sheet, charts, heights, report);
        page.Cell(1, 1).SetActive();
        return page;
    }

    /// <summary>The lines above the tables run over all columns and wrap, so that paper does not cut them.</summary>
    static void WriteLines(IXLWorksheet page, string[] lines, IReadOnlyList<double> widths, double[] heights)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            WriteText(page.Cell(line + 1, 1), lines[line]);
            var across = page.Range(line + 1, 1, line + 1, widths.Count).Merge();
            if (line == 0)
                WorkbookStyle.Title(across.Style);
            else
                WorkbookStyle.Line(across.Style);
            var room = widths.Sum() / (line == 0 ? WorkbookStyle.TitleScale : 1);
            if (lines[line].Length == 0)
                heights[line] = EmptyLine;
            else
                heights[line] = TextMeasure.Height(TextMeasure.Lines(lines[line], room, bold: line == 0)) * (line == 0 ? WorkbookStyle.TitleScale : 1);
        }
    }

    void WriteTable(IXLWorksheet page, SheetTable table, IReadOnlyList<double> widths, double[] heights)
    {
        if (table.Caption is { } caption)
        {
            WriteText(page.Cell(table.HeaderRow - 1, 1), caption.Bilingual());
            WorkbookStyle.Caption(page.Cell(table.HeaderRow - 1, 1).Style);
            heights[table.HeaderRow - 2] = TextMeasure.Height(1) * WorkbookStyle.CaptionScale;
        }
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var head = table.Columns[column];
            WriteText(page.Cell(table.HeaderRow, column + 1), head.Heading);
            WorkbookStyle.Header(page.Cell(table.HeaderRow, column + 1).Style, head.Format, table.IsIndented(column));
            WorkbookStyle.Column(page.Range(table.HeaderRow + 1, column + 1, table.LastRow, column + 1).Style, head.Format, table.IsIndented(column));
        }
        heights[table.HeaderRow - 1] = TextMeasure.Height(table.HeaderLines(widths));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            heights[table.HeaderRow + row] = TextMeasure.Height(table.Lines(row, widths));
            for (var column = 0; column < table.Columns.Count; column++)
                Write(page.Cell(table.HeaderRow + 1 + row, column + 1), table, row, column);
        }
        page.Range(table.HeaderRow, 1, table.LastRow, table.Columns.Count).CreateTable(table.Name).Theme = XLTableTheme.None;
    }

    void Write(IXLCell cell, SheetTable table, int row, int column)
    {
        switch (table.Rows[row][column])
        {
            case Cell.Number number:
                cell.SetValue(number.Value);
                break;
            case Cell.Text { Value.Length: 0 }:
                break;
            case Cell.Text text:
                WriteText(cell, text.Value);
                WorkbookStyle.Toned(cell.Style, text.Tone);
                break;
            case Cell.Mark mark:
                WriteText(cell, mark.Sign);
                WorkbookStyle.Mark(cell.Style);
                break;
            case Cell.Link link:
                WriteText(cell, link.Caption);
                cell.Hyperlink = new XLHyperlink($"{SheetTable.Quoted(link.Sheet)}!A1");
                WorkbookStyle.Link(cell.Style);
                break;
            case Cell.Formula formula:
                cell.FormulaA1 = table.Resolve(formula, row);
                cached.Add(new CachedCell(table.Sheet, table.Address(row, table.Columns[column].Code), formula.Value, formula.Words));
                break;
        }
    }

    /// <summary>Always as text: ClosedXML would turn "00123" into a number and "=1+1" into a formula.</summary>
    static void WriteText(IXLCell cell, string text)
    {
        var clean = string.Concat(text.Where(letter => letter >= ' ' || letter is '\n' or '\t'));
        cell.SetValue<string>(clean.Length <= LongestText ? clean : clean[..LongestText]);
        if (clean.Length > 0 && "=+-@\t\n＝＋－＠".Contains(clean[0], StringComparison.Ordinal))
            cell.Style.IncludeQuotePrefix = true;
    }
}
