using System.Text;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Spss;

[TestClass]
public sealed class SpssEncodingTests
{
    const string Label = "Đánh giá trước khóa học";

    static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    /// <summary>The label in Windows-1258, a letter for each byte: the tones of ớ and ọ stand behind their letters.</summary>
    const string In1258 = "\u00D0\u00E1nh gi\u00E1 tr\u00FD\u00F5\u00ECc kh\u00F3a ho\u00F2c";

    [TestMethod]
    public void The_encoding_record_is_believed_before_the_code_page()
    {
        var file = SpssReading.Open(new SavFile().Number("A", Label).CodePage(1252).Extension(20, "utf-8"));
        Assert.AreEqual(Label, file.Variable("A").Label);
        Assert.AreEqual("utf-8", file.Dictionary.Encoding);
    }

    [TestMethod]
    [DataRow(1258)]
    [DataRow(2)]
    [DataRow(0)]
    public void Windows_1258_is_declared_or_shown(int page)
    {
        var file = SpssReading.Open(new SavFile { Encoding = Encoding.Latin1 }.Number("A", In1258).CodePage(page));
        Assert.AreEqual(Label, file.Variable("A").Label);
        Assert.AreEqual("windows-1258", file.Dictionary.Encoding);
    }

    [TestMethod]
    public void Data_show_the_encoding_when_the_dictionary_is_plain_ASCII()
    {
        var file = SpssReading.Open(new SavFile { Encoding = Encoding.Latin1 }.Text("A", 40).Row(In1258));
        Assert.AreEqual(Label, file.Column("A")[0].Text);
    }

    [TestMethod]
    public void Undeclared_UTF_8_is_known_though_letters_are_cut_between_the_parts_of_a_long_text()
    {
        var text = string.Concat(Enumerable.Repeat("a" + Label, 40));
        var file = SpssReading.Open(new SavFile().VeryLong("AAAA", 2000).Row(text));
        Assert.AreEqual("utf-8", file.Dictionary.Encoding);
        Assert.AreEqual(text, file.Column("AAAA")[0].Text);
    }

    [TestMethod]
    [DataRow("cp932", 932, "満足度")]
    [DataRow("SHIFT_JIS", 932, "満足度")]
    [DataRow("windows-31j", 932, "満足度")]
    [DataRow("windows-1252", 1252, "Évaluation")]
    [DataRow("GBK", 936, "评价")]
    public void Other_code_pages_are_read(string name, int page, string label)
    {
        var file = SpssReading.Open(new SavFile { Encoding = Encoding.Latin1 }.Number("A", Encoding.Latin1.GetString(Page(page).GetBytes(label))).Extension(20, name));
        Assert.AreEqual(label, file.Variable("A").Label);
    }

    [TestMethod]
    public void The_study_file_has_the_last_word()
    {
        var file = SpssReading.Open(new SavFile { Encoding = Encoding.Latin1 }.Number("A", In1258).Extension(20, "windows-1252"), "windows-1258");
        Assert.AreEqual(Label, file.Variable("A").Label);
    }

    [TestMethod]
    public void Decomposed_text_is_composed_and_told()
    {
        var file = SpssReading.Open(new SavFile().Number("A", Label.Normalize(NormalizationForm.FormD)).Utf8());
        Assert.AreEqual(Label, file.Variable("A").Label);
        Assert.IsTrue(file.WasDecomposed);
    }

    [TestMethod]
    public void Bytes_that_are_no_text_are_refused_with_their_row()
    {
        var file = new SavFile().Text("A", 8).Utf8().Row("tốt").Row((object)new byte[] { (byte)'x', 0xFF, (byte)'y', 0x20 });
        var problem = SpssReading.Refusal(file.Bytes());
        Assert.AreEqual(ContractProblemKind.EncodingBroken, problem.Kind);
        Assert.AreEqual("utf-8: A", problem.Found);
        Assert.AreEqual(2, problem.Line);
    }

    [TestMethod]
    public void Without_a_word_of_the_encoding_the_texts_show_it()
    {
        var file = SpssReading.Open(new SavFile { Encoding = Encoding.Latin1 }.Number("A", "§¸nh gi¸ tr­íc khãa häc, møc ®é ®¹t ®­îc"));
        Assert.AreEqual("Đánh giá trước khóa học, mức độ đạt được", file.Variable("A").Label);
    }

    [TestMethod]
    public void Texts_that_fit_no_encoding_are_refused()
    {
        var file = new SavFile { Encoding = Encoding.Latin1 }.Number("A", "\u0081\u008d\u00ff\u0090\u009d \u0001\u00fe\u0081\u008f\u00ad \u00ff\u00fe\u0081");
        Assert.AreEqual(ContractProblemKind.EncodingBroken, SpssReading.Refusal(file.Bytes()).Kind);
    }
}
