using ImpactEval.Statistics.Planning;

namespace ImpactEval.Statistics.Tests.Planning;

[TestClass]
public sealed class AnovaPowerTests
{
    [TestMethod]
    public void Agrees_with_pwr() =>
        // pwr.anova.test(k = 3, n = 20, f = .25): power = 0.3744311.
        Assert.AreEqual(0.3744311, AnovaPower.At(3, 20, 0.25, 0.05), 5e-8);

    [TestMethod]
    public void With_two_groups_it_is_the_power_of_the_t_test() =>
        Assert.AreEqual(new TTestPower(TTestDesign.Independent, 0.05, Alternative.TwoSided).At(0.6, 25), AnovaPower.At(2, 25, 0.3, 0.05), 1e-11);

    [TestMethod]
    public void Without_an_effect_it_is_the_level() => Assert.AreEqual(0.01, AnovaPower.At(4, 12, 0, 0.01), 1e-12);

    [TestMethod]
    public void One_group_one_person_and_a_negative_effect_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => AnovaPower.At(1, 20, 0.2, 0.05));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => AnovaPower.At(3, 20, -0.2, 0.05));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => AnovaPower.At(3, 1, 0.2, 0.05)).Reason);
    }
}
