using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Tests.Distributions;

[TestClass]
public sealed class NoncentralTTests
{
    // 40-digit arithmetic (mpmath); the last one lies in a far tail, where R's pt() keeps no digit.
    [TestMethod]
    [DataRow(-1, 3, -1, 0.53077312758167470979)]
    [DataRow(-1, 3, 2, 0.0030052475953985059968)]
    [DataRow(-1, 3, 5, 9.4353270793183369971e-9)]
    public void Agrees_with_arithmetic_of_forty_digits(double t, double df, double noncentrality, double expected) =>
        Assert.AreEqual(expected, NoncentralT.Cdf(t, df, noncentrality), 1e-11 * expected);

    [TestMethod]
    [DataRow(-40, 1)]
    [DataRow(1.7, 2.5)]
    [DataRow(3, 30)]
    [DataRow(0.5, 1e6)]
    [DataRow(2_500, 1)]
    public void Without_noncentrality_it_is_Students_t(double t, double df) =>
        Assert.AreEqual(StudentT.Cdf(t, df), NoncentralT.Cdf(t, df, 0), 1e-12);

    [TestMethod]
    [DataRow(2, 7, 1.3)]
    [DataRow(-900, 4, -700)]
    [DataRow(1_000, 1e6, 1_001)]
    public void Both_tails_add_up_to_one(double t, double df, double noncentrality) =>
        Assert.AreEqual(1, NoncentralT.Cdf(t, df, noncentrality) + NoncentralT.Upper(t, df, noncentrality), 1e-13);

    [TestMethod]
    public void Both_ways_of_integrating_meet_where_one_takes_over()
    {
        foreach (var (df, share) in new[] { (1.0, 0.3), (1, 1.2), (3, 0.8), (40, 1.1), (1e4, 1.001), (1e6, 0.999) })
        {
            var t = Math.Sqrt(100 * df);
            Assert.AreEqual(NoncentralT.Cdf(t, df, share * t), NoncentralT.Cdf(t * (1 + 1e-15), df, share * t), 1e-12);
            Assert.AreEqual(NoncentralT.Upper(-t, df, -share * t), NoncentralT.Upper(-t * (1 + 1e-15), df, -share * t), 1e-12);
        }
    }

    [TestMethod]
    public void At_zero_it_is_the_normal_probability_of_the_noncentrality() =>
        // R: pnorm(-1.2) = 0.11506967022170828.
        Assert.AreEqual(0.11506967022170828, NoncentralT.Cdf(0, 11, 1.2), 1e-14);

    [TestMethod]
    public void Numbers_that_are_not_finite_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralT.Cdf(double.NaN, 5, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralT.Cdf(1, 5, double.PositiveInfinity));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralT.Cdf(1, 0, 1));
    }
}
