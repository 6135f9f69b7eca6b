using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Tables;

[TestClass]
public sealed class XlsxTests
{
    static readonly object?[] Headings = ["Mã học viên", "Ngày làm", "Đợt", "K01", "K02", "K03"];
    static readonly object?[] Row = ["YLC-001", new DateOnly(2024, 1, 20), "Đầu khóa", 1, 0.25, "Đúng"];

    static FileRecords Read(byte[] workbook, Func<Source, Source>? with = null) => SampleReading.Of("knowledge-tests", "kiem-tra.xlsx", workbook, with);

    [TestMethod]
    public void Numbers_dates_and_texts_are_read_from_their_cells()
    {
        var records = Read(Office.Workbook([Headings, Row]));
        Assert.IsEmpty(records.Problems);
        var assessment = records.Assessments.Single();
        Assert.AreEqual(new DateOnly(2024, 1, 20), assessment.TakenOn);
        CollectionAssert.AreEqual(new[] { 1.0, 0.25, 1.0 }, assessment.Scores);
        Assert.AreEqual(SourceFormat.Xlsx, records.Layout.Format);
    }

    [TestMethod]
    public void Row_numbers_are_those_of_the_sheet_even_where_rows_are_missing()
    {
        var records = Read(Office.Workbook([["BẢNG ĐIỂM"], [], Headings, Row, [], ["YLC-002", null, "Đầu khóa", 9, 0, 0]]), source => source with { HeaderRow = 3 });
        Assert.AreEqual(4, records.Assessments.Single().SourceRow);
        CollectionAssert.AreEqual(
            new[] { (5, RowProblemKind.BlankRow), (6, RowProblemKind.ScoreOutOfRange) }, records.Problems.Select(problem => (problem.Row, problem.Kind)).ToArray());
    }

    /// <summary>43849 is 19 January 2020, and 1462 days later in the 1904 system (ECMA-376 Part 1, 18.17.4.1).</summary>
    [TestMethod]
    [DataRow(false, "2020-01-19")]
    [DataRow(true, "2024-01-20")]
    public void Serial_numbers_of_days_count_from_the_workbooks_own_first_day(bool from1904, string expected)
    {
        object?[] row = ["YLC-001", 43849, "Đầu khóa", 1, 0, 0];
        object?[] dated = ["YLC-002", new DateOnly(2020, 1, 19), "Đầu khóa", 1, 0, 0];
        var records = Read(Office.Workbook([("Sheet1", "", [Headings, row, dated])], from1904));
        Assert.AreEqual(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), records.Assessments[0].TakenOn);
        Assert.AreEqual(records.Assessments[0].TakenOn, records.Assessments[1].TakenOn, "a date cell counts as a bare number does");
    }

    [TestMethod]
    public void The_first_visible_sheet_is_read_unless_another_is_named()
    {
        var workbook = Office.Workbook([("Ẩn", "hidden", [Headings, ["YLC-009", null, "post", 1, 1, 1]]), ("Kết quả", "", [Headings, Row])]);
        Assert.AreEqual("YLC-001", Read(workbook).Assessments.Single().Person);
        var named = Read(workbook, source => source with { Sheet = "ẩn " });
        Assert.AreEqual("YLC-009", named.Assessments.Single().Person);
        Assert.AreEqual("Ẩn", named.Layout.Sheet);
    }

    [TestMethod]
    public void A_sheet_that_is_not_there_is_told_with_the_nearest_name()
    {
        var problem = SampleReading.Refusal(() => Read(Office.Workbook([("Kết quả", "", [Headings, Row])]), source => source with { Sheet = "Kết qủa" }));
        Assert.AreEqual(new ContractProblem(ContractProblemKind.SheetMissing, "kiem-tra.xlsx", null, null, "Kết qủa", "Kết quả"), problem);
    }

    [TestMethod]
    public void A_sheet_that_stretches_beyond_all_data_is_refused_before_it_is_walked()
    {
        var parts = Office.WorkbookParts([("Sheet1", "", [Headings, Row])], from1904: false)
            .Select(part => part.Name.Contains("sheet1", StringComparison.Ordinal)
                ? (part.Name, part.Content.Replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>", StringComparison.Ordinal))
                : part);
        Assert.AreEqual(ContractProblemKind.HostileArchive, SampleReading.Refusal(() => Read(Office.Zip(parts))).Kind);
    }

    [TestMethod]
    public void An_error_cell_is_no_score()
    {
        var parts = Office.WorkbookParts([("Sheet1", "", [Headings, Row])], from1904: false)
            .Select(part => (part.Name, part.Content.Replace("<c r=\"D2\"><v>1</v></c>", "<c r=\"D2\" t=\"e\"><v>#N/A</v></c>", StringComparison.Ordinal)));
        Assert.AreEqual(new RowProblem(2, "K01", RowProblemKind.ScoreNotNumeric, "#N/A"), Read(Office.Zip(parts)).Problems.Single());
    }

    [TestMethod]
    public void A_workbook_whose_sheet_is_damaged_is_refused()
    {
        var parts = Office.WorkbookParts([("Sheet1", "", [Headings, Row])], from1904: false)
            .Select(part => part.Name.Contains("sheet1", StringComparison.Ordinal) ? (part.Name, part.Content[..^30]) : part);
        Assert.AreEqual(ContractProblemKind.FileUnreadable, SampleReading.Refusal(() => Read(Office.Zip(parts))).Kind);
    }
}
