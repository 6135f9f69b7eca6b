using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Tests.Distributions;

[TestClass]
public sealed class NoncentralityLimitsTests
{
    // 40-digit arithmetic (mpmath, Gauss-Legendre over the density of S and Newton steps), P(T ≤ t; δ) = .975 and .025.
    [TestMethod]
    [DataRow(0.3, 3, -1.6964978399066969541, 2.2500091406650187772)]
    [DataRow(40, 30, 29.723324200352527943, 50.233759144110780476)]
    [DataRow(56, 1_000_000, 54.038486026721054752, 57.961486014801157022)]
    [DataRow(-75, 400, -80.544627137012776304, -69.439502490038924318)]
    public void Agree_with_arithmetic_of_forty_digits(double t, double df, double lower, double upper)
    {
        var limits = NoncentralityLimits.Of(t, df, ConfidenceLevel.Percent95);
        Assert.AreEqual(lower, limits.Lower, 1e-10);
        Assert.AreEqual(upper, limits.Upper, 1e-10);
    }

    [TestMethod]
    public void Turning_the_sign_of_t_turns_the_limits()
    {
        var limits = NoncentralityLimits.Of(3.1, 17, ConfidenceLevel.Percent90);
        var turned = NoncentralityLimits.Of(-3.1, 17, ConfidenceLevel.Percent90);
        Assert.AreEqual(limits.Lower, -turned.Upper, 1e-12);
        Assert.AreEqual(limits.Upper, -turned.Lower, 1e-12);
    }

    [TestMethod]
    public void At_t_zero_the_limits_are_those_of_the_normal_distribution()
    {
        // Φ⁻¹(.975) = 1.959963984540054, R: qnorm(.975).
        var limits = NoncentralityLimits.Of(0, 5, ConfidenceLevel.Percent95);
        Assert.AreEqual(-1.959963984540054, limits.Lower, 1e-12);
        Assert.AreEqual(1.959963984540054, limits.Upper, 1e-12);
    }

    [TestMethod]
    [DataRow(1e-3, 1)]
    [DataRow(12.5, 1)]
    [DataRow(900, 2)]
    [DataRow(1999.9, 9)]
    [DataRow(2000.1, 9)]
    [DataRow(1e6, 3)]
    [DataRow(1e12, 120)]
    [DataRow(-4e4, 1e6)]
    public void The_limits_give_back_the_tails_they_were_made_from(double t, double df)
    {
        var limits = NoncentralityLimits.Of(t, df, ConfidenceLevel.Percent95);
        Assert.AreEqual(0.025, NoncentralT.Upper(t, df, limits.Lower), 1e-11);
        Assert.AreEqual(0.025, NoncentralT.Cdf(t, df, limits.Upper), 1e-11);
    }

    [TestMethod]
    public void Less_than_one_degree_of_freedom_is_refused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralityLimits.Of(2, 0.5, ConfidenceLevel.Percent95));
}
