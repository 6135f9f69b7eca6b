namespace ImpactEval.Studies.Tests;

[TestClass]
public sealed class OutcomeFamilyTests
{
    [TestMethod]
    public void A_star_means_every_part_and_not_the_whole()
    {
        var fields = new OutcomeFamily("fields", new LocalText("Lĩnh vực"), ["knowledge.*"]);
        Assert.IsTrue(fields.Contains("knowledge.urban"));
        Assert.IsFalse(fields.Contains("knowledge"));
        Assert.IsFalse(fields.Contains("knowledge2.urban"));
    }

    [TestMethod]
    public void A_name_means_itself() => Assert.IsTrue(new OutcomeFamily("f", new LocalText("f"), ["self"]).Contains("self"));
}
