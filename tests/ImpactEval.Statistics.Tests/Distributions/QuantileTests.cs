using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Tests.Distributions;

/// <summary>Quantiles and probabilities of the central distributions; more digits of R are compared by the oracle.</summary>
[TestClass]
public sealed class QuantileTests
{
    // R 4.2.2: qt(.975, 9), qt(1e-10, 1), qf(.95, 3, 20), qchisq(.95, 4), qbeta(.025, 2, 7).
    [TestMethod]
    public void Agree_with_R()
    {
        Assert.AreEqual(2.2621571627982053, StudentT.Quantile(0.975, 9), 1e-13);
        Assert.AreEqual(-3183098861.8379064, StudentT.Quantile(1e-10, 1), 1e-2);
        Assert.AreEqual(3.098391, FisherF.Quantile(0.95, 3, 20), 1e-6);
        Assert.AreEqual(9.487729036781154, ChiSquare.Quantile(0.95, 4), 1e-12);
        Assert.AreEqual(0.03185402624994422, BetaDistribution.Quantile(0.025, 2, 7), 1e-14);
    }

    [TestMethod]
    [DataRow(1e-12)]
    [DataRow(0.02)]
    [DataRow(0.4999)]
    [DataRow(0.83)]
    public void A_quantile_gives_back_its_probability(double p)
    {
        foreach (var df in new[] { 1, 2.5, 40, 1e6 })
        {
            Assert.AreEqual(p, StudentT.Cdf(StudentT.Quantile(p, df), df), 1e-11 * p);
            Assert.AreEqual(p, ChiSquare.Cdf(ChiSquare.Quantile(p, df), df), 1e-11 * p);
            Assert.AreEqual(p, FisherF.Cdf(FisherF.Quantile(p, df, 7), df, 7), 1e-11 * p);
        }
        Assert.AreEqual(p, StandardNormal.Cdf(StandardNormal.Quantile(p)), 1e-13 * p);
    }

    [TestMethod]
    public void The_ends_are_the_ends_of_the_distribution()
    {
        Assert.AreEqual(0, StudentT.Quantile(0.5, 3));
        Assert.AreEqual(double.PositiveInfinity, StudentT.Quantile(1, 3));
        Assert.AreEqual(0, ChiSquare.Quantile(0, 3));
        Assert.AreEqual(1, BetaDistribution.Quantile(1, 2, 3));
    }

    [TestMethod]
    public void With_endless_degrees_of_freedom_t_is_normal() =>
        Assert.AreEqual(StandardNormal.Quantile(0.2), StudentT.Quantile(0.2, double.PositiveInfinity), 0);

    [TestMethod]
    [DataRow(1e-3)]
    [DataRow(1e-59)]
    [DataRow(double.Epsilon)]
    public void With_next_to_no_degrees_of_freedom_t_is_larger_than_any_double(double degreesOfFreedom)
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.975, degreesOfFreedom));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.025, degreesOfFreedom));
    }

    [TestMethod]
    public void What_is_no_probability_is_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => StudentT.Quantile(1.1, 3));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => FisherF.Quantile(double.NaN, 3, 3));
    }
}
