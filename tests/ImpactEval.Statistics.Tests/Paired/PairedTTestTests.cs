using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Paired;

[TestClass]
public sealed class PairedTTestTests
{
    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data()
    {
        // R: t.test(second, first, paired = TRUE) prints t = 4.0621, df = 9, p-value = 0.002833; one-sided 0.001416.
        var test = PairedTTest.Of(SleepData.First, SleepData.Second, Alternative.TwoSided);
        Assert.AreEqual(4.0621, test.Statistic, 5e-5);
        Assert.AreEqual(0.002833, test.PValue, 5e-7);
        Assert.AreEqual(0.001416, PairedTTest.Of(SleepData.First, SleepData.Second, Alternative.Greater).PValue, 5e-7);
    }

    [TestMethod]
    public void The_one_sided_values_add_up_to_one() =>
        Assert.AreEqual(1, PairedTTest.Of(SleepData.First, SleepData.Second, Alternative.Greater).PValue
            + PairedTTest.Of(SleepData.First, SleepData.Second, Alternative.Less).PValue, 1e-15);

    [TestMethod]
    public void Equal_gains_of_everybody_are_refused_even_when_decimals_round()
    {
        // 0.3 − 0.1 and 0.5 − 0.3 differ in the last bit only.
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() =>
            PairedTTest.Of(new Sample([0.1, 0.3, 0.7]), new Sample([0.3, 0.5, 0.9]), Alternative.TwoSided));
        Assert.AreEqual(NotEstimableReason.NoVariation, refusal.Reason);
    }
}
