using ImpactEval.Statistics.Mixed;

namespace ImpactEval.Statistics.Tests.Mixed;

[TestClass]
public sealed class ClusterCorrelationTests
{
    static readonly string[] Clusters = ["a", "a", "b", "b", "c", "c"];

    [TestMethod]
    public void Is_the_analysis_of_variance_of_clusters()
    {
        // By hand: means 2, 5, 8; MSB = 2·(9 + 0 + 9)/2 = 18; MSW = (2 + 2 + 2)/3 = 2; ρ = 16/20; m = 2.
        var found = ClusterCorrelation.Of(new Sample([1, 3, 4, 6, 7, 9]), Clusters);
        Assert.AreEqual(18.0, found.BetweenMeanSquare, 1e-12);
        Assert.AreEqual(2.0, found.WithinMeanSquare, 1e-12);
        Assert.AreEqual(2.0, found.EffectiveSize, 1e-12);
        Assert.AreEqual(0.8, found.Correlation, 1e-12);
        Assert.AreEqual(1.8, found.DesignEffect, 1e-12);
    }

    [TestMethod]
    public void Equal_clusters_have_one_design_effect_and_unequal_ones_cost_more()
    {
        var equal = ClusterCorrelation.Of(new Sample([1, 3, 4, 6, 7, 9]), Clusters);
        Assert.AreEqual(equal.DesignEffect, equal.DesignEffectOfUnequalSizes, 1e-12);
        var unequal = ClusterCorrelation.Of(new Sample([1, 3, 4, 6, 7, 9]), ["a", "a", "b", "b", "b", "b"]);
        Assert.IsGreaterThan(unequal.DesignEffect, unequal.DesignEffectOfUnequalSizes);
    }

    [TestMethod]
    public void Clusters_of_identical_members_are_alike_entirely() =>
        Assert.AreEqual(1.0, ClusterCorrelation.Of(new Sample([1, 1, 2, 2, 3, 3]), Clusters).Correlation, 1e-12);

    [TestMethod]
    public void One_cluster_lone_members_and_no_variation_are_refused()
    {
        var three = new Sample([1, 2, 3]);
        Assert.ThrowsExactly<NotEstimableException>(() => ClusterCorrelation.Of(three, ["a", "a", "a"]));
        Assert.ThrowsExactly<NotEstimableException>(() => ClusterCorrelation.Of(three, ["a", "b", "c"]));
        Assert.ThrowsExactly<NotEstimableException>(() => ClusterCorrelation.Of(new Sample([2, 2, 2]), ["a", "a", "b"]));
        Assert.ThrowsExactly<ArgumentException>(() => ClusterCorrelation.Of(three, ["a", "b"]));
    }
}
