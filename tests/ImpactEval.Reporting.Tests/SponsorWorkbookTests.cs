using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;
using PlannedSheet = ImpactEval.Reporting.Tables.Sheet;

namespace ImpactEval.Reporting.Tests;

[TestClass]
public sealed class SponsorWorkbookTests
{
    static readonly byte[] Sample = Written(StudySample.Create(), FindingsSample.Create());

    static byte[] Written(Study study, Findings findings, WorkbookOptions? options = null)
    {
        using var output = new MemoryStream();
        SponsorWorkbook.Write(study, findings, options ?? new WorkbookOptions(), output);
        return output.ToArray();
    }

    static XLWorkbook Opened(byte[]? bytes = null) => new(new MemoryStream(bytes ?? Sample));

    static IXLWorksheet SheetOf(XLWorkbook workbook, SheetKind kind) => workbook.Worksheet(PlannedSheet.NameOf(kind));

    [TestMethod]
    public void The_sheets_stand_in_their_order_with_names_Excel_takes()
    {
        using var workbook = Opened();
        string[] names = [.. workbook.Worksheets.Select(sheet => sheet.Name)];
        CollectionAssert.AreEqual(Enum.GetValues<SheetKind>().Select(PlannedSheet.NameOf).ToArray(), names);
        foreach (var name in names)
        {
            Assert.IsLessThanOrEqualTo(31, name.Length, name);
            Assert.AreEqual(-1, name.IndexOfAny([':', '\\', '/', '?', '*', '[', ']']), name);
        }
    }

