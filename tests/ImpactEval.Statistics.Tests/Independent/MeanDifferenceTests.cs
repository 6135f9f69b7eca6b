using ImpactEval.Statistics.Independent;

namespace ImpactEval.Statistics.Tests.Independent;

[TestClass]
public sealed class MeanDifferenceTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data_taken_as_two_groups()
    {
        // t.test(second, first): t = 1.8608, df = 17.776, p-value = 0.07939, interval −0.2054832 3.3654832.
        var test = WelchTTest.Of(SleepData.Second, SleepData.First, Alternative.TwoSided);
        Assert.AreEqual(1.8608, test.Statistic, 5e-5);
        Assert.AreEqual(17.776, test.DegreesOfFreedom!.Value, 5e-4);
        Assert.AreEqual(0.07939, test.PValue, 5e-6);
        var interval = MeanDifference.Welch(SleepData.Second, SleepData.First, Level).Intervals.Primary;
        Assert.AreEqual(-0.2054832, interval.Lower!.Value, 5e-8);
        Assert.AreEqual(3.3654832, interval.Upper!.Value, 5e-8);
        // var.equal = TRUE: df = 18, p-value = 0.07919, interval −0.203874 3.363874.
        Assert.AreEqual(0.07919, StudentTTest.Of(SleepData.Second, SleepData.First, Alternative.TwoSided).PValue, 5e-6);
        Assert.AreEqual(-0.203874, MeanDifference.Student(SleepData.Second, SleepData.First, Level).Intervals.Primary.Lower!.Value, 5e-7);
    }

    [TestMethod]
    public void Exchanging_the_groups_turns_the_sign_and_a_constant_moves_nothing()
    {
        var there = MeanDifference.Welch(SleepData.Second, SleepData.First, Level);
        var back = MeanDifference.Welch(SleepData.First.Shifted(100), SleepData.Second.Shifted(100), Level);
        Assert.AreEqual(there.Value, -back.Value, 1e-12);
        Assert.AreEqual(there.Intervals.Primary.Lower!.Value, -back.Intervals.Primary.Upper!.Value, 1e-12);
        Assert.AreEqual(1, WelchTTest.Of(SleepData.Second, SleepData.First, Alternative.Greater).PValue
            + WelchTTest.Of(SleepData.Second, SleepData.First, Alternative.Less).PValue, 1e-14);
    }

    [TestMethod]
    public void Groups_of_one_size_have_the_same_t_by_both_tests() =>
        Assert.AreEqual(
            StudentTTest.Of(SleepData.Second, SleepData.First, Alternative.TwoSided).Statistic,
            WelchTTest.Of(SleepData.Second, SleepData.First, Alternative.TwoSided).Statistic, 1e-13);

    [TestMethod]
    public void One_group_may_be_all_alike_but_not_both()
    {
        // Then Welch has the degrees of freedom of the other group.
        Assert.AreEqual(9, WelchTTest.Of(SleepData.First, new Sample([1, 1, 1]), Alternative.TwoSided).DegreesOfFreedom!.Value, 1e-12);
        Assert.AreEqual(NotEstimableReason.NoVariation,
            Assert.ThrowsExactly<NotEstimableException>(() => WelchTTest.Of(new Sample([1, 1]), new Sample([2, 2]), Alternative.TwoSided)).Reason);
    }

    [TestMethod]
    public void Equal_decimals_do_not_vary_however_many_there_are()
    {
        foreach (var size in new[] { 3, 7, 10, 49, 1_000 })
        {
            Sample tenths = new(Enumerable.Repeat(0.1, size)), thirds = new(Enumerable.Repeat(0.7, size));
            Assert.ThrowsExactly<NotEstimableException>(() => TwoGroups.Of(tenths, thirds));
            Assert.ThrowsExactly<NotEstimableException>(() => OneWayAnova.Of([tenths, thirds]));
        }
    }

    [TestMethod]
    public void A_group_of_one_is_refused() =>
        Assert.AreEqual(NotEstimableReason.TooFewObservations,
            Assert.ThrowsExactly<NotEstimableException>(() => MeanDifference.Student(new Sample([1]), SleepData.First, Level)).Reason);

    [TestMethod]
    public void The_interval_covers_the_truth_when_groups_spread_differently()
    {
        var covered = Simulated.Covered(2_000, 0.5, run =>
        {
            var stream = new RandomStream(41, run);
            var narrow = new Sample(Enumerable.Range(0, 30).Select(_ => 0.5 + Simulated.Normal(stream)));
            var wide = new Sample(Enumerable.Range(0, 10).Select(_ => 4 * Simulated.Normal(stream)));
            return MeanDifference.Welch(narrow, wide, Level).Intervals.Primary;
        });
        // Binomial(2000, .95) lies between 1869 and 1930 with probability .998.
        Assert.IsTrue(covered is >= 1865 and <= 1935, $"{covered} of 2000");
    }
}
