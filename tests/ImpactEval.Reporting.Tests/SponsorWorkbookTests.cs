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
        using var workbook = Opened();
        var expected = workbook.Worksheets.OrderBy(sheet => sheet.Name == PlannedSheet.NameOf(SheetKind.Dictionary)).SelectMany(sheet => sheet.Tables.OrderBy(table => table.RangeAddress.FirstAddress.RowNumber)
            .SelectMany(table => table.HeadersRow().Cells().Select(cell => $"{sheet.Name}|{table.Name}|{cell.GetString()}")));
        var told = SheetOf(workbook, SheetKind.Dictionary).Tables.Single().DataRange.Rows()
            .Select(row => $"{row.Cell(1).GetString()}|{row.Cell(2).GetString()}|{row.Cell(3).GetString()}");
        CollectionAssert.AreEqual(expected.ToArray(), told.ToArray());
    }

    [TestMethod]
    public void The_lines_above_a_table_fit_its_width()
    {
        var study = StudySample.Create() with { Title = new LocalText("Đào tạo " + string.Join(' ', Enumerable.Repeat("cán bộ lãnh đạo", 12))) };
        using var workbook = Opened(Written(study, FindingsSample.Create()));
        foreach (var page in workbook.Worksheets)
        {
            var width = page.ColumnsUsed().Sum(column => column.Width);
            for (var row = 1; row <= 4; row++)
                Assert.IsLessThanOrEqualTo(width, TextMeasure.Width(page.Cell(row, 1).GetString()), page.Name);
        }
    }

    [TestMethod]
    public void A_suppressed_group_shows_the_sign_and_no_number()
    {
        using var workbook = Opened();
        var rows = SheetOf(workbook, SheetKind.Disaggregation).Tables.Single().DataRange.Rows().Where(row => row.Cell(2).GetString() == "Cấp xã / Commune").ToArray();
        Assert.HasCount(2, rows);
        foreach (var cell in rows.SelectMany(row => row.Cells(5, row.CellCount() - 1)))
            Assert.AreEqual("[c]", cell.GetString(), cell.Address.ToString());
    }

    [TestMethod]
    public void What_cannot_be_estimated_shows_the_sign_and_the_reason()
    {
        using var workbook = Opened();
        var row = SheetOf(workbook, SheetKind.Competencies).Tables.Single().DataRange.Rows().Single(row => row.Cell(2).GetString() == "Giáo dục / Education");
        Assert.AreEqual(18, row.Cell(4).GetDouble());
        Assert.AreEqual("[x]", row.Cell(5).GetString());
        Assert.AreEqual("Không ước lượng được: điểm không biến thiên / Not estimable: the scores do not vary", row.Cell(row.CellCount()).GetString());
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
        Assert.StartsWith("Bài kiểm tra kiến thức: điểm trung bình tăng 8,4 điểm", sentences[0]);
        Assert.StartsWith("Tự đánh giá năng lực: điểm trung bình tăng 0,52 điểm", sentences[1]);
        Assert.StartsWith("Chủ đề được nói đến nhiều nhất", sentences[^1]);
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
    public void Quotes_that_nobody_confirmed_do_not_leave()
    {
        var study = StudySample.Create() with { Privacy = new PrivacyRules(5, QuotesNeedConfirmation: true) };
        using (var withheld = Opened(Written(study, FindingsSample.Create())))
            Assert.IsEmpty(withheld.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Where(cell => cell.GetString().Contains("hộ gia đình", StringComparison.Ordinal)));
        using var confirmed = Opened(Written(study, FindingsSample.Create(), new WorkbookOptions { QuotesConfirmed = true }));
        Assert.HasCount(3, SheetOf(confirmed, SheetKind.Quotes).Tables.Single().DataRange.Rows());
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
