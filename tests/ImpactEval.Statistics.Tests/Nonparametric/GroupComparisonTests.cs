using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Nonparametric;

/// <summary>Cliff's delta, the rank-sum test, the shift, Yuen's test and the robust effect size.</summary>
[TestClass]
public sealed class GroupComparisonTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly Sample High = new([4, 5, 6]);
    static readonly Sample Low = new([1, 2, 3]);

    [TestMethod]
    public void Cliffs_delta_by_hand()
    {
        // 1 3 5 against 2 3 4: rows −1, 0, 1 of 3 → shares −1, 0, 1; δ = 0; columns the same by symmetry; 8 untied pairs of 9.
        // Row variance 1, column variance ((1/3)² + 0 + (1/3)²)/2 = 1/9; ((2·1 + 2/9 + 8/8)/9) = 29/81.
        var delta = CliffsDelta.Of(new Sample([1, 3, 5]), new Sample([2, 3, 4]), Level);
        Assert.AreEqual(0, delta.Value, 1e-15);
        Assert.AreEqual(Math.Sqrt((2 * 1 + 2 / 9.0 + 1) / 9), delta.StandardError!.Value, 1e-14);
    }

    [TestMethod]
    public void Exchanging_the_groups_turns_delta_and_its_limits()
    {
        var (there, back) = (CliffsDelta.Of(SleepData.Second, SleepData.First, Level), CliffsDelta.Of(SleepData.First, SleepData.Second, Level));
        Assert.AreEqual(there.Value, -back.Value, 1e-15);
        Assert.AreEqual(there.Intervals.Primary.Lower!.Value, -back.Intervals.Primary.Upper!.Value, 1e-14);
    }

    [TestMethod]
    public void Groups_apart_have_an_interval_with_a_width()
    {
        var interval = CliffsDelta.Of(High, Low, Level).Intervals.Primary;
        // (3 − 3.8415)/(3 + 3.8415).
        Assert.AreEqual(-0.1230, interval.Lower!.Value, 1e-4);
        Assert.AreEqual(1, interval.Upper);
        Assert.ThrowsExactly<NotEstimableException>(() => CliffsDelta.Of(new Sample([2, 2]), new Sample([2, 2]), Level));
        Assert.ThrowsExactly<NotEstimableException>(() => CliffsDelta.Of(new Sample([2]), Low, Level));
    }

    [TestMethod]
    public void The_interval_of_delta_covers_the_truth_nearly_as_often_as_it_says()
    {
        // Normal groups half an SD apart: δ = 2Φ(.5/√2) − 1.
        var truth = 2 * ImpactEval.Statistics.Distributions.StandardNormal.Cdf(0.5 / Math.Sqrt(2)) - 1;
        var covered = Simulated.Covered(1_000, truth, run =>
        {
            var (one, other) = Simulated.Pairs(29, run, 25, 0.5, 0);
            return CliffsDelta.Of(other, one, Level).Intervals.Primary;
        });
        // Binomial(1000, .95) lies between 927 and 970 with probability .998.
        Assert.IsTrue(covered is >= 925 and <= 975, $"{covered} of 1000");
    }

    [TestMethod]
    public void The_exact_rank_sum_counts_the_ways_to_choose()
    {
        // Three of six can be chosen in 20 ways, one of them as high.
        Assert.AreEqual(1 / 20.0, MannWhitney.Exact(High, Low, Alternative.Greater).PValue, 1e-15);
        Assert.AreEqual(2 / 20.0, MannWhitney.Exact(High, Low, Alternative.TwoSided).PValue, 1e-15);
        Assert.AreEqual(1, MannWhitney.Exact(High, Low, Alternative.Less).PValue, 1e-15);
        Assert.AreEqual(9, MannWhitney.PairsAbove(High, Low));
    }

    [TestMethod]
    public void The_rank_sum_agrees_with_R_on_Students_sleep_data()
    {
        // wilcox.test(extra ~ group, data = sleep, exact = FALSE): W = 25.5 for the first group, p-value = 0.06933.
        Assert.AreEqual(25.5, MannWhitney.PairsAbove(SleepData.First, SleepData.Second));
        Assert.AreEqual(0.06933, MannWhitney.Approximate(SleepData.First, SleepData.Second, ContinuityCorrection.Half, Alternative.TwoSided).PValue, 5e-6);
    }

    [TestMethod]
    public void Equal_scores_and_an_empty_group_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.NoVariation,
            Assert.ThrowsExactly<NotEstimableException>(() => MannWhitney.Of(new Sample([1, 1]), new Sample([1]), Alternative.TwoSided)).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => MannWhitney.Of(new Sample([]), Low, Alternative.TwoSided));
    }

    [TestMethod]
    public void The_shift_of_a_shifted_group_is_the_shift() =>
        Assert.AreEqual(2.5, ShiftOfGroups.Of(SleepData.First.Shifted(2.5), SleepData.First), 1e-12);

    [TestMethod]
    public void Without_trimming_Yuens_test_is_Students()
    {
        var (yuen, student) = (YuenTest.Paired(SleepData.First, SleepData.Second, 0, Level), MeanGain.Of(SleepData.First, SleepData.Second, Level));
        Assert.AreEqual(student.Intervals.Primary.Lower!.Value, yuen.Intervals.Primary.Lower!.Value, 1e-12);
        // Welch on the sleep data: t.test(second, first): t = 1.8608, df = 17.776, p-value = 0.07939.
        var welch = YuenTest.Independent(SleepData.Second, SleepData.First, 0, Level);
        Assert.AreEqual(17.776, welch.DegreesOfFreedom!.Value, 5e-4);
        Assert.AreEqual(0.07939, YuenTest.Test(welch, Alternative.TwoSided).PValue, 5e-6);
    }

    [TestMethod]
    public void One_wild_score_moves_the_trimmed_difference_little()
    {
        var wild = new Sample([.. SleepData.Second.Values[..9], 1_000]);
        Assert.AreEqual(
            YuenTest.Paired(SleepData.First, SleepData.Second, 0.2, Level).Value, YuenTest.Paired(SleepData.First, wild, 0.2, Level).Value, 0.5);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => YuenTest.Paired(SleepData.First, wild, 0.5, Level));
        Assert.ThrowsExactly<NotEstimableException>(() => YuenTest.Independent(new Sample([1]), Low, 0.2, Level));
    }

    [TestMethod]
    public void Without_trimming_the_robust_effect_size_is_Cohens_d()
    {
        // Means 5 and 2, both SDs 1.
        Assert.AreEqual(3, RobustEffectSize.Of(High, Low, 0), 1e-14);
        Assert.ThrowsExactly<NotEstimableException>(() => RobustEffectSize.Of(new Sample([1, 1, 1]), new Sample([2, 2, 2]), 0.2));
    }

    [TestMethod]
    public void The_interval_of_the_robust_effect_size_agrees_with_boot()
    {
        // akp <- function(x, y) .6419398*(mean(x, .2) - mean(y, .2))/sqrt(((n1-1)*wv(x) + (n2-1)*wv(y))/(n1+n2-2)), wv the winsorised variance;
        // boot.ci(boot(d, …, R = 50000, strata = g), type = "perc") prints 1.068457, 95 % ( 0.334,  2.094 )
        Sample first = new([12, 15, 9, 20, 14, 17, 11, 13, 16, 30, 18, 10]), second = new([10, 8, 13, 7, 9, 12, 15, 6, 11, 3, 14, 9, 12]);
        var effect = RobustEffectSize.Of(first, second, 0.2, Level, 20_000, seed: 5);
        Assert.AreEqual(1.068457, effect.Value, 1e-6);
        Assert.AreEqual(0.334, effect.Intervals.Primary.Lower!.Value, 0.02);
        Assert.AreEqual(2.094, effect.Intervals.Primary.Upper!.Value, 0.03);
    }

    [TestMethod]
    public void The_robust_effect_size_of_normal_groups_is_Cohens_d_in_the_long_run()
    {
        var (one, other) = Simulated.Pairs(6, 6, 40_000, 0.5, 0);
        Assert.AreEqual(0.5, RobustEffectSize.Of(other, one, 0.2), 0.03);
    }
}
