using ImpactEval.Statistics.Bayes;

namespace ImpactEval.Statistics.Tests.Bayes;

[TestClass]
public sealed class JzsBayesFactorTests
{
    [TestMethod]
    public void Agrees_with_the_manual_of_BayesFactor_on_Students_sleep_data() =>
        // ttestBF(x = sleep$extra[1:10], y = sleep$extra[11:20], paired = TRUE): 17.25888.
        Assert.AreEqual(17.25888, JzsBayesFactor.Paired(SleepData.First, SleepData.Second, JzsBayesFactor.UsualScale).TwoSided!.Value, 5e-6);

    [TestMethod]
    public void The_two_sided_factor_is_the_mean_of_the_one_sided_ones()
    {
        var factor = JzsBayesFactor.FromT(1.7, 20, 25, 0.5);
        Assert.AreEqual(factor.TwoSided!.Value, (Math.Exp(factor.LogPositive!.Value) + Math.Exp(factor.LogNegative!.Value)) / 2, 1e-12);
    }

    [TestMethod]
    public void Turning_the_waves_exchanges_the_directions()
    {
        var (one, other) = (JzsBayesFactor.FromT(2.4, 15, 0, 1), JzsBayesFactor.FromT(-2.4, 15, 0, 1));
        Assert.AreEqual(one.LogTwoSided, other.LogTwoSided, 1e-12);
        Assert.AreEqual(one.LogPositive!.Value, other.LogNegative!.Value, 1e-12);
    }

    [TestMethod]
    public void At_t_zero_both_directions_are_alike_and_speak_for_no_effect()
    {
        var factor = JzsBayesFactor.FromT(0, 40, 0, JzsBayesFactor.UsualScale);
        Assert.IsLessThan(0, factor.LogTwoSided);
        Assert.AreEqual(factor.LogTwoSided, factor.LogPositive!.Value, 1e-12);
    }

    [TestMethod]
    public void A_narrow_prior_says_nothing() => Assert.AreEqual(0, JzsBayesFactor.FromT(2, 20, 0, 1e-9).LogTwoSided, 1e-7);

    [TestMethod]
    [DataRow(60.0, 200, 0)]
    [DataRow(500.0, 1000000, 0)]
    [DataRow(-40.0, 50, 60)]
    public void Overwhelming_data_have_a_finite_logarithm(double t, int first, int second)
    {
        var factor = JzsBayesFactor.FromT(t, first, second, 0.7);
        Assert.IsTrue(double.IsFinite(factor.LogTwoSided) && factor.LogTwoSided > 100);
        Assert.IsGreaterThan(factor.LogTwoSided, Math.Max(factor.LogPositive ?? double.NegativeInfinity, factor.LogNegative ?? double.NegativeInfinity));
    }

    [TestMethod]
    public void Groups_with_pooled_variance_give_the_factor_of_their_t()
    {
        // Means 5 and 3, pooled variance 1, n = 3 each: t = 2/√(2/3).
        var factor = JzsBayesFactor.Independent(new Sample([4, 5, 6]), new Sample([2, 3, 4]), 0.5);
        Assert.AreEqual(JzsBayesFactor.FromT(2 / Math.Sqrt(2 / 3.0), 3, 3, 0.5).LogTwoSided, factor.LogTwoSided, 1e-13);
    }

    [TestMethod]
    public void No_degrees_of_freedom_no_variation_and_no_prior_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => JzsBayesFactor.FromT(1, 1, 0, 1)).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(
            () => JzsBayesFactor.Independent(new Sample([1]), new Sample([2]), 1)).Reason);
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(
            () => JzsBayesFactor.Independent(new Sample([1, 1]), new Sample([2, 2]), 1)).Reason);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => JzsBayesFactor.FromT(1, 10, 0, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => JzsBayesFactor.FromT(double.NaN, 10, 0, 1));
    }
}
