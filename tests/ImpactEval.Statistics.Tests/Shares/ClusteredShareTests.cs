using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Tests.Shares;

[TestClass]
public sealed class ClusteredShareTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void Follows_the_ratio_estimator_by_hand()
    {
        // Three people with 2 of 4, 1 of 2, 0 of 2 answers: p = 3/8; residuals .5, .25, −.75; Σ = .875; SE² = 3/2 · .875/64.
        var share = ClusteredShare.Of([2, 1, 0], [4, 2, 2], Level);
        Assert.AreEqual(0.375, share.Value);
        Assert.AreEqual(Math.Sqrt(1.5 * 0.875) / 8, share.StandardError!.Value, 1e-15);
        Assert.AreEqual(2, share.DegreesOfFreedom);
        Assert.AreEqual(IntervalMethod.ClusterRobust, share.Intervals.Primary.Method);
    }

    [TestMethod]
    public void With_one_answer_each_it_is_the_ordinary_standard_error()
    {
        // Σ(y − p)²/(n(n − 1)) with 3 of 10: .7·.3/9.
        var share = ClusteredShare.Of([1, 1, 1, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], Level);
        Assert.AreEqual(Math.Sqrt(0.21 / 9), share.StandardError!.Value, 1e-15);
    }

    [TestMethod]
    public void Asking_the_same_people_twice_adds_nothing()
    {
        var once = ClusteredShare.Of([1, 0, 1, 0], [1, 1, 1, 1], Level);
        var twice = ClusteredShare.Of([2, 0, 2, 0], [2, 2, 2, 2], Level);
        Assert.AreEqual(once.StandardError!.Value, twice.StandardError!.Value, 1e-15);
    }

    [TestMethod]
    public void Limits_stay_within_zero_and_one_and_never_meet()
    {
        var few = ClusteredShare.Of([1, 0, 0], [2, 2, 2], Level).Intervals.Primary;
        Assert.AreEqual(0, few.Lower);
        var none = ClusteredShare.Of([0, 0, 0], [2, 5, 1], Level).Intervals.Primary;
        // Wilson with three people and none: z²/(3 + z²).
        Assert.AreEqual(0, none.Lower);
        Assert.AreEqual(3.841459 / 6.841459, none.Upper!.Value, 1e-6);
    }

    [TestMethod]
    public void One_person_and_impossible_counts_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => ClusteredShare.Of([1], [2], Level));
        Assert.ThrowsExactly<ArgumentException>(() => ClusteredShare.Of([1, 3], [2, 2], Level));
        Assert.ThrowsExactly<ArgumentException>(() => ClusteredShare.Of([1, 1], [2], Level));
    }

    [TestMethod]
    public void The_interval_covers_the_truth_nearly_as_often_as_it_says()
    {
        // Each person has an inclination, uniform on 0–.6, and gives one to four answers by it: the share is .3.
        var covered = Simulated.Covered(600, 0.3, run =>
        {
            var stream = new RandomStream(77, run);
            var (successes, sizes) = (new int[40], new int[40]);
            for (var person = 0; person < 40; person++)
            {
                var inclination = 0.6 * stream.NextDouble();
                sizes[person] = 1 + stream.NextInt(4);
                for (var answer = 0; answer < sizes[person]; answer++)
                    successes[person] += stream.NextDouble() < inclination ? 1 : 0;
            }
            return ClusteredShare.Of(successes, sizes, Level).Intervals.Primary;
        });
        // Binomial(600, .95) lies between 552 and 586 with probability .998.
        Assert.IsTrue(covered is >= 552 and <= 588, $"{covered} of 600");
    }
}
