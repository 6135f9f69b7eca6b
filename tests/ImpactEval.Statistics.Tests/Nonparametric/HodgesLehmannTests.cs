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

    // Depression scale factor IV of nine patients: Hollander and Wolfe (1973), Nonparametric statistical methods, p. 29; help(wilcox.test) of R.
    static readonly Sample Before = new([1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]);
    static readonly Sample After = new([0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]);

    // Permeability of membranes: Hollander and Wolfe (1973), p. 69; help(wilcox.test) of R.
    static readonly Sample AtTerm = new([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]);
    static readonly Sample Early = new([1.15, 0.88, 0.90, 0.74, 1.21]);

    [TestMethod]
    public void Limits_of_a_change_agree_with_R()
    {
        // wilcox.test(before, after, paired = TRUE, conf.int = TRUE, exact = TRUE) prints 0.010 0.786 and 0.46; at 90 % 0.175 0.726
        var change = HodgesLehmann.OfChange(After, Before, ConfidenceLevel.Percent95);
        Assert.AreEqual(0.46, change.Value, 1e-12);
        Assert.AreEqual(0.010, change.Intervals.Primary.Lower!.Value, 1e-12);
        Assert.AreEqual(0.786, change.Intervals.Primary.Upper!.Value, 1e-12);
        Assert.AreEqual(0.175, HodgesLehmann.OfChange(After, Before, ConfidenceLevel.Percent90).Intervals.Primary.Lower!.Value, 1e-12);
    }

    [TestMethod]
    public void Limits_of_a_shift_agree_with_R()
    {
        // wilcox.test(atTerm, early, conf.int = TRUE, exact = TRUE) prints -0.15 0.76 and 0.305
        var shift = ShiftOfGroups.Of(AtTerm, Early, ConfidenceLevel.Percent95);
        Assert.AreEqual(0.305, shift.Value, 1e-12);
        Assert.AreEqual(-0.15, shift.Intervals.Primary.Lower!.Value, 1e-12);
        Assert.AreEqual(0.76, shift.Intervals.Primary.Upper!.Value, 1e-12);
        Assert.AreEqual(IntervalMethod.RankInversion, shift.Intervals.Primary.Method);
    }

    [TestMethod]
    public void The_limits_exclude_zero_exactly_when_the_rank_test_does()
    {
        for (var run = 0UL; run < 60; run++)
        {
            var (pre, post) = Simulated.Pairs(8, run, 12, 0.6, 0.3);
            var p = WilcoxonSignedRank.Exact(SignedRanks.Of(pre, post, ZeroRule.Pratt), Alternative.TwoSided).PValue;
            var change = HodgesLehmann.OfChange(pre, post, ConfidenceLevel.Percent95).Intervals.Primary;
            Assert.AreEqual(p <= 0.05, change.Lower > 0 || change.Upper < 0, $"run {run}");
        }
    }

    [TestMethod]
    public void The_normal_rank_joins_the_exact_one()
    {
        var (pre, post) = Simulated.Pairs(9, 1, 201, 0.6, 0.3);
        var all = HodgesLehmann.OfChange(pre, post, ConfidenceLevel.Percent95).Intervals.Primary;
        var exact = HodgesLehmann.OfChange(new Sample(pre.Values[..200].ToArray()), new Sample(post.Values[..200].ToArray()), ConfidenceLevel.Percent95).Intervals.Primary;
        Assert.AreEqual(exact.Lower!.Value, all.Lower!.Value, 0.02);
        Assert.AreEqual(exact.Upper!.Value, all.Upper!.Value, 0.02);
    }

    [TestMethod]
    public void Too_few_people_bound_nothing()
    {
        var five = HodgesLehmann.OfChange(new Sample([1, 2, 3, 4, 5]), new Sample([2, 4, 6, 8, 10]), ConfidenceLevel.Percent95);
        Assert.IsTrue(five.Intervals.Primary is { Lower: null, Upper: null });
        Assert.IsTrue(ShiftOfGroups.Of(new Sample([1, 2]), new Sample([3, 4]), ConfidenceLevel.Percent95).Intervals.Primary.Unbounded);
        Assert.ThrowsExactly<NotEstimableException>(() => ShiftOfGroups.Of(new Sample([]), new Sample([3]), ConfidenceLevel.Percent95));
    }
}
