using ClosedXML.Excel;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>Writes planned sheets with ClosedXML, and remembers the values of the formulas it wrote.</summary>
internal sealed class SheetWriter(SponsorReport report, XLWorkbook workbook)
{
    /// <summary>Excel's own limit for the text of a cell.</summary>
    const int LongestText = 32767;

    readonly List<CachedCell> cached = [];

    public IReadOnlyList<CachedCell> Cached => cached;

    public IXLWorksheet Write(Sheet sheet)
    {
        var page = workbook.Worksheets.Add(sheet.Name);
        string[] lines = [sheet.Title.Bilingual(), Coverage(), Shorthands(), sheet.Note.Bilingual()];
        var widths = WideEnough(sheet.Widths, lines);
        for (var line = 0; line < lines.Length; line++)
            WriteText(page.Cell(line + 1, 1), lines[line]);
        WorkbookStyle.Title(page.Cell(1, 1).Style);
        for (var column = 0; column < widths.Length; column++)
            page.Column(column + 1).Width = widths[column];
        foreach (var table in sheet.Tables)
            WriteTable(page, table, widths);
        if (sheet.Tables.Count == 1)
            page.SheetView.FreezeRows(sheet.Tables[0].HeaderRow);
        PageLayout.Apply(page, sheet, report);
        page.Cell(1, 1).SetActive();
        return page;
    }

    /// <summary>The lines above a table run over its columns; where these are narrower, paper would cut the lines, so the widest column grows.</summary>
    static double[] WideEnough(IReadOnlyList<double> widths, IReadOnlyList<string> lines)
    {
        var needed = lines.Select((line, row) => row == 0 ? TextMeasure.Width(line, bold: true) * WorkbookStyle.TitleScale : TextMeasure.Width(line)).Max();
        double[] wide = [.. widths];
        wide[Array.IndexOf(wide, wide.Max())] += Math.Max(0, Math.Ceiling(needed - wide.Sum()));
        return wide;
    }

    string Coverage()
    {
        var title = report.Study.Title.Bilingual();
        if (report.Findings.Period is not { FirstDay: { } first, LastDay: { } last } || report.Quarter is not { } quarter)
            return $"{title} · {Words.Both("Text.CoverageUnknown").Bilingual()}";
        return $"{title} · " + Words.Of("Text.Coverage", TextLanguage.Vi,
            ("first", Dates.Neutral(first)), ("last", Dates.Neutral(last)), ("quarter", quarter.Written));
    }

    string Shorthands() => string.Join(" · ", Enum.GetValues<Shorthand>().Select(Explained));

    string Explained(Shorthand shorthand) => $"{new Cell.Mark(shorthand).Sign} {report.Note($"Shorthand.{shorthand}").Bilingual()}";

    void WriteTable(IXLWorksheet page, SheetTable table, IReadOnlyList<double> widths)
    {
        if (table.Caption is { } caption)
        {
            WriteText(page.Cell(table.HeaderRow - 1, 1), caption.Bilingual());
            WorkbookStyle.Caption(page.Cell(table.HeaderRow - 1, 1).Style);
        }
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var head = table.Columns[column];
            WriteText(page.Cell(table.HeaderRow, column + 1), head.Heading);
            WorkbookStyle.Header(page.Cell(table.HeaderRow, column + 1).Style, head.Format, table.IsIndented(column));
            WorkbookStyle.Column(page.Range(table.HeaderRow + 1, column + 1, table.LastRow, column + 1).Style, head.Format, table.IsIndented(column));
        }
        page.Row(table.HeaderRow).Height = TextMeasure.Height(table.HeaderLines(widths));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            page.Row(table.HeaderRow + 1 + row).Height = TextMeasure.Height(table.Lines(row, widths));
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
