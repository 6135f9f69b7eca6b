namespace ImpactEval.Studies.Tests;

[TestClass]
public sealed class LocalTextTests
{
    [TestMethod]
    public void A_missing_translation_falls_back_to_English_then_to_Vietnamese()
    {
        Assert.AreEqual("Course", new LocalText("Lớp", "Course").In(TextLanguage.Ja));
        Assert.AreEqual("Lớp", new LocalText("Lớp").In(TextLanguage.En));
        Assert.AreEqual("Cours", new LocalText("Lớp", "Course", "Cours").In(TextLanguage.Fr));
    }
}
