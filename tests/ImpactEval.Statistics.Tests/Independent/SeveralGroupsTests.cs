using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Independent;

namespace ImpactEval.Statistics.Tests.Independent;

/// <summary>One-way analysis of variance, Welch's, Kruskal and Wallis', pairs of groups; Brunner and Munzel's chance of two.</summary>
[TestClass]
public sealed class SeveralGroupsTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // By hand: means 2, 3, 7, grand mean 4; between 3(4 + 1 + 9) = 42, within 2 + 2 + 2 = 6.
    static readonly Sample[] Groups = [new([1, 2, 3]), new([2, 3, 4]), new([6, 7, 8])];

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Analysis_of_variance_by_hand()
    {
        var anova = OneWayAnova.Of(Groups);
        Assert.AreEqual(42, anova.BetweenSumOfSquares, 1e-12);
        Assert.AreEqual(6, anova.WithinSumOfSquares, 1e-12);
        Assert.AreEqual(21, anova.Test.F, 1e-12);
        Assert.AreEqual(42 / 48.0, anova.EtaSquared, 1e-14);
        Assert.AreEqual((42 - 2) / 49.0, anova.OmegaSquared, 1e-14);
        Assert.AreEqual((42 - 2) / 48.0, anova.EpsilonSquared, 1e-14);
        Assert.AreEqual(Math.Sqrt(7), anova.CohensF, 1e-13);
        // P(F(2, 6) > 21) = (1 + 21/3)^−3.
        Assert.AreEqual(1 / 512.0, anova.Test.PValue, 1e-15);
    }

    [TestMethod]
    public void Two_groups_give_the_square_of_t()
    {
        Sample[] two = [SleepData.First, SleepData.Second];
        var t = StudentTTest.Of(SleepData.First, SleepData.Second, Alternative.TwoSided);
        Assert.AreEqual(t.Statistic * t.Statistic, OneWayAnova.Of(two).Test.F, 1e-12);
        var welch = WelchTTest.Of(SleepData.First, SleepData.Second, Alternative.TwoSided);
        Assert.AreEqual(welch.Statistic * welch.Statistic, WelchAnova.Of(two).F, 1e-12);
        Assert.AreEqual(welch.DegreesOfFreedom!.Value, WelchAnova.Of(two).DegreesOfFreedom2, 1e-10);
        Assert.AreEqual(t.PValue, PairwiseComparisons.PooledSd(two, Level).Single().Test.PValue, 1e-14);
        Assert.AreEqual(welch.PValue, PairwiseComparisons.Welch(two, Level).Single().Test.PValue, 1e-14);
    }

    [TestMethod]
    public void The_limits_of_eta_squared_give_back_their_tails()
    {
        var anova = OneWayAnova.Of(Groups);
        var interval = anova.EtaSquaredEstimate(ConfidenceLevel.Percent90).Intervals.Primary;
        double Noncentrality(double eta) => 9 * eta / (1 - eta);
        Assert.AreEqual(0.05, NoncentralF.Upper(21, 2, 6, Noncentrality(interval.Lower!.Value)), 1e-10);
        Assert.AreEqual(0.05, NoncentralF.Cdf(21, 2, 6, Noncentrality(interval.Upper!.Value)), 1e-10);
    }

    [TestMethod]
    public void Groups_with_one_mean_have_eta_squared_zero()
    {
        var eta = OneWayAnova.Of([new Sample([1, 3]), new Sample([0, 4]), new Sample([2, 2])]).EtaSquaredEstimate(Level);
        Assert.AreEqual(0, eta.Value);
        Assert.AreEqual(0, eta.Intervals.Primary.Lower);
    }

    [TestMethod]
    public void Kruskal_and_Wallis_by_hand()
    {
        // Ranks 1 2.5 4.5 | 2.5 4.5 6 | 7 8 9: means 8/3, 13/3, 8; Σ(R − 5)² = 60 − 1 = 59.
        var result = KruskalWallis.Of(Groups);
        var between = 3 * (Math.Pow(8 / 3.0 - 5, 2) + Math.Pow(13 / 3.0 - 5, 2) + 9);
        Assert.AreEqual(8 * between / 59, result.Test.Statistic, 1e-12);
        Assert.AreEqual(result.Test.Statistic / 8, result.EpsilonSquared, 1e-14);
        Assert.AreEqual((result.Test.Statistic - 2) / 6, result.EtaSquared, 1e-14);
    }

    [TestMethod]
    public void Only_the_order_matters_to_Kruskal_and_Wallis_and_to_Brunner_and_Munzel()
    {
        Sample[] stretched = [.. Groups.Select(group => new Sample(group.Values.ToArray().Select(Math.Exp)))];
        Assert.AreEqual(KruskalWallis.Of(Groups).Test.Statistic, KruskalWallis.Of(stretched).Test.Statistic);
        Assert.AreEqual(BrunnerMunzel.Of(Groups[0], Groups[1], Level), BrunnerMunzel.Of(stretched[0], stretched[1], Level) with
        {
            Intervals = BrunnerMunzel.Of(Groups[0], Groups[1], Level).Intervals,
        });
    }

    [TestMethod]
    public void Brunner_and_Munzels_chance_counts_pairs_and_turns_with_the_groups()
    {
        // 1 2 3 against 2 3 4: 6 of 9 pairs rise, 2 are tied.
        var there = BrunnerMunzel.Of(Groups[0], Groups[1], Level);
        var back = BrunnerMunzel.Of(Groups[1], Groups[0], Level);
        Assert.AreEqual(7 / 9.0, there.Value, 1e-15);
        Assert.AreEqual(1 - there.Intervals.Primary.Lower!.Value, back.Intervals.Primary.Upper!.Value, 1e-14);
        Assert.AreEqual(BrunnerMunzel.Test(there, Alternative.Greater).PValue, BrunnerMunzel.Test(back, Alternative.Less).PValue, 1e-14);
    }

    [TestMethod]
    public void Too_few_people_and_equal_scores_are_refused()
    {
        Sample[] alike = [new([1, 1]), new([2, 2])];
        Assert.ThrowsExactly<NotEstimableException>(() => OneWayAnova.Of([Groups[0]]));
        Assert.ThrowsExactly<NotEstimableException>(() => OneWayAnova.Of(alike));
        Assert.ThrowsExactly<NotEstimableException>(() => WelchAnova.Of(alike));
        Assert.ThrowsExactly<NotEstimableException>(() => WelchAnova.Of([Groups[0], new Sample([1])]));
        Assert.ThrowsExactly<NotEstimableException>(() => KruskalWallis.Of([new Sample([2, 2]), new Sample([2])]));
        Assert.ThrowsExactly<NotEstimableException>(() => KruskalWallis.Of([new Sample([]), Groups[0]]));
        Assert.AreEqual(NotEstimableReason.NoVariation,
            Assert.ThrowsExactly<NotEstimableException>(() => BrunnerMunzel.Of(Groups[0], Groups[2], Level)).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => BrunnerMunzel.Of(new Sample([1]), Groups[2], Level));
    }
}
