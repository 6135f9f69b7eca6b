using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Matching;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Matching;

/// <summary>Propensity, weights that balance, the table that shows it, impact by matched pairs.</summary>
[TestClass]
public sealed class BalanceTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // Office A: 3 of 4 treated; office B: 1 of 4.
    static readonly Sample Office = new([0, 0, 0, 0, 1, 1, 1, 1]);
    static readonly bool[] Treated = [true, true, true, false, true, false, false, false];
    static readonly Sample Outcome = new([5, 6, 7, 3, 4, 2, 1, 3]);

    [TestMethod]
    public void Inverse_probability_weights_by_hand()
    {
        var scores = PropensityScore.Of(new Design(8, Term("office", Office)), Treated);
        Assert.AreEqual(0.75, scores.Values[0], 1e-12);
        Assert.AreEqual(0.25, scores.Values[7], 1e-12);
        var weights = BalancingWeights.InverseProbability(scores, Treated, Estimand.Treated);
        // Comparison people weigh 3 in office A and 1/3 each in B; means 5.5 and (3·3 + (2 + 1 + 3)/3)/4 = 2.75.
        Assert.AreEqual(3, weights.Largest, 1e-11);
        Assert.AreEqual(5.5 - 2.75, weights.Impact(Outcome, Level).Value, 1e-11);
        Assert.AreEqual(16 / (9 + 1 / 3.0), weights.EffectiveComparison, 1e-10);
        Assert.AreEqual(4, weights.EffectiveTreated, 1e-12);
        // Everybody: offices count alike, (6 − 3 + 4 − 2)/2.
        Assert.AreEqual(2.5, BalancingWeights.InverseProbability(scores, Treated, Estimand.Everybody).Impact(Outcome, Level).Value, 1e-11);
    }

    [TestMethod]
    public void With_one_two_valued_covariate_entropy_balancing_finds_the_same_weights()
    {
        var weights = BalancingWeights.Entropy([Office], Treated);
        Assert.AreEqual(0.75, weights.Weights[3], 1e-12);
        Assert.AreEqual(1 / 12.0, weights.Weights[5], 1e-12);
        Assert.AreEqual(2.75, weights.Impact(Outcome, Level).Value, 1e-11);
        var row = BalanceTable.Of([("office", Office)], weights, Level).Single();
        Assert.AreEqual(0, row.Difference.Value, 1e-12);
    }

    [TestMethod]
    public void Entropy_balancing_refuses_means_nobody_can_give()
    {
        var apart = new Sample([9, 9, 9, 1, 9, 2, 3, 1]);
        Assert.AreEqual(NotEstimableReason.NoOverlap,
            Assert.ThrowsExactly<NotEstimableException>(() => BalancingWeights.Entropy([apart], Treated)).Reason);
        var flat = new Sample([1, 2, 3, 1, 5, 1, 1, 1]);
        Assert.AreEqual(NotEstimableReason.NoVariation,
            Assert.ThrowsExactly<NotEstimableException>(() => BalancingWeights.Entropy([flat], Treated)).Reason);
        Assert.AreEqual(NotEstimableReason.SingularDesign,
            Assert.ThrowsExactly<NotEstimableException>(() => BalancingWeights.Entropy([Office, Office.Times(2)], Treated)).Reason);
    }

    [TestMethod]
    public void Weights_that_hang_on_a_few_are_refused()
    {
        var scores = new Sample([0.5, 0.5, 0.5, 0.99, 0.5, 0.01, 0.01, 0.01]);
        var weights = BalancingWeights.InverseProbability(scores, Treated, Estimand.Treated);
        Assert.AreSame(weights, weights.RequireEffective(0.2));
        Assert.AreEqual(NotEstimableReason.NoOverlap, Assert.ThrowsExactly<NotEstimableException>(() => weights.RequireEffective(0.3)).Reason);
        Assert.ThrowsExactly<ArgumentException>(() => BalancingWeights.InverseProbability(Office, Treated, Estimand.Treated));
        Assert.ThrowsExactly<ArgumentException>(() => BalancingWeights.InverseProbability(scores, [true], Estimand.Treated));
        Assert.ThrowsExactly<NotEstimableException>(() => BalancingWeights.InverseProbability(scores, new bool[8], Estimand.Treated));
    }

    [TestMethod]
    public void The_balance_table_by_hand()
    {
        // Treated 1 2 3 (SD 1), comparison 2 4 6 (SD 2): difference −2.
        bool[] treated = [true, true, true, false, false, false];
        var row = BalanceTable.Of([("age", new Sample([1, 2, 3, 2, 4, 6]))], treated, Level).Single();
        Assert.AreEqual(-2, row.Difference.Value, 1e-14);
        Assert.AreEqual(-2, row.ByTreatedSd!.Value, 1e-14);
        Assert.AreEqual(-1, row.ByComparisonSd!.Value, 1e-14);
        Assert.AreEqual(-2 / Math.Sqrt(2.5), row.ByAverageVariance!.Value, 1e-14);
        Assert.AreEqual(-2 / Math.Sqrt(5), row.BySumOfVariances!.Value, 1e-14);
        Assert.AreEqual(0.25, row.VarianceRatio!.Value, 1e-14);
        Assert.AreEqual(-Math.Log(2), row.LogSdRatio!.Value, 1e-14);
        Assert.AreEqual(Math.Sqrt(5 / 3.0), row.Difference.StandardError!.Value, 1e-14);
    }

    [TestMethod]
    public void A_group_without_spread_has_no_ratio_but_a_difference()
    {
        var row = BalanceTable.Of([("age", new Sample([1, 2, 3, 4, 4, 4]))], [true, true, true, false, false, false], Level).Single();
        Assert.IsNull(row.VarianceRatio);
        Assert.IsNull(row.ByComparisonSd);
        Assert.IsNull(row.LogSdRatio);
        Assert.AreEqual(-2, row.ByTreatedSd!.Value, 1e-14);
        Assert.ThrowsExactly<ArgumentException>(() => BalanceTable.Of([("age", Office)], [true, false], Level));
    }

    [TestMethod]
    public void The_joint_test_of_one_covariate_is_the_square_of_Students_t()
    {
        var t = StudentTTest.Of(new Sample([5, 6, 7, 4]), new Sample([3, 2, 1, 3]), Alternative.TwoSided).Statistic;
        Assert.AreEqual(t * t, BalanceTable.JointTest(new Design(8, Term("score", Outcome)), Treated).F, 1e-11);
    }

    [TestMethod]
    public void Matched_pairs_without_covariates_give_the_mean_of_their_differences()
    {
        MatchedPair[] pairs = [new(0, 3, 0), new(1, 5, 0), new(4, 7, 0)];
        // 5 − 3, 6 − 2, 4 − 3.
        var impact = MatchedImpact.Of(pairs, Outcome, [], Level);
        Assert.AreEqual(7 / 3.0, impact.Value, 1e-13);
        // The paired error: variance of 2, 4, 1 is 7/3, over 3.
        Assert.AreEqual(Math.Sqrt(7 / 9.0), impact.StandardError!.Value, 1e-12);
        Assert.AreEqual(2, impact.DegreesOfFreedom!.Value, 1e-9);
    }

    [TestMethod]
    public void The_caliper_is_a_fifth_of_the_spread_of_the_log_odds()
    {
        var logOdds = PropensityScore.LogOdds(new Sample([0.5, 1 / (1 + Math.E)]));
        Assert.AreEqual(-1, logOdds.Values[1], 1e-14);
        Assert.AreEqual(0.2 * Math.Sqrt(0.5), PropensityScore.Caliper(logOdds), 1e-14);
        Assert.ThrowsExactly<NotEstimableException>(() => PropensityScore.Caliper(new Sample([1])));
    }

    static DesignTerm Term(string name, Sample values) => new(Predictor.Numeric(name, values));
}
