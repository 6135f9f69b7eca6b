using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Tests.Nonparametric;

[TestClass]
public sealed class SignedRankTests
{
    static readonly Sample Zero = new([0, 0, 0, 0]);

    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data()
    {
        // wilcox.test(second - first, exact = FALSE): V = 45, p-value = 0.009091 with correction.
        var ranks = SignedRanks.Of(SleepData.First, SleepData.Second, ZeroRule.Wilcoxon);
        Assert.AreEqual(45, ranks.PositiveSum);
        Assert.AreEqual(0.009091, WilcoxonSignedRank.Approximate(ranks, ContinuityCorrection.Half, Alternative.TwoSided).PValue, 5e-7);
        // coin::wilcoxsign_test(zero.method = "Pratt"): Z = 2.7575, p-value = 0.005825.
        var pratt = WilcoxonSignedRank.Approximate(
            SignedRanks.Of(SleepData.First, SleepData.Second, ZeroRule.Pratt), ContinuityCorrection.None, Alternative.TwoSided);
        Assert.AreEqual(2.7575, pratt.Statistic, 5e-5);
        Assert.AreEqual(0.005825, pratt.PValue, 5e-7);
    }

    [TestMethod]
    public void The_exact_value_counts_the_patterns_of_signs()
    {
        // Four rises: 1 of 16 patterns is as extreme above, 2 on both sides.
        var ranks = SignedRanks.Of(Zero, new Sample([1, 2, 3, 4]), ZeroRule.Pratt);
        Assert.AreEqual(1 / 16.0, WilcoxonSignedRank.Exact(ranks, Alternative.Greater).PValue, 1e-15);
        Assert.AreEqual(2 / 16.0, WilcoxonSignedRank.Exact(ranks, Alternative.TwoSided).PValue, 1e-15);
        Assert.AreEqual(1, WilcoxonSignedRank.Exact(ranks, Alternative.Less).PValue, 1e-15);
    }

    [TestMethod]
    public void Pratt_ranks_those_who_did_not_change_and_Wilcoxon_drops_them()
    {
        // Sizes 0, 1, 2, 2: ranks 1, 2, 3.5, 3.5; without the zero 1, 2.5, 2.5.
        var post = new Sample([0, -1, 2, 2]);
        var (pratt, wilcoxon) = (SignedRanks.Of(Zero, post, ZeroRule.Pratt), SignedRanks.Of(Zero, post, ZeroRule.Wilcoxon));
        Assert.AreEqual((7.0, 2.0, 10.0), (pratt.PositiveSum, pratt.NegativeSum, pratt.RankTotal));
        Assert.AreEqual((5.0, 1.0, 6.0), (wilcoxon.PositiveSum, wilcoxon.NegativeSum, wilcoxon.RankTotal));
        Assert.AreEqual((1, 1), (pratt.Zeros, pratt.TiedSizes));
    }

    [TestMethod]
    public void Swapping_the_waves_turns_z_and_keeps_p()
    {
        var (there, back) = (WilcoxonSignedRank.Of(SleepData.First, SleepData.Second, Alternative.TwoSided), WilcoxonSignedRank.Of(SleepData.Second, SleepData.First, Alternative.TwoSided));
        Assert.AreEqual(there.Statistic, -back.Statistic, 1e-14);
        Assert.AreEqual(there.PValue, back.PValue, 1e-15);
    }

    [TestMethod]
    public void Exact_and_normal_values_meet_in_larger_samples()
    {
        var (pre, post) = Simulated.Pairs(5, 1, 50, 0.3, 0.5);
        var ranks = SignedRanks.Of(pre, post, ZeroRule.Pratt);
        Assert.AreEqual(
            WilcoxonSignedRank.Exact(ranks, Alternative.TwoSided).PValue,
            WilcoxonSignedRank.Approximate(ranks, ContinuityCorrection.Half, Alternative.TwoSided).PValue, 2e-3);
    }

    [TestMethod]
    public void Nobody_changed_is_refused()
    {
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => WilcoxonSignedRank.Of(Zero, Zero, Alternative.TwoSided));
        Assert.AreEqual(NotEstimableReason.NoNonZeroDifferences, refusal.Reason);
    }
}
