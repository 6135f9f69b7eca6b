namespace ImpactEval.Studies.Tests;

[TestClass]
public sealed class WordTests
{
    [TestMethod]
    public void An_enum_value_has_one_written_word_and_back()
    {
        Assert.AreEqual("retrospective_pre", Word.Of(WaveKind.RetrospectivePre));
        foreach (var word in Word.All<WaveKind>())
            Assert.AreEqual(word, Word.Of(Word.Parse<WaveKind>(word)!.Value));
    }

    [TestMethod]
    public void The_words_of_the_waves_are_those_of_the_decision() =>
        CollectionAssert.AreEqual(new[] { "needs", "pre", "retrospective_pre", "post", "follow_up" }, Word.All<WaveKind>().ToArray());

    [TestMethod]
    public void An_unknown_word_is_no_value() => Assert.IsNull(Word.Parse<WaveKind>("before"));
}
