using ImpactEval.Statistics.Change;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Change;

/// <summary>Reliable change, smallest differences, normalised gain, equivalence.</summary>
[TestClass]
public sealed class ChangeTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // SD before is 2 (mean 5, squares 16 over 4).
    static readonly Sample Before = new([3, 7, 3, 7, 5]);
    static readonly Sample After = new([9, 7, 4, 2, 5]);

    [TestMethod]
    public void Reliable_change_by_hand()
    {
        // Reliability .75: SEM = 2·.5 = 1; threshold 1.96·√2 = 2.7719. Gains 6, 0, 1, −5, 0.
        var change = ReliableChange.Of(Before, After, 0.75, Level);
        Assert.AreEqual(1, change.StandardErrorOfMeasurement, 1e-14);
        Assert.AreEqual(2.7719, change.Threshold, 5e-5);
        Assert.AreEqual((0.2, 0.2), (change.Risen.Value, change.Fallen.Value));
        Assert.AreEqual(6 / Math.Sqrt(2), change.Indices[0], 1e-14);
    }

    [TestMethod]
    public void A_more_reliable_instrument_sees_more_change() =>
        Assert.AreEqual(0.4, ReliableChange.Of(Before, After, 0.99, Level).Risen.Value);

    [TestMethod]
    public void Impossible_reliabilities_and_equal_scores_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ReliableChange.Of(Before, After, 1, Level));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ReliableChange.Of(Before, After, 0.8, Level, criticalValue: 0));
        Assert.ThrowsExactly<NotEstimableException>(() => ReliableChange.Of(new Sample([2, 2]), new Sample([2, 3]), 0.8, Level));
    }

    [TestMethod]
    public void Half_a_standard_deviation_and_the_smallest_detectable_change()
    {
        Assert.AreEqual(1, MinimalDifference.ShareOfDeviation(Before, 0.5), 1e-14);
        Assert.AreEqual(ReliableChange.Of(Before, After, 0.75, Level).Threshold, MinimalDifference.SmallestDetectable(Before, 0.75), 1e-14);
    }

    [TestMethod]
    public void The_gain_of_the_class_is_not_the_mean_of_the_gains()
    {
        // Hake's ⟨g⟩: means 40 → 70 of 100 is 30/60; individually 60/80 and 0/40 … 20 → 80, 60 → 60.
        Sample pre = new([20, 60]), post = new([80, 60]);
        Assert.AreEqual(0.5, NormalisedGain.OfClass(PairedSummary.Of(pre, post), 100), 1e-15);
        Assert.AreEqual(0.375, NormalisedGain.OfIndividuals(pre, post, 100).Mean, 1e-15);
    }

    [TestMethod]
    public void Normalised_change_measures_falls_by_what_could_be_lost()
    {
        // 20 → 80: 60/80; 60 → 30: −30/60; 100 → 100 and 0 → 0 left out; 50 → 50: 0.
        var change = NormalisedGain.Change(new Sample([20, 60, 100, 0, 50]), new Sample([80, 30, 100, 0, 50]), 0, 100);
        Assert.AreEqual((0.25 / 3, 3), (change.Mean, change.Size));
    }

    [TestMethod]
    public void Scores_off_the_scale_and_a_class_at_the_ceiling_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => NormalisedGain.OfIndividuals(new Sample([101]), new Sample([50]), 100));
        Assert.ThrowsExactly<ArgumentException>(() => NormalisedGain.Change(new Sample([-1]), new Sample([50]), 0, 100));
        Assert.ThrowsExactly<NotEstimableException>(() => NormalisedGain.OfIndividuals(new Sample([100]), new Sample([100]), 100));
    }

    [TestMethod]
    public void Equivalence_agrees_with_R_on_Students_sleep_data()
    {
        // (1.58 ± 1)/0.3889587 with 9 df: t = 6.633095 and 1.491161; p = 4.7786e-05 and 0.9149441.
        var result = Equivalence.Paired(SleepData.First, SleepData.Second, -1, 1, ConfidenceLevel.Percent90);
        Assert.AreEqual(6.633094571598516, result.AboveLow.Statistic, 1e-11);
        Assert.AreEqual(4.7785956955468295e-05, result.AboveLow.PValue, 1e-14);
        Assert.AreEqual(0.9149441145512887, result.PValue, 1e-11);
    }

    [TestMethod]
    public void It_is_equivalent_at_five_percent_just_when_the_ninety_percent_interval_lies_within()
    {
        var interval = MeanGain.Of(SleepData.First, SleepData.Second, ConfidenceLevel.Percent90).Intervals.Primary;
        double P(double slack) => Equivalence.Paired(
            SleepData.First, SleepData.Second, interval.Lower!.Value - slack, interval.Upper!.Value + slack, ConfidenceLevel.Percent90).PValue;
        Assert.IsLessThan(0.05, P(1e-6));
        Assert.IsGreaterThan(0.05, P(-1e-6));
    }

    [TestMethod]
    public void Bounds_without_room_and_data_without_variation_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => Equivalence.Paired(Before, After, 1, 1, Level));
        Assert.ThrowsExactly<NotEstimableException>(() => Equivalence.Paired(new Sample([1, 2]), new Sample([2, 3]), -1, 1, Level));
        Assert.ThrowsExactly<NotEstimableException>(() => Equivalence.Independent(new Sample([1, 1]), new Sample([2, 2]), -1, 1, Level));
    }
}
