using System.Text;
using ImpactEval.Language;

namespace ImpactEval.Language.Tests;

[TestClass]
public sealed class FoldedTextTests
{
    [TestMethod]
    [DataRow("Hoà Bình", "Hòa Bình")]
    [DataRow("hoá", "HÓA")]
    [DataRow("Thuỷ", "Thủy")]
    [DataRow("uý", "úy")]
    [DataRow("khoẻ", "khỏe")]
    [DataRow("  Mã học\u00A0 viên\n", "Mã học viên")]
    [DataRow("Mã\u200B học\uFEFF viên", "mã học viên")]
    [DataRow("Ðiểm", "Điểm")]
    [DataRow("ＹＬＣ－００１", "ylc-001")]
    public void Spellings_of_one_text_have_one_key(string one, string other) => Assert.AreEqual(FoldedText.Of(other), FoldedText.Of(one));

    [TestMethod]
    public void Decomposed_and_composed_text_have_one_key() =>
        Assert.AreEqual(FoldedText.Of("Điểm trước"), FoldedText.Of("Điểm trước".Normalize(NormalizationForm.FormD)));

    [TestMethod]
    [DataRow("quý", "qúy")]
    [DataRow("hoàn", "hòan")]
    [DataRow("bán", "bàn")]
    [DataRow("đa", "da")]
    public void Different_texts_keep_different_keys(string one, string other) => Assert.AreNotEqual(FoldedText.Of(other), FoldedText.Of(one));

    [TestMethod]
    public void Folding_twice_changes_nothing()
    {
        foreach (var text in new[] { "Hoà  Bình ", "ＡＢＣ", "Thuỷ\u200B", "" })
            Assert.AreEqual(FoldedText.Of(text), FoldedText.Of(FoldedText.Of(text)));
    }
}
