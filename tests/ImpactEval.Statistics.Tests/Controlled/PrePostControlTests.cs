using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Controlled;

[TestClass]
public sealed class PrePostControlTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // Morris (2008), studies of Carlson and Schmidt (1999): n, means, SDs before and after, correlation of the waves.
    static readonly PairedSummary Treated3 = Summary(9, 0.5, 0.7, 0.1, 0.1, 0.77), Comparison3 = Summary(9, 0.6, 0.6, 0.2, 0.2, 0.77);

    [TestMethod]
    public void Study_3_of_Morris_shows_how_far_own_and_pooled_spreads_part()
    {
        // Morris (2008), table: d_ppc1 1.81, d_ppc2 1.20.
        Assert.AreEqual(1.81, PrePostControl.D1(Treated3, Comparison3, Level).Value, 5e-3);
        Assert.AreEqual(1.20, PrePostControl.D2(Treated3, Comparison3, Level).Value, 5e-3);
    }

    [TestMethod]
    public void Equation_25_by_hand()
    {
        // n = 10 each, m = 18, k = .2, ρ = .5, change of one SD: free = 2·.5·.2 = .2, d = J(18), Var = J²(18/16)(.2 + d²) − d².
        var (treated, comparison) = (Summary(10, 0, 1, 1, 1, 0.5), Summary(10, 0, 0, 1, 1, 0.5));
        var j = HedgesCorrection.J(18);
        var d = PrePostControl.D2(treated, comparison, Level);
        Assert.AreEqual(j, d.Value, 1e-14);
        Assert.AreEqual(Math.Sqrt(j * j * 18 / 16 * (0.2 + j * j) - j * j), d.StandardError!.Value, 1e-13);
    }

    [TestMethod]
    public void Exchanging_the_groups_turns_the_sign_and_the_unit_does_not_matter()
    {
        var (there, back) = (PrePostControl.D2(Treated3, Comparison3, Level), PrePostControl.D2(Comparison3, Treated3, Level));
        Assert.AreEqual(there.Intervals.Primary.Lower!.Value, -back.Intervals.Primary.Upper!.Value, 1e-13);
        var percent = PrePostControl.D2(Summary(9, 50, 70, 10, 10, 0.77), Summary(9, 60, 60, 20, 20, 0.77), Level);
        Assert.AreEqual(there.Value, percent.Value, 1e-12);
        Assert.AreEqual(there.StandardError!.Value, percent.StandardError!.Value, 1e-12);
    }

    [TestMethod]
    public void A_comparison_group_without_change_leaves_the_change_of_the_treated() =>
        Assert.AreEqual(PrePostControl.OwnChange(Treated3), PrePostControl.D1(Treated3, Comparison3, Level).Value, 1e-14);

    [TestMethod]
    public void Too_few_people_and_a_wave_without_spread_are_refused()
    {
        var two = Summary(2, 0, 1, 1, 1, 0.5);
        Assert.AreEqual(NotEstimableReason.TooFewObservations,
            Assert.ThrowsExactly<NotEstimableException>(() => PrePostControl.D2(two, two, Level)).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => PrePostControl.D1(two, Treated3, Level));
        var flat = PairedSummary.Of(new Sample([1, 1, 1]), new Sample([1, 2, 3]));
        Assert.AreEqual(NotEstimableReason.NoVariation,
            Assert.ThrowsExactly<NotEstimableException>(() => PrePostControl.D2(flat, Treated3, Level)).Reason);
    }

    [TestMethod]
    public void The_interval_covers_the_truth()
    {
        var covered = Simulated.Covered(1_000, 0.6, run =>
        {
            var (treatedPre, treatedPost) = Simulated.Pairs(67, run, 30, 0.8, 0.6);
            var (comparisonPre, comparisonPost) = Simulated.Pairs(71, run, 30, 0.2, 0.6);
            return PrePostControl.D2(PairedSummary.Of(treatedPre, treatedPost), PairedSummary.Of(comparisonPre, comparisonPost), Level).Intervals.Primary;
        });
        Assert.IsTrue(covered is >= 925 and <= 975, $"{covered} of 1000");
    }

    static PairedSummary Summary(int n, double pre, double post, double sdPre, double sdPost, double r) =>
        new(n, pre, post, sdPre * sdPre, sdPost * sdPost, sdPre * sdPre + sdPost * sdPost - 2 * r * sdPre * sdPost);
}
