using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Paired;

[TestClass]
public sealed class PairedVarianceTestTests
{
    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data()
    {
        // cor.test(first + second, second - first): cor 0.182956184665, t 0.526362675106, p 0.612912877461.
        var test = PairedVarianceTest.Of(SleepData.First, SleepData.Second, Alternative.TwoSided);
        Assert.AreEqual(0.182956184665, PairedVarianceTest.Correlation(SleepData.First, SleepData.Second), 1e-12);
        Assert.AreEqual(0.526362675106, test.Statistic, 1e-11);
        Assert.AreEqual(0.612912877461, test.PValue, 1e-12);
        Assert.AreEqual(8, test.DegreesOfFreedom);
    }

    [TestMethod]
    public void Swapping_the_waves_turns_the_sign() => Assert.AreEqual(
        -PairedVarianceTest.Correlation(SleepData.First, SleepData.Second), PairedVarianceTest.Correlation(SleepData.Second, SleepData.First), 1e-14);

    [TestMethod]
    public void Equal_gains_are_refused() => Assert.ThrowsExactly<NotEstimableException>(
        () => PairedVarianceTest.Of(new([1, 2, 4]), new([2, 3, 5]), Alternative.TwoSided));
}
