using System.Text;

namespace ImpactEval.Language.Tests;

[TestClass]
public sealed class NormalisedTextTests
{
    // Both spellings are in use; the open syllable takes its mark on the first vowel, the closed one on the second, and after q the u is no vowel.
    [TestMethod]
    [DataRow("hoà bình, khoẻ, thuỷ lợi", "hòa bình, khỏe, thủy lợi")]
    [DataRow("HOÀ BÌNH, Uỷ ban", "HÒA BÌNH, Ủy ban")]
    [DataRow("hòan thành tòan bộ", "hoàn thành toàn bộ")]
    [DataRow("quý, quỹ, qúy", "quý, quỹ, quý")]
    [DataRow("loại, ngoài, khuỷu, huỳnh, xoài", "loại, ngoài, khuỷu, huỳnh, xoài")]
    public void Tone_marks_stand_in_one_place(string written, string expected) => Assert.AreEqual(expected, NormalisedText.Of(written).Value);

    [TestMethod]
    public void White_space_is_single_and_invisible_characters_are_gone() =>
        Assert.AreEqual("một hai\nba", NormalisedText.Of("  một\u00A0\t hai\u200B \r\n\n ba \n").Value);

    [TestMethod]
    public void Decomposed_text_is_composed()
    {
        var text = NormalisedText.Of("Phân loại rác".Normalize(NormalizationForm.FormD));
        Assert.AreEqual("Phân loại rác", text.Value);
    }

    [TestMethod]
    public void The_way_back_leads_to_the_written_characters()
    {
        var original = "Rất  hoà\u0300 hợp ạ".Normalize(NormalizationForm.FormD);
        var text = NormalisedText.Of(original);
        var at = text.Value.IndexOf("hợp", StringComparison.Ordinal);
        Assert.AreEqual("hợp", text.OriginalSpan(new TextSpan(at, 3)).In(original).Normalize(NormalizationForm.FormC));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("   \n")]
    [DataRow("\u0301 dấu mồ côi")]
    [DataRow("hỏng \uD800 và \uDC00\u0301 cụt")]
    [DataRow("😀 cười ﷽ 한국 각")]
    [DataRow("Tiếng Việt\tcó  dấu\r\nhai dòng")]
    public void Every_stretch_comes_back_inside_the_original_in_order(string original)
    {
        var text = NormalisedText.Of(original);
        var last = 0;
        for (var i = 0; i < text.Value.Length; i++)
        {
            var span = text.OriginalSpan(new TextSpan(i, 1));
            Assert.IsTrue(span.Start >= last && span.Length > 0 && span.End <= original.Length, $"character {i}");
            last = span.Start;
        }
        Assert.AreEqual(0, text.OriginalSpan(new TextSpan(text.Value.Length, 0)).Length);
    }

    [TestMethod]
    public void Normalising_twice_changes_nothing()
    {
        foreach (var (original, _) in GoldSample.Sentences)
        {
            var once = NormalisedText.Of(original).Value;
            Assert.AreEqual(once, NormalisedText.Of(once).Value);
        }
    }

    [TestMethod]
    public void Letters_lose_their_marks_one_for_one()
    {
        Assert.AreEqual("Duong pho Nguyen Hue, o day", ToneMarks.Remove("Đường phố Nguyễn Huệ, ở đây"));
        Assert.AreEqual("研修 10 %", ToneMarks.Remove("研修 10 %"));
    }
}
