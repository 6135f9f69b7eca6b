using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Tests.Nonparametric;

[TestClass]
public sealed class MatchedRankBiserialTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data()
    {
        // (V − (R − V))/R with one zero: 45/45 when it is dropped, 54/55 when it is ranked first.
        Assert.AreEqual(1, MatchedRankBiserial.Value(SleepData.First, SleepData.Second, ZeroRule.Wilcoxon));
        Assert.AreEqual(54 / 55.0, MatchedRankBiserial.Value(SleepData.First, SleepData.Second, ZeroRule.Pratt), 1e-15);
    }

    [TestMethod]
    public void The_estimate_is_the_value_and_lies_within_its_interval()
    {
        var (pre, post) = Simulated.Pairs(9, 4, 25, 0.4, 0.5);
        var effect = MatchedRankBiserial.Of(pre, post, ZeroRule.Pratt, Level, 2_000, seed: 8);
        Assert.AreEqual(MatchedRankBiserial.Value(pre, post, ZeroRule.Pratt), effect.Value, 1e-14);
        Assert.IsTrue(effect.Intervals.Primary.Lower < effect.Value && effect.Value < effect.Intervals.Primary.Upper);
        Assert.AreEqual(IntervalMethod.Bca, effect.Intervals.Primary.Method);
    }

    [TestMethod]
    public void Swapping_the_waves_turns_the_sign() =>
        Assert.AreEqual(-54 / 55.0, MatchedRankBiserial.Value(SleepData.Second, SleepData.First, ZeroRule.Pratt), 1e-15);

    [TestMethod]
    [DataRow(1)]
    [DataRow(-1)]
    public void When_all_changed_in_one_direction_the_interval_still_has_a_width(int direction)
    {
        var post = new Sample(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }.Select(size => direction * size));
        var effect = MatchedRankBiserial.Of(new Sample(new double[8]), post, ZeroRule.Pratt, Level, 500, seed: 1);
        var interval = effect.Intervals.Primary;
        Assert.AreEqual(direction, effect.Value);
        // Wilson with 4 people and z = 1.96: the share is at least 4/(4 + 3.8415) = .5101, so |r| is at least .0202.
        Assert.AreEqual(direction == 1 ? 0.0202 : -1, interval.Lower!.Value, 1e-4);
        Assert.AreEqual(direction == 1 ? 1 : -0.0202, interval.Upper!.Value, 1e-4);
    }

    [TestMethod]
    public void Nobody_changed_and_one_pair_are_refused()
    {
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => MatchedRankBiserial.Of(new Sample([1, 2]), new Sample([1, 2]), ZeroRule.Pratt, Level, 100, 1));
        Assert.AreEqual(NotEstimableReason.NoNonZeroDifferences, refusal.Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => MatchedRankBiserial.Of(new Sample([1]), new Sample([2]), ZeroRule.Pratt, Level, 100, 1));
    }

    [TestMethod]
    public void The_interval_covers_the_truth_nearly_as_often_as_it_says()
    {
        // Gains are N(.4, 1 − .6 + …): for normal gains r → 2·P(D₁ + D₂ > 0) − 1 = 2Φ(.4·√2/√.8) − 1.
        var truth = 2 * ImpactEval.Statistics.Distributions.StandardNormal.Cdf(0.4 * Math.Sqrt(2 / 0.8)) - 1;
        var covered = Simulated.Covered(300, truth, run =>
        {
            var (pre, post) = Simulated.Pairs(31, run, 40, 0.4, 0.6);
            return MatchedRankBiserial.Of(pre, post, ZeroRule.Pratt, Level, 800, seed: run).Intervals.Primary;
        });
        // Binomial(300, .95) is at least 272 with probability .999; BCa is approximate.
        Assert.IsGreaterThanOrEqualTo(270, covered);
    }
}
