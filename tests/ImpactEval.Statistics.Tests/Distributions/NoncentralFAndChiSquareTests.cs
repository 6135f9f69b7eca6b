using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Tests.Distributions;

[TestClass]
public sealed class NoncentralFAndChiSquareTests
{
    [TestMethod]
    [DataRow(0.3, 0.4, DisplayName = "small")]
    [DataRow(4.0, 12.5)]
    [DataRow(900.0, 800.0, DisplayName = "far from zero")]
    [DataRow(2.25e4, 2.2e4)]
    public void With_one_degree_chi_square_is_the_square_of_a_normal_deviate(double x, double noncentrality)
    {
        // P(X ≤ x) = Φ(√x − √λ) − Φ(−√x − √λ) by definition.
        var (root, shift) = (Math.Sqrt(x), Math.Sqrt(noncentrality));
        Assert.AreEqual(StandardNormal.Cdf(root - shift) - StandardNormal.Cdf(-root - shift), NoncentralChiSquare.Cdf(x, 1, noncentrality), 1e-12);
        Assert.AreEqual(StandardNormal.Upper(root - shift) + StandardNormal.Cdf(-root - shift), NoncentralChiSquare.Upper(x, 1, noncentrality), 1e-12);
    }

    [TestMethod]
    [DataRow(2.5, 10.0, 1.2)]
    [DataRow(3.0, 4.5, 0.0)]
    [DataRow(40.0, 1000.0, 38.0)]
    [DataRow(90.0, 100000.0, 88.5)]
    [DataRow(1000.0, 1e6, 999.0, DisplayName = "λ near a million")]
    [DataRow(850.0, 300.0, 900.0)]
    public void With_one_degree_in_the_numerator_F_is_the_square_of_a_noncentral_t(double t, double df, double shift)
    {
        var expected = NoncentralT.Cdf(t, df, shift) - NoncentralT.Cdf(-t, df, shift);
        Assert.AreEqual(expected, NoncentralF.Cdf(t * t, 1, df, shift * shift), 1e-11);
        Assert.AreEqual(1 - expected, NoncentralF.Upper(t * t, 1, df, shift * shift), 1e-11);
    }

    [TestMethod]
    public void Without_noncentrality_both_are_the_central_distributions()
    {
        Assert.AreEqual(ChiSquare.Cdf(7.1, 4), NoncentralChiSquare.Cdf(7.1, 4, 0), 0);
        Assert.AreEqual(FisherF.Upper(3.3, 2, 17), NoncentralF.Upper(3.3, 2, 17, 0), 0);
    }

    [TestMethod]
    public void Far_tails_keep_their_relative_accuracy()
    {
        // One degree of freedom: P(X > 900; λ = 4) = Φ(−28) + Φ(−32), P(X ≤ 1e-6; λ = 400) = Φ(−19.999) − Φ(−20.001).
        var upper = StandardNormal.Cdf(-28) + StandardNormal.Cdf(-32);
        Assert.AreEqual(1, NoncentralChiSquare.Upper(900, 1, 4) / upper, 1e-10);
        var lower = StandardNormal.Cdf(-19.999) - StandardNormal.Cdf(-20.001);
        Assert.AreEqual(1, NoncentralChiSquare.Cdf(1e-6, 1, 400) / lower, 1e-8);
    }

    [TestMethod]
    [DataRow(8.3, 4, 100)]
    [DataRow(40, 1, 18)]
    [DataRow(1200, 3, 5000)]
    [DataRow(3.4, 2, 69)]
    public void The_limits_give_back_the_tails_they_were_made_from(double f, double df1, double df2)
    {
        var limits = NoncentralF.Limits(f, df1, df2, ConfidenceLevel.Percent90);
        Assert.AreEqual(0.05, NoncentralF.Upper(f, df1, df2, limits.Lower), 1e-11);
        Assert.AreEqual(0.05, NoncentralF.Cdf(f, df1, df2, limits.Upper), 1e-11);
        var ofChiSquare = NoncentralChiSquare.Limits(df1 * f, df1, ConfidenceLevel.Percent90);
        Assert.AreEqual(0.05, NoncentralChiSquare.Upper(df1 * f, df1, ofChiSquare.Lower), 1e-11);
        Assert.AreEqual(0.05, NoncentralChiSquare.Cdf(df1 * f, df1, ofChiSquare.Upper), 1e-11);
    }

    [TestMethod]
    public void A_small_statistic_has_limits_at_zero()
    {
        var limits = NoncentralF.Limits(0.001, 3, 20, ConfidenceLevel.Percent95);
        Assert.AreEqual((0.0, 0.0), (limits.Lower, limits.Upper));
        Assert.AreEqual(0, NoncentralChiSquare.Limits(4, 2, ConfidenceLevel.Percent90).Lower);
    }

    [TestMethod]
    public void Nothing_lies_below_zero_and_everything_below_infinity()
    {
        Assert.AreEqual((0.0, 1.0), (NoncentralF.Cdf(-1, 2, 3, 4), NoncentralF.Upper(0, 2, 3, 4)));
        Assert.AreEqual(1, NoncentralF.Cdf(double.PositiveInfinity, 2, 3, 4), 1e-14);
        Assert.AreEqual((0.0, 1.0), (NoncentralChiSquare.Cdf(0, 2, 3), NoncentralChiSquare.Upper(-1, 2, 3)));
    }

    [TestMethod]
    public void A_negative_noncentrality_no_degrees_of_freedom_and_a_negative_statistic_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralF.Cdf(1, 2, 3, -1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralF.Cdf(1, 0, 3, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralChiSquare.Upper(1, 2, double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralChiSquare.Limits(-1, 2, ConfidenceLevel.Percent90));
    }
}
