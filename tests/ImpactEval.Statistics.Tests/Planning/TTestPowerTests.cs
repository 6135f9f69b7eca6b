using ImpactEval.Statistics.Planning;

namespace ImpactEval.Statistics.Tests.Planning;

[TestClass]
public sealed class TTestPowerTests
{
    static readonly TTestPower Paired = new(TTestDesign.Paired, 0.05, Alternative.TwoSided), Independent = new(TTestDesign.Independent, 0.05, Alternative.TwoSided);

    [TestMethod]
    public void Agrees_with_pwr_and_GPower()
    {
        // pwr.t.test(d = .5, power = .8): n = 63.76561 (manual of pwr); G*Power 3.1: 64 per group give 0.8014596, 34 pairs 0.8077775.
        Assert.AreEqual(63.76561, Independent.Size(0.5, 0.8), 5e-6);
        Assert.AreEqual(0.8014596, Independent.At(0.5, 64), 5e-8);
        Assert.AreEqual(0.8077775, Paired.At(0.5, 34), 5e-8);
    }

    [TestMethod]
    public void Size_and_smallest_effect_undo_the_power()
    {
        foreach (var test in new[] { Paired, Independent, new TTestPower(TTestDesign.Paired, 0.01, Alternative.Greater) })
        {
            Assert.AreEqual(0.9, test.At(0.3, test.Size(0.3, 0.9)), 1e-10);
            Assert.AreEqual(0.9, test.At(test.SmallestDetectable(25, 0.9), 25), 1e-10);
        }
    }

    [TestMethod]
    public void Without_an_effect_the_test_rejects_as_often_as_its_level_says()
    {
        Assert.AreEqual(0.05, Paired.At(0, 20), 1e-12);
        Assert.AreEqual(0.05, new TTestPower(TTestDesign.Independent, 0.05, Alternative.Less).At(0, 12), 1e-12);
    }

    [TestMethod]
    public void The_sign_of_the_effect_matters_only_to_one_sided_tests()
    {
        Assert.AreEqual(Paired.At(0.4, 30), Paired.At(-0.4, 30), 1e-12);
        var (greater, less) = (new TTestPower(TTestDesign.Paired, 0.05, Alternative.Greater), new TTestPower(TTestDesign.Paired, 0.05, Alternative.Less));
        Assert.AreEqual(greater.At(0.4, 30), less.At(-0.4, 30), 1e-12);
        Assert.AreEqual(greater.SmallestDetectable(30, 0.8), less.SmallestDetectable(30, 0.8), 1e-12);
        Assert.IsLessThan(0.001, greater.At(-0.4, 30));
    }

    [TestMethod]
    public void Equal_groups_are_the_best_way_to_divide_people()
    {
        Assert.AreEqual(Independent.At(0.5, 30), Independent.At(0.5, 30, 30), 1e-12);
        Assert.IsLessThan(Independent.At(0.5, 30, 30), Independent.At(0.5, 20, 40));
    }

    [TestMethod]
    public void A_very_large_effect_needs_the_least_number_of_people() => Assert.AreEqual(2, new TTestPower(TTestDesign.Paired, 0.05, Alternative.Greater).Size(50, 0.8));

    [TestMethod]
    public void Effects_nobody_can_find_and_impossible_levels_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.NotConverged, Assert.ThrowsExactly<NotEstimableException>(() => Paired.Size(0, 0.8)).Reason);
        Assert.AreEqual(NotEstimableReason.NotConverged, Assert.ThrowsExactly<NotEstimableException>(
            () => new TTestPower(TTestDesign.Paired, 0.05, Alternative.Less).Size(0.5, 0.8)).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => Paired.At(0.5, 1)).Reason);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Paired.Size(0.5, 0.05));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new TTestPower(TTestDesign.Paired, 1, Alternative.TwoSided));
        Assert.ThrowsExactly<InvalidOperationException>(() => Paired.At(0.5, 3, 4));
    }

    [TestMethod]
    public void Simulated_tests_reject_as_often_as_the_power_says()
    {
        const int runs = 2000;
        var rejected = Enumerable.Range(0, runs).AsParallel().Count(run =>
        {
            var (pre, post) = Simulated.Pairs(71, (ulong)run, 20, 0.5, 0.5);
            return ImpactEval.Statistics.Paired.PairedTTest.Of(pre, post, Alternative.TwoSided).PValue < 0.05;
        });
        // The gain has variance 1, so d_z = .5 and the power is .5645; three standard errors of 2,000 runs are .033.
        Assert.AreEqual(Paired.At(0.5, 20), rejected / (double)runs, 0.033);
    }
}
