using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Tests.Descriptives;

[TestClass]
public sealed class DescriptivesTests
{
    // NIST StRD, data set NumAcc4: 10000000.2, then 10000000.1 and 10000000.3 in turn, 1001 values; mean 10000000.2 and SD 0.1 exactly.
    static readonly Sample NumAcc4 = new([10000000.2, .. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? 10000000.1 : 10000000.3)]);

    [TestMethod]
    public void The_hardest_NIST_set_keeps_its_digits()
    {
        var moments = Moments.Of(NumAcc4);
        Assert.AreEqual(10000000.2, moments.Mean, 2e-9);
        // The decimals are rounded when they become doubles: 8 digits are what the data still hold.
        Assert.AreEqual(0.1, moments.StandardDeviation!.Value, 1e-9);
    }

    [TestMethod]
    public void Shifting_the_data_shifts_the_mean_and_keeps_the_spread()
    {
        var (here, there) = (Moments.Of(SleepData.First), Moments.Of(SleepData.First.Shifted(1e6)));
        Assert.AreEqual(here.Mean + 1e6, there.Mean, 1e-9);
        Assert.AreEqual(here.StandardDeviation!.Value, there.StandardDeviation!.Value, 1e-9);
        Assert.AreEqual(Shape.Skewness(SleepData.First), Shape.Skewness(SleepData.First.Shifted(1e3)), 1e-11);
    }

    [TestMethod]
    public void One_value_has_a_mean_and_no_spread()
    {
        Assert.AreEqual(5, Moments.Of(new Sample([5])).Mean);
        Assert.IsNull(Moments.Of(new Sample([5])).Variance);
        Assert.ThrowsExactly<NotEstimableException>(() => Moments.Of(new Sample([])));
        Assert.ThrowsExactly<NotEstimableException>(() => SampleMean.Of(new Sample([5]), ConfidenceLevel.Percent95));
    }

    [TestMethod]
    [DataRow(1, 2)]
    [DataRow(2, 2.5)]
    [DataRow(3, 2)]
    [DataRow(4, 2)]
    [DataRow(5, 2.5)]
    [DataRow(6, 2.5)]
    [DataRow(7, 2.5)]
    [DataRow(8, 2.5)]
    [DataRow(9, 2.5)]
    public void The_nine_types_disagree_about_the_median_of_four(int type, double expected) =>
        // R: quantile(1:4, .5, type = 1:9).
        Assert.AreEqual(expected, Quantile.Of(new Sample([4, 1, 3, 2]), 0.5, (QuantileType)type), 1e-15);

    [TestMethod]
    public void The_ends_are_smallest_and_largest_and_other_probabilities_are_refused()
    {
        Assert.AreEqual(-1.6, Quantile.Of(SleepData.First, 0, QuantileType.Weibull));
        Assert.AreEqual(3.7, Quantile.Of(SleepData.First, 1, QuantileType.MedianUnbiased));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Quantile.Of(SleepData.First, 1.01));
        Assert.ThrowsExactly<NotEstimableException>(() => Median.Of(new Sample([])));
    }

    [TestMethod]
    public void Skewness_and_kurtosis_need_variation_and_values()
    {
        Assert.AreEqual(0, Shape.Skewness(new Sample([1, 2, 3])), 1e-15);
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(() => Shape.Skewness(new Sample([2, 2, 2]))).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => Shape.Kurtosis(new Sample([1, 2, 3]))).Reason);
    }

    [TestMethod]
    public void Trimming_cuts_both_ends_and_winsorising_moves_them()
    {
        var sample = new Sample([100, 1, 2, 3, -50]);
        Assert.AreEqual(2, TrimmedMean.Of(sample, 0.2), 1e-15);
        CollectionAssert.AreEqual(new double[] { 3, 1, 2, 3, 1 }, TrimmedMean.Winsorised(sample, 0.2).Values.ToArray());
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => TrimmedMean.Of(sample, 0.5));
    }

    [TestMethod]
    public void The_interval_of_the_mean_covers_the_truth_as_often_as_it_says()
    {
        var covered = Simulated.Covered(1_000, 0, run => SampleMean.Of(Simulated.Pairs(17, run, 8, 0, 0).Pre, ConfidenceLevel.Percent90).Intervals.Primary);
        // Binomial(1000, .9) lies between 868 and 930 with probability .998.
        Assert.IsTrue(covered is >= 868 and <= 930, $"{covered} of 1000");
    }
}
