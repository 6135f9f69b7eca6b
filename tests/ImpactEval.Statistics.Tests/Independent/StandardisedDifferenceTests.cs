using ImpactEval.Statistics.Independent;

namespace ImpactEval.Statistics.Tests.Independent;

/// <summary>d, g, Δ, g*, what they mean for people, and the ratio of the spreads.</summary>
[TestClass]
public sealed class StandardisedDifferenceTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly TwoGroups Sleep = TwoGroups.Of(SleepData.Second, SleepData.First);

    [TestMethod]
    public void Agrees_with_metafor_on_Students_sleep_data_taken_as_two_groups()
    {
        // metafor 3.8.1: escalc("SMD", …): yi 0.7969352391911223, vi 0.2158776443866153.
        var g = StandardisedDifference.HedgesG(Sleep, Level).Value;
        Assert.AreEqual(0.7969352391911223, g, 1e-14);
        Assert.AreEqual(0.2158776443866153, StandardisedDifference.SamplingVariance(g, Sleep), 1e-14);
    }

    [TestMethod]
    public void By_hand_where_the_groups_are_one_SD_apart()
    {
        // 1 2 3 and 0 1 2: both SDs 1, difference 1.
        var groups = TwoGroups.Of(new Sample([1, 2, 3]), new Sample([0, 1, 2]));
        Assert.AreEqual(1, StandardisedDifference.CohensD(groups, Level).Value, 1e-15);
        Assert.AreEqual(1, StandardisedDifference.GlassDelta(groups, Level).Value, 1e-15);
        Assert.AreEqual(1, StandardisedDifference.AverageVariance(groups, Level).Value, 1e-15);
        // J(4) = Γ(2)/(√2·Γ(1.5)) = 0.79788456 both ways, since the groups spread alike.
        Assert.AreEqual(0.79788456, StandardisedDifference.HedgesG(groups, Level).Value, 5e-9);
        Assert.AreEqual(0.79788456, StandardisedDifference.HedgesGStar(groups, Level).Value, 5e-9);
    }

    [TestMethod]
    public void What_d_means_for_people_by_the_table_of_the_normal_distribution()
    {
        var d = StandardisedDifference.CohensD(TwoGroups.Of(new Sample([1, 2, 3]), new Sample([0, 1, 2])), Level);
        // Cohen (1988), table 2.2.1: d = 1 has U₃ = 84.1 %; Φ(1/√2) = .7602; 2Φ(−½) = .6171.
        Assert.AreEqual(0.8413, NormalOverlap.CohensU3(d).Value, 5e-5);
        Assert.AreEqual(0.7602, NormalOverlap.CommonLanguage(d).Value, 5e-5);
        Assert.AreEqual(0.6171, NormalOverlap.Overlap(d).Value, 5e-5);
        Assert.AreEqual(1, NormalOverlap.Overlap(d).Intervals.Primary.Upper);
    }

    [TestMethod]
    public void Exchanging_the_groups_turns_d_and_keeps_the_overlap()
    {
        var turned = TwoGroups.Of(SleepData.First, SleepData.Second);
        var (there, back) = (StandardisedDifference.CohensD(Sleep, Level), StandardisedDifference.CohensD(turned, Level));
        Assert.AreEqual(there.Intervals.Primary.Lower!.Value, -back.Intervals.Primary.Upper!.Value, 1e-12);
        Assert.AreEqual(NormalOverlap.Overlap(there).Value, NormalOverlap.Overlap(back).Value, 1e-14);
        Assert.AreEqual(1, NormalOverlap.CohensU3(there).Value + NormalOverlap.CohensU3(back).Value, 1e-14);
    }

    [TestMethod]
    public void Another_unit_of_the_score_moves_no_effect_size()
    {
        var scaled = TwoGroups.Of(SleepData.Second.Times(60), SleepData.First.Times(60));
        Assert.AreEqual(StandardisedDifference.HedgesGStar(Sleep, Level).Value, StandardisedDifference.HedgesGStar(scaled, Level).Value, 1e-13);
        Assert.AreEqual(StandardisedDifference.GlassDelta(Sleep, Level).Value, StandardisedDifference.GlassDelta(scaled, Level).Value, 1e-13);
    }

    [TestMethod]
    public void A_comparison_group_that_does_not_vary_has_no_delta()
    {
        var groups = TwoGroups.Of(SleepData.First, new Sample([1, 1, 1]));
        Assert.AreEqual(NotEstimableReason.NoVariation,
            Assert.ThrowsExactly<NotEstimableException>(() => StandardisedDifference.GlassDelta(groups, Level)).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => VarianceRatio.Of(groups, Level));
        Assert.ThrowsExactly<NotEstimableException>(() => VarianceRatio.Log(groups, Level));
    }

    [TestMethod]
    public void The_variance_ratio_has_the_limits_of_the_table_of_F()
    {
        var ratio = VarianceRatio.Of(Sleep, Level);
        Assert.AreEqual(Sleep.FirstVariance / Sleep.SecondVariance, ratio.Value, 1e-15);
        var back = VarianceRatio.Of(TwoGroups.Of(SleepData.First, SleepData.Second), Level);
        Assert.AreEqual(1 / back.Intervals.Primary.Upper!.Value, ratio.Intervals.Primary.Lower!.Value, 1e-12);
        // F(9, 9) at .975 is 4.0260 in every table.
        Assert.AreEqual(ratio.Value * 4.0260, ratio.Intervals.Primary.Upper!.Value, 1e-4);
        Assert.AreEqual(0, VarianceRatio.Log(TwoGroups.Of(SleepData.First, SleepData.First.Shifted(1)), Level).Value, 1e-12);
    }

    [TestMethod]
    [DataRow(0.5)]
    [DataRow(2.0)]
    public void The_exact_interval_of_d_covers_the_truth(double truth)
    {
        var covered = Simulated.Covered(1_000, truth, run =>
        {
            var (one, other) = Simulated.Pairs(43, run, 12, truth, 0);
            return StandardisedDifference.CohensD(TwoGroups.Of(other, one), Level).Intervals.Primary;
        });
        // Binomial(1000, .95) lies between 927 and 970 with probability .998.
        Assert.IsTrue(covered is >= 925 and <= 972, $"{covered} of 1000");
    }
}
