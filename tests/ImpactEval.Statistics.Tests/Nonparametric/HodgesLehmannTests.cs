using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Tests.Nonparametric;

[TestClass]
public sealed class HodgesLehmannTests
{
    // R: median of outer(d, d, "+")[upper.tri(diag = TRUE)] / 2 of the sleep data is 1.3.
    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data() => Assert.AreEqual(1.3, HodgesLehmann.OfChange(SleepData.First, SleepData.Second), 1e-15);

    [TestMethod]
    public void Agrees_with_the_list_of_all_averages()
    {
        for (var run = 0UL; run < 20; run++)
        {
            var (pre, post) = Simulated.Pairs(3, run, 3 + (int)run, 0.2, 0.4);
            var gains = pre.Values.ToArray().Zip(post.Values.ToArray(), (before, after) => after - before).ToArray();
            var averages = gains.SelectMany((one, i) => gains.Skip(i).Select(other => (one + other) / 2)).Order().ToArray();
            var median = (averages[(averages.Length - 1) / 2] + averages[averages.Length / 2]) / 2;
            Assert.AreEqual(median, HodgesLehmann.OfChange(pre, post), 1e-15);
        }
    }

    [TestMethod]
    public void Shifting_the_second_wave_shifts_it() =>
        Assert.AreEqual(2.3, HodgesLehmann.OfChange(SleepData.First, SleepData.Second.Shifted(1)), 1e-12);

    [TestMethod]
    public void One_person_is_their_own_change_and_none_is_refused()
    {
        Assert.AreEqual(-4, HodgesLehmann.OfChange(new Sample([5]), new Sample([1])));
        Assert.ThrowsExactly<NotEstimableException>(() => HodgesLehmann.OfChange(new Sample([]), new Sample([])));
    }
}
