using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Tests.Resampling;

[TestClass]
public sealed class PermutationTestTests
{
    [TestMethod]
    public void Four_rises_are_one_of_sixteen_arrangements()
    {
        Sample pre = new([0, 0, 0, 0]), post = new([1, 2, 3, 9]);
        var test = PermutationTest.Paired(pre, post, Alternative.Greater, 10, 1);
        Assert.AreEqual((1 / 16.0, 16L, true), (test.Test.PValue, test.Arrangements, test.Exact));
        Assert.AreEqual(2 / 16.0, PermutationTest.Paired(pre, post, Alternative.TwoSided, 10, 1).Test.PValue);
        Assert.AreEqual(1, PermutationTest.Paired(pre, post, Alternative.Less, 10, 1).Test.PValue);
    }

    [TestMethod]
    public void Two_groups_apart_are_one_of_twenty_choices()
    {
        var test = PermutationTest.Independent(new Sample([4, 5, 6]), new Sample([1, 2, 3]), Alternative.Greater, 10, 1);
        Assert.AreEqual((1 / 20.0, 20L, 3.0), (test.Test.PValue, test.Arrangements, test.Test.Statistic));
    }

    [TestMethod]
    public void Exchanging_waves_or_groups_keeps_the_two_sided_value()
    {
        double Paired(Sample one, Sample other) => PermutationTest.Paired(one, other, Alternative.TwoSided, 10, 1).Test.PValue;
        Assert.AreEqual(Paired(SleepData.First, SleepData.Second), Paired(SleepData.Second, SleepData.First), 0);
        double Groups(Sample one, Sample other) => PermutationTest.Independent(one, other, Alternative.TwoSided, 10, 1).Test.PValue;
        Assert.AreEqual(Groups(SleepData.First, SleepData.Second), Groups(SleepData.Second, SleepData.First), 0);
    }

    [TestMethod]
    public void Drawn_arrangements_come_near_the_normal_value_and_are_repeatable()
    {
        var (pre, post) = Simulated.Pairs(8, 8, 60, 0.3, 0.5);
        var drawn = PermutationTest.Paired(pre, post, Alternative.TwoSided, 20_000, 3);
        Assert.IsFalse(drawn.Exact);
        Assert.AreEqual(ImpactEval.Statistics.Paired.PairedTTest.Of(pre, post, Alternative.TwoSided).PValue, drawn.Test.PValue, 0.01);
        Assert.AreEqual(drawn, PermutationTest.Paired(pre, post, Alternative.TwoSided, 20_000, 3));
        var groups = PermutationTest.Independent(pre, post, Alternative.TwoSided, 20_000, 3);
        Assert.IsFalse(groups.Exact);
        Assert.IsGreaterThan(0, groups.Test.PValue);
    }

    [TestMethod]
    public void What_cannot_be_rearranged_is_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => PermutationTest.Paired(new Sample([1]), new Sample([1]), Alternative.TwoSided, 10, 1));
        Assert.ThrowsExactly<NotEstimableException>(() => PermutationTest.Independent(new Sample([1, 1]), new Sample([1]), Alternative.TwoSided, 10, 1));
        Assert.ThrowsExactly<NotEstimableException>(() => PermutationTest.Independent(new Sample([]), new Sample([1]), Alternative.TwoSided, 10, 1));
    }
}
