using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Tests.Distributions;

[TestClass]
public sealed class NoncentralFTests
{
    [TestMethod]
    public void With_one_degree_of_freedom_it_is_the_square_of_the_noncentral_t()
    {
        foreach (var delta in new[] { 0.3, 2, 15 })
            foreach (var t in new[] { 0.5, 2, 14, 18 })
                Assert.AreEqual(
                    NoncentralT.Cdf(t, 18, delta) - NoncentralT.Cdf(-t, 18, delta), NoncentralF.Cdf(t * t, 1, 18, delta * delta), 1e-12);
    }

    [TestMethod]
    public void Without_noncentrality_it_is_Fishers_F_and_the_tails_add_up_to_one()
    {
        Assert.AreEqual(FisherF.Cdf(2.5, 3, 20), NoncentralF.Cdf(2.5, 3, 20, 0), 1e-15);
        Assert.AreEqual(1, NoncentralF.Cdf(900, 3, 50, 2_000) + NoncentralF.Upper(900, 3, 50, 2_000), 1e-13);
        Assert.AreEqual(0, NoncentralF.Cdf(0, 3, 20, 4));
    }

    [TestMethod]
    public void Limits_give_back_their_tails_even_for_a_huge_F()
    {
        var limits = NoncentralFLimits.Of(5_000, 4, 200, ConfidenceLevel.Percent95);
        Assert.AreEqual(0.025, NoncentralF.Upper(5_000, 4, 200, limits.Lower), 1e-10);
        Assert.AreEqual(0.025, NoncentralF.Cdf(5_000, 4, 200, limits.Upper), 1e-10);
    }

    [TestMethod]
    public void An_F_of_zero_has_no_noncentrality_and_a_negative_one_is_refused()
    {
        Assert.AreEqual(new NoncentralFLimits(0, 0), NoncentralFLimits.Of(0, 2, 30, ConfidenceLevel.Percent90));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralFLimits.Of(-1, 2, 30, ConfidenceLevel.Percent90));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralF.Cdf(1, 0, 30, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NoncentralF.Cdf(1, 2, 30, -1));
    }
}
