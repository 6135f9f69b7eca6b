using System.Text;
using ImpactEval.Ingestion.Exports;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class StructureDefectTests
{
    [TestMethod]
    public void A_row_with_too_few_or_too_many_fields_is_told_and_not_scored()
    {
        var lines = ExportSample.Class("Mã HV,Tên,Trước,Sau");
        lines[2] = "HV-002,Người C";
        lines[5] += ",thừa";

        var read = ExportSample.Csv(lines);

        CollectionAssert.AreEqual(new[] { "HV-002", "HV-005" }, read.The(DefectKind.RaggedRow).Ids.ToArray());
        CollectionAssert.AreEqual(new[] { 3, 6 }, read.The(DefectKind.RaggedRow).Rows.ToArray());
        Assert.AreEqual(12, read.Participants);
        Assert.AreEqual(10, read.Waves[WaveKind.Pre]);
    }

    [TestMethod]
    public void A_blank_row_is_told_inside_the_table_and_not_after_it()
    {
        var lines = ExportSample.Class("Code,Name,Pre,Post");
        lines.Insert(4, ",,,");

        var defect = ExportSample.Csv(lines.Append(",,,")).The(DefectKind.BlankRow);

        CollectionAssert.AreEqual(new[] { 5 }, defect.Rows.ToArray());
    }

    [TestMethod]
    [DataRow("Tổng cộng,,500,700", "Nhóm 2: tỉnh", "Ghi chú: thi bù ngày 3.")]
    [DataRow("Overall average,,45.2,65.2", "Group two", "* absent participants sat the test later")]
    [DataRow("Moyenne générale,,45.2,65.2", "Groupe deux", "Source : relevé officiel")]
    [DataRow("平均点,,45.2,65.2", "第二 グループ", "注： 追試験を含む")]
    public void Rows_about_the_table_are_no_people(string summary, string section, string note)
    {
        var lines = ExportSample.Class("Code,Name,Score before,Score after");
        lines.Insert(7, $"{section},,,");

        var read = ExportSample.Csv(lines.Concat([summary, ",,,", $"{note},,,"]));

        Assert.AreEqual(12, read.Records);
        CollectionAssert.AreEqual(new[] { 8 }, read.The(DefectKind.SectionRow).Rows.ToArray());
        CollectionAssert.AreEqual(new[] { 15 }, read.The(DefectKind.SummaryRow).Rows.ToArray());
        CollectionAssert.AreEqual(new[] { 17 }, read.The(DefectKind.FootnoteRow).Rows.ToArray());
    }

    [TestMethod]
    public void Titles_above_the_headings_are_passed_over()
    {
        var read = ExportSample.Csv(new[] { "KẾT QUẢ KIỂM TRA,,,", ",,,", "(Lớp 5),,," }.Concat(ExportSample.Class("Mã học viên,Họ tên,Điểm trước,Điểm sau")));

        CollectionAssert.AreEqual(new[] { 4 }, read.HeaderRow.ToArray());
        Assert.HasCount(12, read.Pairs!);
    }

    [TestMethod]
    public void Two_rows_of_headings_are_joined()
    {
        var lines = ExportSample.Class("Mã học viên,Họ tên,Điểm kiểm tra,");
        lines.Insert(1, ",,Trước,Sau");

        var read = ExportSample.Csv(lines);

        Assert.AreEqual(1, read.The(DefectKind.MergedHeader).Count);
        CollectionAssert.AreEqual(new[] { 1, 2 }, read.HeaderRow.ToArray());
        Assert.HasCount(12, read.Pairs!);
    }

    [TestMethod]
    public void Headings_that_repeat_are_told_and_decide_nothing()
    {
        var read = ExportSample.Csv(ExportSample.Class("Code,Name,Score,Score"));

        CollectionAssert.AreEqual(new[] { "Score" }, read.The(DefectKind.DuplicateHeader).Columns.ToArray());
        Assert.IsEmpty(read.Waves);
        Assert.IsNull(read.Pairs);
    }

    [TestMethod]
    public void Spaces_and_invisible_signs_around_headings_are_told()
    {
        var read = ExportSample.Csv(ExportSample.Class("Code,Name,Score before  ,Score after\u200B"));

        Assert.AreEqual(2, read.The(DefectKind.HeaderWhitespace).Count);
        Assert.HasCount(12, read.Pairs!);
    }

    [TestMethod]
    public void A_column_without_a_heading_is_told() =>
        Assert.AreEqual(1, ExportSample.Csv(ExportSample.Class("Code,Name,Pre,Post").ConvertAll(line => line + ",")).The(DefectKind.EmptyHeader).Count);

    [TestMethod]
    public void Headings_alone_are_no_table_of_people()
    {
        var read = ExportSample.Csv(["Mã học viên,Họ và tên,Điểm trước,Điểm sau"]);

        Assert.AreEqual("wide-table", read.Format);
        Assert.AreEqual(0, read.Records);
        Assert.AreEqual("no_rows", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void A_quote_that_never_closes_is_told_with_its_line_and_nothing_is_counted()
    {
        var lines = ExportSample.Class("Code,Name,Pre,Post");
        lines[5] = "HV-005,\"Người F,45.5,65.5";

        var read = ExportSample.Csv(lines);

        Assert.AreEqual(6, read.The(DefectKind.UnterminatedQuote).Line);
        Assert.IsNull(read.Records);
        Assert.IsNull(read.Participants);
        Assert.IsTrue(read.IsRefused);
    }

    [TestMethod]
    public void A_hidden_sheet_is_named_and_not_read()
    {
        IEnumerable<object?[]> visible = [["Code", "Pre", "Post"], ["A1", 4.5, 6.5], ["A2", 5.5, 7.5]];
        IEnumerable<object?[]> hidden = [["Code", "Old"], ["A1", 1.0]];

        var read = ExportFile.Read("table.xlsx", Office.Workbook([("Kết quả", "", visible), ("Cũ", "hidden", hidden)]));

        CollectionAssert.AreEqual(new[] { "Cũ" }, read.The(DefectKind.HiddenSheet).Sheets.ToArray());
        Assert.AreEqual(2, read.Records);
    }

    [TestMethod]
    public void Days_counted_from_1904_are_told_and_read_so()
    {
        IEnumerable<object?[]> rows = [["Mã học viên", "Ngày sinh", "Trước", "Sau"], ["A1", 27_000.0, 4.5, 6.5], ["A2", 28_000.0, 5.5, 7.5]];

        var read = ExportFile.Read("table.xlsx", Office.Workbook([("Sheet1", "", rows)], from1904: true));

        Assert.AreEqual("date_system_1904", ExportSample.Kinds(read));
        // 27 000 days after 1 January 1904.
        Assert.AreEqual(new DateOnly(1904, 1, 1).AddDays(27_000), read.BirthDates["A1"]);
    }

    [TestMethod]
    public void Decomposed_text_is_told_by_rows()
    {
        var lines = ExportSample.Class("Mã học viên,Họ tên,Điểm trước,Điểm sau");

        var read = ExportSample.Csv(lines.Select(line => line.Normalize(NormalizationForm.FormD)));

        Assert.AreEqual(13, read.The(DefectKind.UnicodeNotNfc).Count);
        Assert.HasCount(12, read.Pairs!);
    }

    [TestMethod]
    public void Text_that_is_not_Unicode_is_told_with_its_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var lines = ExportSample.Class("Ma hoc vien;Ho ten;Diem truoc;Diem sau").ConvertAll(line => line.Replace(',', ';').Replace("Người", "Trần Thị Hoài Đức ở Đà Nẵng".Normalize(NormalizationForm.FormD), StringComparison.Ordinal));
        var text = string.Join('\n', lines).Replace("a\u0302", "â", StringComparison.Ordinal).Replace("o\u031B", "ơ", StringComparison.Ordinal).Replace("a\u0306", "ă", StringComparison.Ordinal);

        var read = ExportFile.Read("ds.csv", Encoding.GetEncoding(1258).GetBytes(text));

        Assert.AreEqual("windows-1258", read.The(DefectKind.LegacyEncoding).Encoding);
        Assert.HasCount(12, read.Pairs!);
    }
}
