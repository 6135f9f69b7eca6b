using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Regression;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Tests.Resampling;

/// <summary>Six classes, three of them treated; expected values by counting all arrangements and signs in R 4.2.2.</summary>
[TestClass]
public sealed class FewClustersTests
{
    static readonly Sample Scores = new([2.1, 3.4, 2.8, 5.0, 4.1, 4.9, 6.2, 1.0, 2.2, 1.9, 3.3, 2.7, 4.0, 3.8, 5.5, 6.1, 4.7, 2.0, 1.4, 2.6]);
    static readonly Sample Before = new([1, 2, 1, 3, 2, 2, 4, 1, 2, 2, 3, 1, 2, 4, 3, 4, 2, 2, 1, 3]);
    static readonly int[] Classes = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 6];
    static readonly bool[] Treated = [.. Classes.Select(one => one is 2 or 4 or 5)];

    static readonly LinearModel Model = LinearModel.Fit(
        new Design(20, new DesignTerm(Predictor.Numeric("treated", new Sample(Treated.Select(one => one ? 1.0 : 0)))), new DesignTerm(Predictor.Numeric("before", Before))), Scores);

    [TestMethod]
    public void All_signs_give_the_p_value_of_R()
    {
        // For each of the 64 rows w of expand.grid(rep(list(c(1, -1)), 6)): lm of fitted(f) + resid(f)*w[g] with f <- lm(y ~ x), t by CR1;
        // mean(abs(t*) >= abs(t)) is .0625; CR1 prints 1.7826210826210804 0.5029819946522921
        var wild = Wild(WildWeights.Rademacher, ConfidenceLevel.Percent90);
        Assert.AreEqual(0.0625, wild.Test.PValue, 1e-15);
        Assert.AreEqual(1.7826210826210804, wild.Effect.Value, 1e-12);
        Assert.AreEqual(0.5029819946522921, wild.Effect.StandardError!.Value, 1e-12);
        Assert.AreEqual(64, wild.Samples);
    }

    [TestMethod]
    public void Limits_are_where_R_finds_the_p_value_to_pass_the_level()
    {
        // Bisection of the same p value of hypothetical effects: .1 at 0.71694890616614382 and 2.7048923415811021
        var limits = Wild(WildWeights.Rademacher, ConfidenceLevel.Percent90).Effect.Intervals.Primary;
        Assert.AreEqual(0.71694890616614382, limits.Lower!.Value, 1e-7);
        Assert.AreEqual(2.7048923415811021, limits.Upper!.Value, 1e-7);
    }

    [TestMethod]
    public void Webbs_weights_repeat_and_lie_near()
    {
        var wild = Wild(WildWeights.Webb, ConfidenceLevel.Percent90);
        Assert.AreEqual(wild, Wild(WildWeights.Webb, ConfidenceLevel.Percent90));
        Assert.AreEqual(0.06, wild.Test.PValue, 0.04);
    }

    [TestMethod]
    public void Arrangements_of_classes_give_the_p_value_and_limits_of_R()
    {
        // d <- apply(combn(6, 3), 2, function(s) mean(cm[s]) - mean(cm[-s])): 2.4888888888888894, mean(abs(d) >= 2.4888…) = .1;
        // one-sided p values of cm - tau*treated pass .1 at 1.45 and 3.43333333333333
        var found = ClusterRandomisation.Of(Scores, Treated, Classes, new ConfidenceLevel(0.8), 100, 1);
        Assert.AreEqual(2.4888888888888894, found.Effect.Value, 1e-12);
        Assert.AreEqual((0.1, 20, true), (found.Test.Test.PValue, found.Test.Arrangements, found.Test.Exact));
        Assert.AreEqual(1.45, found.Effect.Intervals.Primary.Lower!.Value, 1e-12);
        Assert.AreEqual(3.4333333333333333, found.Effect.Intervals.Primary.Upper!.Value, 1e-12);
    }

    [TestMethod]
    public void Three_classes_against_three_bound_nothing_at_95_percent()
    {
        var found = ClusterRandomisation.Of(Scores, Treated, Classes, ConfidenceLevel.Percent95, 100, 1);
        Assert.IsTrue(found.Effect.Intervals.Primary is { Lower: null, Upper: null });
    }

    [TestMethod]
    public void Drawn_arrangements_come_near_the_counted_ones()
    {
        // 26 classes of one: more than a million arrangements of 13.
        double[] scores = [.. Enumerable.Range(0, 26).Select(i => Math.Sin(7 * i) + (i < 13 ? 1.0 : 0))];
        bool[] treated = [.. Enumerable.Range(0, 26).Select(i => i < 13)];
        var found = ClusterRandomisation.Of(new Sample(scores), treated, [.. Enumerable.Range(0, 26)], ConfidenceLevel.Percent95, 20_000, 4);
        var welch = MeanDifference.Welch(new Sample(scores.Take(13)), new Sample(scores.Skip(13)), ConfidenceLevel.Percent95).Intervals.Primary;
        Assert.IsFalse(found.Test.Exact);
        Assert.AreEqual(welch.Lower!.Value, found.Effect.Intervals.Primary.Lower!.Value, 0.08);
        Assert.AreEqual(welch.Upper!.Value, found.Effect.Intervals.Primary.Upper!.Value, 0.08);
    }

    [TestMethod]
    public void Swapping_the_arms_turns_the_limits_round()
    {
        var one = ClusterRandomisation.Of(Scores, Treated, Classes, new ConfidenceLevel(0.8), 100, 1).Effect.Intervals.Primary;
        var other = ClusterRandomisation.Of(Scores, [.. Treated.Select(flag => !flag)], Classes, new ConfidenceLevel(0.8), 100, 1).Effect.Intervals.Primary;
        Assert.AreEqual(-one.Lower!.Value, other.Upper!.Value, 1e-12);
        Assert.AreEqual(-one.Upper!.Value, other.Lower!.Value, 1e-12);
    }

    [TestMethod]
    public void One_cluster_or_one_arm_is_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() =>
            WildClusterBootstrap.Of(Model, new int[20], "treated", WildWeights.Webb, ConfidenceLevel.Percent95, 10, 1));
        Assert.ThrowsExactly<ArgumentException>(() =>
            WildClusterBootstrap.Of(Model, Classes, "arm", WildWeights.Webb, ConfidenceLevel.Percent95, 10, 1));
        Assert.ThrowsExactly<NotEstimableException>(() => ClusterRandomisation.Of(Scores, new bool[20], Classes, ConfidenceLevel.Percent95, 10, 1));
        Assert.ThrowsExactly<ArgumentException>(() =>
            ClusterRandomisation.Of(Scores, [true, .. Treated.Skip(1)], Classes, ConfidenceLevel.Percent95, 10, 1));
    }

    static WildClusterBootstrap Wild(WildWeights weights, ConfidenceLevel level) => WildClusterBootstrap.Of(Model, Classes, "treated", weights, level, 999, 5);
}
