using ImpactEval.Statistics.Repeated;

namespace ImpactEval.Statistics.Tests.Repeated;

[TestClass]
public sealed class RetentionTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    static readonly Sample Pre = new([2, 4, 3, 5, 1, 4]), Post = new([6, 7, 8, 8, 6, 7]), Later = new([5, 6, 5, 8, 4, 7]);

    [TestMethod]
    public void Is_the_share_of_the_mean_gain_that_is_left()
    {
        // Gains at the end 4, 3, 5, 3, 5, 3 (mean 23/6), later 3, 2, 2, 3, 3, 3 (mean 16/6).
        var retention = Retention.Of(Pre, Post, Later, Level);
        Assert.AreEqual(16 / 23.0, retention.Ratio.Value, 1e-14);
        Assert.AreEqual(-7 / 6.0, retention.Decay.Value, 1e-14);
        Assert.IsTrue(retention.BoundedRatio);
    }

    [TestMethod]
    public void Fiellers_limits_are_the_ratios_that_a_t_test_does_not_reject()
    {
        var retention = Retention.Of(Pre, Post, Later, Level);
        var limits = retention.Ratio.Intervals.Primary;
        foreach (var ratio in new[] { limits.Lower!.Value, limits.Upper!.Value })
        {
            // t of the mean of (later − pre) − ratio·(end − pre) is ±t(5; .975) = 2.570582 (R: qt(.975, 5)).
            var rest = Enumerable.Range(0, 6).Select(i => Later.Values[i] - Pre.Values[i] - ratio * (Post.Values[i] - Pre.Values[i])).ToArray();
            var t = rest.Average() / (MathNet.Numerics.Statistics.ArrayStatistics.StandardDeviation(rest) / Math.Sqrt(6));
            Assert.AreEqual(2.5705818356363, Math.Abs(t), 1e-9);
        }
    }

    [TestMethod]
    public void Other_units_of_the_scores_change_nothing()
    {
        Sample Stretched(Sample sample) => new(sample.Values.ToArray().Select(score => 10 * score - 4));
        var (one, other) = (Retention.Of(Pre, Post, Later, Level), Retention.Of(Stretched(Pre), Stretched(Post), Stretched(Later), Level));
        Assert.AreEqual(one.Ratio.Value, other.Ratio.Value, 1e-12);
        Assert.AreEqual(one.Ratio.Intervals.Primary.Upper!.Value, other.Ratio.Intervals.Primary.Upper!.Value, 1e-10);
    }

    [TestMethod]
    public void An_uncertain_gain_leaves_the_ratio_without_limits()
    {
        var retention = Retention.Of(Pre, new Sample([3, 3, 4, 4, 2, 5]), Later, Level);
        Assert.IsFalse(retention.BoundedRatio);
        Assert.IsTrue(retention.Ratio.Intervals.Primary.Unbounded);
        Assert.IsNotNull(retention.Ratio.Intervals.By(IntervalMethod.Delta)!.Lower);
    }

    [TestMethod]
    public void No_gain_and_equal_gains_are_refused()
    {
        NotEstimableReason Refusal(double[] post) => Assert.ThrowsExactly<NotEstimableException>(() => Retention.Of(Pre, new Sample(post), Later, Level)).Reason;
        Assert.AreEqual(NotEstimableReason.ZeroDenominator, Refusal([3, 3, 3, 5, 1, 4]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([3, 5, 4, 6, 2, 5]));
    }

    [TestMethod]
    public void Fiellers_interval_covers_the_truth_as_often_as_it_says()
    {
        var covered = Simulated.Covered(500, 0.6, run =>
        {
            var stream = new RandomStream(43, run);
            var people = Enumerable.Range(0, 30).Select(_ => Simulated.Normal(stream) is var person
                ? new[] { person + Simulated.Normal(stream), person + 1 + Simulated.Normal(stream), person + 0.6 + Simulated.Normal(stream) } : []).ToArray();
            Sample Wave(int wave) => new(people.Select(scores => scores[wave]));
            return Retention.Of(Wave(0), Wave(1), Wave(2), Level).Ratio.Intervals.Primary is { Unbounded: false } bounded
                ? bounded : new ConfidenceInterval(IntervalMethod.Fieller, double.NegativeInfinity, double.PositiveInfinity, 0.95);
        });
        // Binomial(500, .95): P(< 458 or > 490) below .002.
        Assert.IsTrue(covered is >= 458 and <= 490, $"{covered} of 500");
    }
}
