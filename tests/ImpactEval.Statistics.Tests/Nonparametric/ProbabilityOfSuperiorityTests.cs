using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Tests.Nonparametric;

[TestClass]
public sealed class ProbabilityOfSuperiorityTests
{
    [TestMethod]
    public void Nine_of_ten_slept_longer_and_one_as_long()
    {
        var share = ProbabilityOfSuperiority.Of(SleepData.First, SleepData.Second, ConfidenceLevel.Percent95);
        Assert.AreEqual(0.95, share.Value, 1e-15);
        // Wilson (1927) by hand with p = .95, n = 10, z = 1.959964: (0.95 + 0.192073 ∓ 1.959964·√(.00475 + .0096036))/(1.384146).
        Assert.AreEqual(0.65546, share.Intervals.Primary.Lower!.Value, 5e-5);
        Assert.AreEqual(0.99475, share.Intervals.Primary.Upper!.Value, 5e-5);
    }

    [TestMethod]
    public void Swapping_the_waves_gives_the_complement() =>
        Assert.AreEqual(0.05, ProbabilityOfSuperiority.Of(SleepData.Second, SleepData.First, ConfidenceLevel.Percent95).Value, 1e-15);

    [TestMethod]
    public void Only_ties_are_one_half() =>
        Assert.AreEqual(0.5, ProbabilityOfSuperiority.Of(SleepData.First, SleepData.First, ConfidenceLevel.Percent95).Value);

    [TestMethod]
    public void Nobody_is_refused() =>
        Assert.ThrowsExactly<NotEstimableException>(() => ProbabilityOfSuperiority.Of(new Sample([]), new Sample([]), ConfidenceLevel.Percent95));
}
