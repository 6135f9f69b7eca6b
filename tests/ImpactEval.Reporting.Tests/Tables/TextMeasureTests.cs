using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Tests.Tables;

[TestClass]
public sealed class TextMeasureTests
{
    [TestMethod]
    public void A_short_text_takes_one_line() => Assert.AreEqual(1, TextMeasure.Lines("Ghi chú / Note", 20));

    [TestMethod]
    public void A_line_breaks_between_words() => Assert.AreEqual(2, TextMeasure.Lines("Điểm trung bình trước", 12));

    [TestMethod]
    public void A_word_wider_than_the_column_is_broken() => Assert.AreEqual(4, TextMeasure.Lines(new string('a', 64), 20));

    [TestMethod]
    public void A_paragraph_begins_a_line() => Assert.AreEqual(3, TextMeasure.Lines("a\nb\nc", 20));

    [TestMethod]
    public void No_row_is_taller_than_Excel_allows() => Assert.AreEqual(409.0, TextMeasure.Height(100), 0);
}
