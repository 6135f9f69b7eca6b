using ImpactEval.Statistics.Missing;

namespace ImpactEval.Statistics.Tests.Missing;

[TestClass]
public sealed class RubinPoolingTests
{
    static Estimate[] Estimates(double[] values, double variance) =>
        [.. values.Select(value => new Estimate(value, Math.Sqrt(variance), null, 40, NamedIntervals.Of(IntervalMethod.Normal, null, null, ConfidenceLevel.Percent95)))];

    [TestMethod]
    public void Total_variance_and_degrees_of_freedom_are_those_of_the_papers()
    {
        // By hand: W = 5, B = 2.5, T = 5 + 1.2·2.5 = 8, λ = 3/8, ν_m = 4/λ² = 28.44444; ν_obs = 25/27·24·(5/8) = 13.88889; mice::pool.scalar 9.3321668.
        var pooled = RubinPooling.Of(Estimates([13, 14, 15, 16, 17], 5), 24, ConfidenceLevel.Percent95);
        Assert.AreEqual((15.0, 8.0), (pooled.Estimate.Value, Math.Round(pooled.Total, 12)));
        Assert.AreEqual(28.444444444444, pooled.DegreesOfFreedomOfRubin!.Value, 1e-10);
        Assert.AreEqual(9.332166812481773, pooled.Estimate.DegreesOfFreedom!.Value, 1e-10);
        Assert.AreEqual(0.47636093834984744, pooled.FractionMissing, 1e-12);
    }

    [TestMethod]
    public void With_unlimited_people_the_degrees_of_freedom_are_Rubins()
    {
        var pooled = RubinPooling.Of(Estimates([13, 14, 15, 16, 17], 5), double.PositiveInfinity, ConfidenceLevel.Percent95);
        Assert.AreEqual(pooled.DegreesOfFreedomOfRubin, pooled.Estimate.DegreesOfFreedom);
    }

    [TestMethod]
    public void Equal_estimates_of_unlimited_people_have_the_normal_interval()
    {
        var pooled = RubinPooling.Of(Estimates([1, 1, 1], 4), double.PositiveInfinity, ConfidenceLevel.Percent95);
        Assert.IsNull(pooled.Estimate.DegreesOfFreedom);
        Assert.AreEqual(1 + 2 * 1.959963984540054, pooled.Estimate.Intervals.Primary.Upper!.Value, 1e-12);
    }

    [TestMethod]
    public void One_imputation_no_variance_and_no_standard_error_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(
            () => RubinPooling.Of(Estimates([1], 1), 10, ConfidenceLevel.Percent95)).Reason);
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(
            () => RubinPooling.Of(Estimates([1, 1], 0), 10, ConfidenceLevel.Percent95)).Reason);
        Assert.ThrowsExactly<ArgumentException>(() => RubinPooling.Of([Estimates([1], 1)[0] with { StandardError = null }], 10, ConfidenceLevel.Percent95));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => RubinPooling.Of(Estimates([1, 2], 1), 0, ConfidenceLevel.Percent95));
    }
}
