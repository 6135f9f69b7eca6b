namespace ImpactEval.Ingestion.Tests;

[TestClass]
public sealed class NearestWordTests
{
    /// <summary>kitten–sitting is Levenshtein's usual example (3); a swap of neighbours counts once (Damerau 1964).</summary>
    [TestMethod]
    [DataRow("kitten", "sitting", 3)]
    [DataRow("", "abc", 3)]
    [DataRow("abc", "abc", 0)]
    [DataRow("wave", "wvae", 1)]
    [DataRow("a cat", "an act", 2)]
    public void Slips_are_counted(string from, string to, int slips)
    {
        Assert.AreEqual(slips, NearestWord.Slips(from, to));
        Assert.AreEqual(slips, NearestWord.Slips(to, from));
    }

    [TestMethod]
    public void The_nearest_candidate_wins_and_the_first_of_equals() =>
        Assert.AreEqual("post", NearestWord.To("pots", ["pre", "post", "pets"]));

    [TestMethod]
    public void A_word_too_far_from_all_has_no_nearest() => Assert.IsNull(NearestWord.To("colour", ["wave", "source"]));

    [TestMethod]
    public void Case_and_tone_placement_are_no_slips() => Assert.AreEqual("Hòa", NearestWord.To("HOÀ", ["Hoa", "Hòa"]));
}
