using ImpactEval.Studies;

namespace ImpactEval.Evaluation.Tests;

[TestClass]
public sealed class ParticipationTests
{
    [TestMethod]
    public void Everybody_and_every_group_are_counted_by_wave()
    {
        var study = SmallStudy.Declared();
        var rows = Evaluator.Evaluate(
            SmallStudy.Of(study, SmallStudy.Test(1, "pre", 1, 1), SmallStudy.Test(2, "pre", 2, 2), SmallStudy.Test(3, "pre", 3, 3), SmallStudy.Test(4, "post", 4, 4), SmallStudy.Test(1, "post", 4, 4)),
            study.Design).Participation.Rows;

        Assert.IsNull(rows[0].Group);
        Assert.AreEqual(4, rows[0].Enrolled.Value);
        CollectionAssert.AreEqual(new int?[] { 3, 2 }, rows[0].Measured.Select(count => count.Value).ToArray());
        Assert.AreEqual(1, rows[0].Paired.Value);
        var women = rows.Single(row => row.Group == new GroupKey("sex", "F"));
        CollectionAssert.AreEqual(new int?[] { 2, 1 }, women.Measured.Select(count => count.Value).ToArray());
    }

    [TestMethod]
    public void A_pair_is_two_measurements_by_one_instrument()
    {
        var study = SmallStudy.Declared();
        var reaction = new Assessment(new ParticipantId(1), "reaction", "post", null, [4]);
        var rows = Evaluator.Evaluate(
            SmallStudy.Of(study, SmallStudy.Test(1, "pre", 1, 1), reaction, SmallStudy.Test(2, "pre", 2, 2), SmallStudy.Test(2, "post", 3, 3)),
            study.Design).Participation.Rows;

        CollectionAssert.AreEqual(new int?[] { 2, 2 }, rows[0].Measured.Select(count => count.Value).ToArray());
        Assert.AreEqual(1, rows[0].Paired.Value);
    }
}
