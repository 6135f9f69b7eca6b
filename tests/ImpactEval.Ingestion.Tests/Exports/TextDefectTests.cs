using System.Text;
using ImpactEval.Ingestion.Exports;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class TextDefectTests
{
    static ExportReading With(string text, string heading = "Ý kiến")
    {
        var lines = ExportSample.Class($"Mã học viên,Họ và tên,Điểm trước,Điểm sau,{heading}").Select((line, at) => at == 0 ? line : line + ",").ToList();
        lines[6] += $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return ExportSample.Csv(lines);
    }

    [TestMethod]
    [DataRow("=1+1")]
    [DataRow("+84 900 000 000")]
    [DataRow("@SUM(1+1)")]
    [DataRow("\t=1+1")]
    [DataRow("＝1+1")]
    [DataRow("'=1+1")]
    [DataRow("- Cần thêm tài liệu")]
    [DataRow("%0A=1+1")]
    [DataRow(";=1+1")]
    [DataRow("\"=1+1\"")]
    public void Text_that_a_spreadsheet_would_run_is_told(string text)
    {
        var read = With(text);

        CollectionAssert.AreEqual(new[] { 7 }, read.The(DefectKind.FormulaLikeText).Rows.ToArray());
        Assert.AreEqual("formula_like_text", ExportSample.Kinds(read));
    }

    [TestMethod]
    [DataRow("-3.5")]
    [DataRow("-")]
    [DataRow("1 + 1 = 2")]
    public void Numbers_and_plain_text_are_let_be(string text) => Assert.IsNull(With(text).Find(DefectKind.FormulaLikeText));

    [TestMethod]
    public void Control_characters_are_told_but_not_line_breaks()
    {
        CollectionAssert.AreEqual(new[] { "HV-006" }, With("một\u000Bhai").The(DefectKind.ControlCharacter).Ids.ToArray());
        Assert.AreEqual("", ExportSample.Kinds(With("một\nhai\tba")));
    }

    [TestMethod]
    [DataRow("Nguyễn\u00A0Thị")]
    [DataRow("Ngu\u00ADyễn")]
    [DataRow("Nguyễn\u200B Thị")]
    public void Invisible_characters_are_told(string text) =>
        CollectionAssert.AreEqual(new[] { "HV-006" }, With(text, "Chức vụ").The(DefectKind.InvisibleCharacter).Ids.ToArray());

    [TestMethod]
    public void French_spacing_and_joined_pictograms_are_no_defect() => Assert.AreEqual("", ExportSample.Kinds(With("Très bien\u00A0! «\u00A0oui\u00A0» 👩\u200D🏫", "Avis")));

    [TestMethod]
    [DataRow("Xin gọi số 0912 345 678.")]
    [DataRow("Viết thư về abc@example.org nhé.")]
    [DataRow("Liên hệ ông Nguyễn Văn Mẫu để biết thêm.")]
    public void Names_and_numbers_of_people_in_free_text_are_told(string text) =>
        CollectionAssert.AreEqual(new[] { "HV-006" }, With(text).The(DefectKind.PiiInFreeText).Ids.ToArray());

    [TestMethod]
    public void A_misread_column_is_named_with_what_happened_and_left_as_it_is()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var latin = Encoding.GetEncoding(1252);
        var lines = ExportSample.Class("Mã học viên,Họ và tên,Điểm trước,Điểm sau").Select((line, at) =>
            at == 0 ? line : line.Replace("Người", latin.GetString(Encoding.UTF8.GetBytes("Trần Thị Tuyết")), StringComparison.Ordinal));

        var read = ExportSample.Csv(lines);

        CollectionAssert.AreEqual(new[] { "Họ và tên" }, read.The(DefectKind.Mojibake).Columns.ToArray());
        Assert.AreEqual("mojibake", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void A_byte_that_cannot_be_read_is_told_with_its_cell_and_the_file_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', ExportSample.Class("Mã học viên,Họ và tên,Điểm trước,Điểm sau")));
        bytes[Array.IndexOf(bytes, (byte)'C', Encoding.UTF8.GetByteCount("Mã học viên,Họ và tên,Điểm trước,Điểm sau"))] = 0xFF;

        var read = ExportFile.Read("table.csv", bytes);

        Assert.AreEqual(12, read.Records);
        Assert.AreEqual("mojibake", ExportSample.Kinds(read));
        CollectionAssert.AreEqual(new[] { "HV-002" }, read.The(DefectKind.Mojibake).Ids.ToArray());
        CollectionAssert.AreEqual(new[] { "Họ và tên" }, read.The(DefectKind.Mojibake).Columns.ToArray());
    }

    [TestMethod]
    public void A_zero_in_a_text_is_a_control_character() =>
        CollectionAssert.AreEqual(new[] { 7 }, With("góp\0 ý").The(DefectKind.ControlCharacter).Rows.ToArray());
}
