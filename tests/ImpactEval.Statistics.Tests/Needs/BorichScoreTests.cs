using ImpactEval.Statistics.Needs;

namespace ImpactEval.Statistics.Tests.Needs;

[TestClass]
public sealed class BorichScoreTests
{
    static readonly Sample Importance = new([5, 4, 5, 3]);
    static readonly Sample Competence = new([2, 4, 3, 4]);

    [TestMethod]
    public void Weighs_the_discrepancy_of_the_group_by_its_importance()
    {
        // By hand from Borich (1980): discrepancies 3, 0, 2, −1 with mean 1; mean importance 4.25; 3·4.25, 0, 2·4.25, −1·4.25 average 4.25.
        var score = BorichScore.Of(Importance, Competence);
        Assert.AreEqual(4.25, score.MeanWeightedDiscrepancy, 1e-15);
        Assert.AreEqual(1.0, score.MeanDiscrepancy, 1e-15);
        Assert.AreEqual(3.25, score.MeanCompetence, 1e-15);
        Assert.AreEqual(4, score.Size);
    }

    [TestMethod]
    public void Competence_equal_to_importance_leaves_no_need() =>
        Assert.AreEqual(0.0, BorichScore.Of(Importance, Importance).MeanWeightedDiscrepancy);

    [TestMethod]
    public void One_person_is_a_group() =>
        Assert.AreEqual(10.0, BorichScore.Of(new Sample([5]), new Sample([3])).MeanWeightedDiscrepancy);

    [TestMethod]
    public void Nobody_and_unequal_numbers_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => BorichScore.Of(new Sample([]), new Sample([])));
        Assert.ThrowsExactly<ArgumentException>(() => BorichScore.Of(Importance, new Sample([1])));
    }

    [TestMethod]
    public void The_ranked_discrepancy_counts_people_below_at_and_above()
    {
        var ranked = RankedDiscrepancy.Of(Importance, Competence);
        Assert.AreEqual(0.5, ranked.Below);
        Assert.AreEqual(0.25, ranked.Equal);
        Assert.AreEqual(0.25, ranked.Above);
        Assert.AreEqual(-0.25, ranked.Score);
    }

    [TestMethod]
    public void The_ranked_discrepancy_knows_only_the_order_of_ratings()
    {
        var stretched = RankedDiscrepancy.Of(
            new Sample(Importance.Values.ToArray().Select(Math.Exp)), new Sample(Competence.Values.ToArray().Select(Math.Exp)));
        Assert.AreEqual(RankedDiscrepancy.Of(Importance, Competence), stretched);
        Assert.AreEqual(-RankedDiscrepancy.Of(Importance, Competence).Score, RankedDiscrepancy.Of(Competence, Importance).Score);
    }

    [TestMethod]
    public void The_ranked_discrepancy_of_nobody_is_refused() =>
        Assert.ThrowsExactly<NotEstimableException>(() => RankedDiscrepancy.Of(new Sample([]), new Sample([])));
}
