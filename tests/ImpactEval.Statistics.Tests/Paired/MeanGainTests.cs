using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Paired;

[TestClass]
public sealed class MeanGainTests
{
    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data()
    {
        var gain = MeanGain.Of(SleepData.First, SleepData.Second, ConfidenceLevel.Percent95);
        // t.test(second, first, paired = TRUE)$conf.int prints 0.7001142 2.4598858
        Assert.AreEqual(1.58, gain.Value, 1e-12);
        Assert.AreEqual(0.7001142, gain.Intervals.Primary.Lower!.Value, 1e-7);
        Assert.AreEqual(2.4598858, gain.Intervals.Primary.Upper!.Value, 1e-7);
        Assert.AreEqual(9, gain.DegreesOfFreedom);
    }

    [TestMethod]
    public void Swapping_the_waves_turns_the_sign()
    {
        var there = MeanGain.Of(SleepData.First, SleepData.Second, ConfidenceLevel.Percent95);
        var back = MeanGain.Of(SleepData.Second, SleepData.First, ConfidenceLevel.Percent95);
        Assert.AreEqual(there.Value, -back.Value, 1e-15);
        Assert.AreEqual(there.Intervals.Primary.Lower!.Value, -back.Intervals.Primary.Upper!.Value, 1e-14);
    }

    [TestMethod]
    public void Adding_a_constant_to_both_waves_moves_nothing() =>
        Assert.AreEqual(1.58, MeanGain.Of(SleepData.First.Shifted(100), SleepData.Second.Shifted(100), ConfidenceLevel.Percent95).Value, 1e-12);

    [TestMethod]
    public void Two_people_are_enough()
    {
        // d̄ = 2, s = √2, SE = 1; t(.975; 1) = 12.7062 (any t table).
        var gain = MeanGain.Of(new Sample([0, 0]), new Sample([1, 3]), ConfidenceLevel.Percent95);
        Assert.AreEqual(2 - 12.7062, gain.Intervals.Primary.Lower!.Value, 1e-4);
    }

    [TestMethod]
    public void One_pair_and_unequal_samples_are_refused()
    {
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => MeanGain.Of(new Sample([1]), new Sample([2]), ConfidenceLevel.Percent95));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, refusal.Reason);
        Assert.ThrowsExactly<ArgumentException>(() => MeanGain.Of(new Sample([1, 2]), new Sample([2]), ConfidenceLevel.Percent95));
    }

    [TestMethod]
    public void The_interval_covers_the_truth_as_often_as_it_says()
    {
        var covered = Simulated.Covered(1_000, 0.4, run =>
        {
            var (pre, post) = Simulated.Pairs(11, run, 12, 0.4, 0.6);
            return MeanGain.Of(pre, post, ConfidenceLevel.Percent90).Intervals.Primary;
        });
        // Binomial(1000, .9) lies between 868 and 930 with probability .998.
        Assert.IsTrue(covered is >= 868 and <= 930, $"{covered} of 1000");
    }
}
