namespace ImpactEval.Language.Tests;

[TestClass]
public sealed class TextLanguageDetectorTests
{
    [TestMethod]
    [DataRow("Khóa học rất bổ ích", WrittenLanguage.Vietnamese)]
    [DataRow("Cần thêm slide và workshop", WrittenLanguage.Vietnamese)]
    [DataRow("The trainers were very helpful", WrittenLanguage.English)]
    [DataRow("good course", WrittenLanguage.English)]
    [DataRow("Les formateurs étaient très disponibles", WrittenLanguage.French)]
    [DataRow("Merci beaucoup", WrittenLanguage.French)]
    [DataRow("研修はとても参考になりました", WrittenLanguage.Japanese)]
    [DataRow("", WrittenLanguage.Unknown)]
    [DataRow("10/10", WrittenLanguage.Unknown)]
    [DataRow("ok", WrittenLanguage.Unknown)]
    public void The_language_of_a_short_answer_is_named(string text, WrittenLanguage expected) =>
        Assert.AreEqual(new DetectedLanguage(expected), TextLanguageDetector.Of(text));

    [TestMethod]
    [DataRow("khong co gi")]
    [DataRow("phan loai rac tai nguon")]
    [DataRow("giang vien nhiet tinh, thoi gian ngan")]
    public void Vietnamese_without_marks_is_recognised(string text) =>
        Assert.AreEqual(new DetectedLanguage(WrittenLanguage.Vietnamese, WithoutMarks: true), TextLanguageDetector.Of(text));

    [TestMethod]
    public void Every_sentence_of_the_gold_sample_is_Vietnamese()
    {
        foreach (var (text, _) in GoldSample.Sentences)
            Assert.AreEqual(WrittenLanguage.Vietnamese, TextLanguageDetector.Of(text).Language, text);
    }
}