    [TestMethod]
    public void A_second_run_gives_the_same_bytes_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            CollectionAssert.AreEqual(Sample, Written(StudySample.Create(), FindingsSample.Create()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void The_file_keeps_the_rules_of_the_format()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
        Assert.AreEqual("", string.Join('\n', errors.Take(5)));
    }

    [TestMethod]
    public void Columns_are_written_from_left_to_right()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample), isEditable: false);
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            uint[] starts = [.. part.Worksheet.Descendants<Column>().Select(column => column.Min!.Value)];
            CollectionAssert.AreEqual(starts.Order().ToArray(), starts);
        }
    }

    [TestMethod]
    public void Every_table_has_one_header_row_of_texts_that_occur_once()
    {
        using var workbook = Opened();
        foreach (var table in workbook.Worksheets.SelectMany(sheet => sheet.Tables))
        {
            string[] headings = [.. table.HeadersRow().Cells().Select(cell => cell.GetString())];
            Assert.HasCount(headings.Length, headings.Distinct(), table.Name);
            Assert.DoesNotContain("", headings, table.Name);
        }
    }

    [TestMethod]
    public void The_dictionary_explains_every_column_of_every_table_in_order()
    {
        var plan = WorkbookPlan.Of(new SponsorReport(StudySample.Create(), FindingsSample.Create(), new WorkbookOptions()));
        using var workbook = Opened();
        foreach (var table in plan.Sheets.SelectMany(sheet => sheet.Tables))
        {
            var headings = workbook.Worksheet(table.Sheet).Tables.Single(written => written.Name == table.Name).HeadersRow().Cells().Select(cell => cell.GetString());
            CollectionAssert.AreEqual(table.Columns.Select(head => head.Heading).ToArray(), headings.ToArray(), table.Name);
        }
        var expected = plan.Sheets.SelectMany(sheet => sheet.Tables).SelectMany(table => table.Columns.Select(head => $"{table.Name}|{head.Title}|{head.Meaning.Vi}|{head.Meaning.En}")).Distinct();
        var told = SheetOf(workbook, SheetKind.Dictionary).Tables.Single().DataRange.Rows().SelectMany(row => TablesIn(row.Cell(5).GetString())
            .Select(table => $"{table}|{row.Cell(1).GetString()}|{row.Cell(2).GetString()}|{row.Cell(3).GetString()}"));
        CollectionAssert.AreEquivalent(expected.ToArray(), told.ToArray());
    }

    /// <summary><c>Learning, Application B C</c> names four tables.</summary>
    static IEnumerable<string> TablesIn(string list) => list.Split(", ").Select(kind => kind.Split(' '))
        .SelectMany(kind => kind.Select((part, position) => position == 0 ? part : kind[0] + part));

    [TestMethod]
    public void The_lines_above_a_table_run_over_its_width_and_are_not_cut()
    {
        var study = StudySample.Create() with { Title = new LocalText("Đào tạo " + string.Join(' ', Enumerable.Repeat("cán bộ lãnh đạo", 12))) };
        using var workbook = Opened(Written(study, FindingsSample.Create()));
        foreach (var page in workbook.Worksheets)
        {
            foreach (var line in page.MergedRanges)
            {
                var (text, width) = (line.FirstCell().GetString(), line.Columns().Sum(column => column.WorksheetColumn().Width));
                var lines = TextMeasure.Lines(text, width, bold: line.FirstCell().Style.Font.Bold);
                Assert.IsTrue(line.FirstCell().Style.Alignment.WrapText, page.Name);
                if (text.Length > 0)
                    Assert.IsGreaterThanOrEqualTo(TextMeasure.Height(lines), line.FirstRow().WorksheetRow().Height, page.Name);
            }
            CollectionAssert.AreEqual(new[] { 1, 2, 3, 4 }, page.MergedRanges.Select(line => line.RangeAddress.FirstAddress.RowNumber).Order().ToArray(), page.Name);
        }
    }

    [TestMethod]
    public void A_suppressed_group_shows_the_sign_and_no_number()
    {
        using var workbook = Opened();
        var rows = SheetOf(workbook, SheetKind.Disaggregation).Tables.SelectMany(table => table.DataRange.Rows()).Where(row => row.Cell(1).GetString() == "Cấp xã / Commune").ToArray();
        Assert.HasCount(2, rows);
        foreach (var cell in rows.SelectMany(row => row.Cells(2, row.CellCount())))
            Assert.AreEqual("[c]", cell.GetString(), cell.Address.ToString());
    }

    [TestMethod]
    public void What_cannot_be_estimated_shows_the_sign_and_the_reason()
    {
        using var workbook = Opened();
        var sheet = SheetOf(workbook, SheetKind.Learning);
        var row = sheet.Tables.Single().DataRange.Rows().Single(row => row.Cell(1).GetString() == "– Giáo dục / Education");
        Assert.AreEqual(18, row.Cell(3).GetDouble());
        foreach (var cell in row.Cells(4, row.CellCount()))
            Assert.AreEqual("[v]", cell.GetString(), cell.Address.ToString());
        Assert.Contains("[v] không ước lượng được: điểm không biến thiên / not estimable: scores do not vary", sheet.Cell("A3").GetString());
    }

    [TestMethod]
    public void Every_formula_has_the_value_it_calculates_to()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample), isEditable: false);
        var stored = document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().SelectMany(sheet =>
            ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()
                .Where(cell => cell.CellFormula is not null).Select(cell => (Sheet: sheet.Name!.Value!, Address: cell.CellReference!.Value!, Value: cell.CellValue?.Text))).ToArray();
        Assert.IsGreaterThan(100, stored.Length);

        using var workbook = Opened();
        workbook.RecalculateAllFormulas();
        foreach (var (sheet, address, value) in stored)
        {
            var calculated = workbook.Worksheet(sheet).Cell(address).Value;
            if (calculated is string text)
                Assert.AreEqual(text, value, $"{sheet}!{address}");
            else
                Assert.AreEqual(Convert.ToDouble(calculated, CultureInfo.InvariantCulture), double.Parse(value!, CultureInfo.InvariantCulture), 1e-12, $"{sheet}!{address}");
        }
    }

    [TestMethod]
    public void The_summary_tells_at_most_seven_findings_primary_outcomes_first()
    {
        using var workbook = Opened();
        string[] sentences = [.. SheetOf(workbook, SheetKind.Summary).Tables.Single().DataRange.Rows().Select(row => row.Cell(2).GetString())];
        Assert.HasCount(7, sentences);
        Assert.StartsWith("Bài kiểm tra kiến thức: tăng 8,4 điểm", sentences[0]);
        Assert.StartsWith("Tự đánh giá năng lực: tăng 0,52 điểm", sentences[1]);
        Assert.StartsWith("Chủ đề được nói đến nhiều nhất", sentences[^1]);
        // The caveat stands once, above the sentences.
        Assert.Contains("không có nhóm đối chứng", SheetOf(workbook, SheetKind.Summary).Cell("A4").GetString());
        Assert.IsEmpty(sentences.Where(sentence => sentence.Contains("nhóm đối chứng", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Thresholds_are_named_cells()
    {
        using var workbook = Opened();
        Assert.AreEqual(0.95, workbook.NamedRange("ConfidenceLevel").Ranges.Single().FirstCell().GetDouble());
        Assert.AreEqual(5, workbook.NamedRange("SmallestCell").Ranges.Single().FirstCell().GetDouble());
    }

    [TestMethod]
    public void A_quote_that_looks_like_a_formula_stays_a_text()
    {
        using var workbook = Opened();
        var cell = SheetOf(workbook, SheetKind.Quotes).Tables.Single().DataRange.Row(2).Cell(3);
        Assert.AreEqual("=Phân loại rác ngay từ hộ gia đình là việc có thể làm ngay.", cell.GetString());
        Assert.IsFalse(cell.HasFormula);
        Assert.IsTrue(cell.Style.IncludeQuotePrefix);
    }

    [TestMethod]
    public void Quotes_that_nobody_confirmed_are_not_released()
    {
        var released = new WorkbookOptions { Status = ReportStatus.Released };
        using (var withheld = Opened(Written(QuotesToConfirm, FindingsSample.Create(), released)))
        {
            Assert.IsEmpty(withheld.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Where(cell => cell.GetString().Contains("hộ gia đình", StringComparison.Ordinal)));
            Assert.Contains("Trích dẫn được giữ lại", SheetOf(withheld, SheetKind.Quotes).Cell("A4").GetString());
        }
        using var confirmed = Opened(Written(QuotesToConfirm, FindingsSample.Create(), released with { QuotesConfirmed = true }));
        CollectionAssert.AreEqual(Enumerable.Repeat("đã xác nhận / confirmed", 3).ToArray(), StatusOfQuotes(confirmed));
    }

    [TestMethod]
    public void A_draft_shows_quotes_as_waiting_for_a_person()
    {
        using var draft = Opened(Written(QuotesToConfirm, FindingsSample.Create()));
        CollectionAssert.AreEqual(Enumerable.Repeat("chờ người xác nhận\nwaiting for a person's confirmation", 3).ToArray(), StatusOfQuotes(draft));
        Assert.Contains("phải có người xác nhận từng trích dẫn trước khi phát hành", SheetOf(draft, SheetKind.Quotes).Cell("A4").GetString());
    }

    static Study QuotesToConfirm => StudySample.Create() with { Privacy = new PrivacyRules(5, QuotesNeedConfirmation: true) };

    static string[] StatusOfQuotes(XLWorkbook workbook) =>
        [.. SheetOf(workbook, SheetKind.Quotes).Tables.Single().DataRange.Rows().Select(row => row.Cell(row.CellCount()).GetString())];

    [TestMethod]
    public void Rows_repeated_on_paper_are_absolute()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample), isEditable: false);
        string[] repeated = [.. document.WorkbookPart!.Workbook.Descendants<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles").Select(name => name.Text)];
        Assert.Contains($"'{PlannedSheet.NameOf(SheetKind.Learning)}'!$5:$5", repeated);
        Assert.IsEmpty(repeated.Where(name => !name.EndsWith("!$5:$5", StringComparison.Ordinal) && !name.EndsWith("!$7:$7", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Names_of_table_columns_write_their_line_breaks_out()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample), isEditable: false);
        string[] names = [.. document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.TableDefinitionParts).SelectMany(part => part.Table.Descendants<TableColumn>()).Select(column => column.Name!.Value!)];
        Assert.Contains("TB trước (điểm)_x000a_Mean before (points)", names);
        Assert.IsEmpty(names.Where(name => name.Contains('\n', StringComparison.Ordinal)));
    }

    [TestMethod]
    public void No_chart_crosses_the_border_of_a_page()
    {
        var charts = WorkbookPlan.Of(new SponsorReport(StudySample.Create(), FindingsSample.Create(), new WorkbookOptions())).Charts;
        Assert.IsGreaterThan(5, charts.Count);
        using var workbook = Opened();
        foreach (var chart in charts)
        {
            foreach (var end in workbook.Worksheet(chart.Sheet).PageSetup.RowBreaks)
                Assert.IsFalse(chart.FromRow < end && end < chart.ToRow, $"{chart.Title}: row {end}");
        }
    }

    [TestMethod]
    public void Every_sheet_is_printed_large_enough_to_read()
    {
        foreach (var sheet in WorkbookPlan.Of(new SponsorReport(StudySample.Create(), FindingsSample.Create(), new WorkbookOptions())).Sheets)
            Assert.IsGreaterThanOrEqualTo(0.6, Paper.Scale(sheet.Widths), sheet.Name);
    }

    [TestMethod]
    public void Names_of_transcripts_do_not_leave()
    {
        using var workbook = Opened();
        Assert.IsEmpty(workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Where(cell => cell.GetString().Contains("files/", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Findings_without_any_figure_still_make_a_workbook()
    {
        var sample = FindingsSample.Create();
        var bare = sample with
        {
            Period = new ReportPeriod(null, null, SponsorCalendar.Japan),
            Participation = new Participation([], []),
            Changes = [],
            Reliability = [],
            Items = [],
            Topics = null,
            Quality = new DataQuality([], [], 0),
        };
        using var workbook = Opened(Written(StudySample.Create(), bare));
        Assert.HasCount(Enum.GetValues<SheetKind>().Length, workbook.Worksheets);
        Assert.StartsWith("Không có số liệu", SheetOf(workbook, SheetKind.Learning).Cell(6, 1).GetString());
    }

    [TestMethod]
    public void The_code_of_a_report_is_its_study_and_quarter() =>
        Assert.AreEqual("jica-young-leaders-FY2024-Q2", SponsorWorkbook.CodeOf(StudySample.Create(), FindingsSample.Create()));
}
