using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Regression;

[TestClass]
public sealed class ClusterCovarianceTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly double[] Arm = [0, 0, 0, 0, 0, 1, 1, 1, 1];
    static readonly double[] Score = [3, 4, 2, 6, 5, 7, 6, 9, 5];

    [TestMethod]
    public void Clusters_of_one_give_the_errors_of_HC0_HC2_and_HC3()
    {
        var model = Model(Arm, Score);
        int[] each = [.. Enumerable.Range(0, 9)];
        Assert.AreEqual(Robust(model, HeteroscedasticKind.HC0), Error(model, each, ClusterKind.CR0), 1e-14);
        Assert.AreEqual(Robust(model, HeteroscedasticKind.HC2), Error(model, each, ClusterKind.CR2), 1e-14);
        Assert.AreEqual(Robust(model, HeteroscedasticKind.HC3), Error(model, each, ClusterKind.CR3), 1e-14);
    }

    [TestMethod]
    public void With_clusters_of_one_Satterthwaite_is_Welch_when_groups_are_of_one_size()
    {
        double[] arm = [0, 0, 0, 0, 1, 1, 1, 1];
        var model = Model(arm, Score[..8]);
        // Bell and McCaffrey: with working independence the degrees of freedom of two groups of n are 2(n − 1).
        Assert.AreEqual(6, ClusterCovariance.Of(model, [.. Enumerable.Range(0, 8)], ClusterKind.CR2).Of("x", Level).DegreesOfFreedom!.Value, 1e-10);
    }

    [TestMethod]
    public void Clusters_of_one_size_within_an_arm_are_compared_by_their_means()
    {
        // 3 clusters of 2 in each arm: CR2 is Welch's error of the cluster means.
        double[] arm = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], score = [3, 4, 2, 6, 5, 7, 6, 9, 5, 8, 4, 9];
        var estimate = ClusterCovariance.Of(Model(arm, score), [.. Enumerable.Range(0, 12).Select(row => row / 2)], ClusterKind.CR2).Of("x", Level);
        var welch = MeanDifference.Welch(new Sample([7.5, 6.5, 6.5]), new Sample([3.5, 4, 6]), Level);
        Assert.AreEqual(welch.Value, estimate.Value, 1e-13);
        Assert.AreEqual(welch.StandardError!.Value, estimate.StandardError!.Value, 1e-13);
        Assert.AreEqual(4, estimate.DegreesOfFreedom!.Value, 1e-10);
    }

    [TestMethod]
    public void Small_sample_factors_are_those_of_their_names()
    {
        var model = Model(Arm, Score);
        int[] clusters = [7, 7, 3, 3, 3, 5, 5, 1, 1];
        var plain = Error(model, clusters, ClusterKind.CR0);
        Assert.AreEqual(plain * Math.Sqrt(4 / 3.0), Error(model, clusters, ClusterKind.CR1), 1e-14);
        Assert.AreEqual(plain * Math.Sqrt(4 / 2.0), Error(model, clusters, ClusterKind.CR1p), 1e-14);
        Assert.AreEqual(plain * Math.Sqrt(4 * 8 / (3.0 * 7)), Error(model, clusters, ClusterKind.CR1S), 1e-14);
    }

    [TestMethod]
    public void Names_of_the_clusters_and_order_of_the_rows_do_not_matter()
    {
        int[] clusters = [7, 7, 3, 3, 3, 5, 5, 1, 1], renamed = [0, 0, 9, 9, 9, 2, 2, 4, 4];
        var reversed = Model([.. Arm.Reverse()], [.. Score.Reverse()]);
        Assert.AreEqual(Error(Model(Arm, Score), clusters, ClusterKind.CR2), Error(reversed, [.. renamed.Reverse()], ClusterKind.CR2), 1e-13);
    }

    [TestMethod]
    public void One_cluster_and_a_wrong_number_of_rows_are_refused()
    {
        var model = Model(Arm, Score);
        Assert.AreEqual(NotEstimableReason.TooFewClusters,
            Assert.ThrowsExactly<NotEstimableException>(() => ClusterCovariance.Of(model, new int[9], ClusterKind.CR2)).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => ClusterCovariance.Of(model, [0, 0, 0, 0, 0, 1, 1, 1, 1], ClusterKind.CR1p));
        Assert.ThrowsExactly<ArgumentException>(() => ClusterCovariance.Of(model, [1, 2], ClusterKind.CR2));
    }

    [TestMethod]
    public void One_cluster_in_each_arm_tells_nothing_about_the_difference()
    {
        var model = Model(Arm, Score);
        foreach (var kind in new[] { ClusterKind.CR1, ClusterKind.CR2 })
            Assert.AreEqual(NotEstimableReason.TooFewClusters,
                Assert.ThrowsExactly<NotEstimableException>(() => Error(model, [0, 0, 0, 0, 0, 1, 1, 1, 1], kind)).Reason);
    }

    [TestMethod]
    public void The_interval_covers_the_truth_with_twelve_unequal_clusters()
    {
        int[] clusters = [.. Enumerable.Range(0, 12).SelectMany(cluster => Enumerable.Repeat(cluster, 5 + cluster))];
        var covered = Simulated.Covered(1_000, 0.4, run =>
        {
            var stream = new RandomStream(53, run);
            double[] offices = [.. Enumerable.Range(0, 12).Select(_ => 0.5 * Simulated.Normal(stream))];
            double[] arm = Array.ConvertAll(clusters, cluster => (double)(cluster % 2));
            double[] score = [.. clusters.Select((cluster, i) => 0.4 * arm[i] + offices[cluster] + Simulated.Normal(stream))];
            return ClusterCovariance.Of(Model(arm, score), clusters, ClusterKind.CR2).Of("x", Level).Intervals.Primary;
        });
        Assert.IsTrue(covered is >= 925 and <= 975, $"{covered} of 1000");
    }

    static LinearModel Model(double[] arm, double[] score) =>
        LinearModel.Fit(new Design(arm.Length, new DesignTerm(Predictor.Numeric("x", new Sample(arm)))), new Sample(score));

    static double Error(LinearModel model, int[] clusters, ClusterKind kind) =>
        ClusterCovariance.Of(model, clusters, kind).Of("x", Level).StandardError!.Value;

    static double Robust(LinearModel model, HeteroscedasticKind kind) => HeteroscedasticCovariance.Of(model, kind).Of("x", Level).StandardError!.Value;
}
