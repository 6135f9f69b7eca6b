using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Reliability;

[TestClass]
public sealed class KrippendorffAlphaTests
{
    const double No = double.NaN;

    // Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: four observers, twelve units.
    static readonly double[][] Units =
        [[1, 1, No, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [No, 5, 5, 5], [No, No, 1, 1], [No, 3, No, No]];

    [TestMethod]
    [DataRow(KrippendorffMetric.Nominal, 0.743)]
    [DataRow(KrippendorffMetric.Ordinal, 0.815)]
    [DataRow(KrippendorffMetric.Interval, 0.849)]
    [DataRow(KrippendorffMetric.Ratio, 0.797)]
    public void Agrees_with_the_worked_example(KrippendorffMetric metric, double printed) =>
        Assert.AreEqual(printed, KrippendorffAlpha.Value(Units, metric), 5e-4);

    [TestMethod]
    public void A_unit_with_one_value_and_the_order_of_coders_do_not_matter()
    {
        var turned = Units[..11].Select(unit => unit.Reverse().ToArray()).ToArray();
        Assert.AreEqual(KrippendorffAlpha.Value(Units, KrippendorffMetric.Ordinal), KrippendorffAlpha.Value(turned, KrippendorffMetric.Ordinal), 1e-14);
    }

    [TestMethod]
    public void Other_units_of_measurement_leave_the_interval_metric_alone()
    {
        var shifted = Units.Select(unit => unit.Select(value => 3 * value + 20).ToArray()).ToArray();
        Assert.AreEqual(KrippendorffAlpha.Value(Units, KrippendorffMetric.Interval), KrippendorffAlpha.Value(shifted, KrippendorffMetric.Interval), 1e-13);
    }

    [TestMethod]
    public void Perfect_agreement_is_one() => Assert.AreEqual(1, KrippendorffAlpha.Value([[1, 1], [4, 4], [2, 2]], KrippendorffMetric.Interval));

    [TestMethod]
    public void Equal_values_unpaired_units_and_impossible_values_are_refused()
    {
        NotEstimableReason Refusal(double[][] units) => Assert.ThrowsExactly<NotEstimableException>(() => KrippendorffAlpha.Value(units, KrippendorffMetric.Nominal)).Reason;
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([[1, 1], [1, 1]]));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([[1, No], [2, No]]));
        Assert.ThrowsExactly<ArgumentException>(() => KrippendorffAlpha.Value([[1, double.PositiveInfinity]], KrippendorffMetric.Nominal));
        Assert.ThrowsExactly<ArgumentException>(() => KrippendorffAlpha.Value([[1, -1]], KrippendorffMetric.Ratio));
    }

    [TestMethod]
    public void The_interval_covers_the_truth_as_often_as_it_says()
    {
        // Two coders, truth and error of variance 1: the interval alpha of the population is 1/2.
        var covered = Simulated.Covered(200, 0.5, run =>
        {
            var stream = new RandomStream(41, run);
            var units = Enumerable.Range(0, 60).Select(_ => Simulated.Normal(stream) is var truth ? new[] { truth + Simulated.Normal(stream), truth + Simulated.Normal(stream) } : []);
            return KrippendorffAlpha.Of([.. units], KrippendorffMetric.Interval, ConfidenceLevel.Percent95, 299, run).Intervals.Primary;
        });
        // The percentile interval is a little short at 60 units: Binomial(200, .94) lies between 178 and 197 with probability .998.
        Assert.IsTrue(covered is >= 178 and <= 197, $"{covered} of 200");
    }
}
