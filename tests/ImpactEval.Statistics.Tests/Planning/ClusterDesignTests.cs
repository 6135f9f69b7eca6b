using ImpactEval.Statistics.Planning;

namespace ImpactEval.Statistics.Tests.Planning;

[TestClass]
public sealed class ClusterDesignTests
{
    [TestMethod]
    public void The_smallest_effect_is_Blooms_multiplier_times_the_standard_error()
    {
        // R: qt(.975, 18) + qt(.8, 18) = 2.962970708230637; √(.05/5 + .95/50) by hand.
        var design = new ClusterDesign(20, 10, 0.05);
        Assert.AreEqual(2.962970708230637, design.Multiplier(0.05, 0.8), 1e-10);
        Assert.AreEqual(Math.Sqrt(0.029), design.StandardError, 1e-14);
        Assert.AreEqual(2.962970708230637 * Math.Sqrt(0.029), design.SmallestDetectable(0.05, 0.8), 1e-10);
        Assert.AreEqual(1.45, design.DesignEffect, 1e-14);
    }

    [TestMethod]
    public void The_power_at_the_smallest_effect_is_near_the_one_asked_for() =>
        // Bloom adds two central t quantiles; the noncentral t gives a little less than .80 with few clusters.
        Assert.AreEqual(0.8, new ClusterDesign(40, 20, 0.1).Power(new ClusterDesign(40, 20, 0.1).SmallestDetectable(0.05, 0.8), 0.05), 0.01);

    [TestMethod]
    public void Single_people_are_clusters_without_a_design_effect()
    {
        var design = new ClusterDesign(60, 1, 0.4);
        Assert.AreEqual(1, design.DesignEffect);
        Assert.AreEqual(new TTestPower(TTestDesign.Independent, 0.05, Alternative.TwoSided).At(0.6, 30), design.Power(0.6, 0.05), 1e-12);
    }

    [TestMethod]
    public void More_people_per_cluster_cannot_beat_the_variance_between_clusters()
    {
        var floor = Math.Sqrt(0.1 / (0.25 * 20));
        Assert.IsGreaterThan(floor, new ClusterDesign(20, 1e9, 0.1).StandardError);
        Assert.AreEqual(floor, new ClusterDesign(20, 1e9, 0.1).StandardError, 1e-8);
    }

    [TestMethod]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ClusterDesign(2, 10, 0.1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ClusterDesign(20, 0, 0.1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ClusterDesign(20, 10, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ClusterDesign(20, 10, 0.1, treatedShare: 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ClusterDesign(20, 10, 0.1).Multiplier(0, 0.8));
    }

    [TestMethod]
    public void A_pre_score_saves_and_attrition_costs()
    {
        // Borm et al. (2007): with ρ = .5 a change score saves nothing and ANCOVA a quarter.
        Assert.AreEqual((1.0, 0.75, 1.25), (SampleSizeFactor.OfChangeScore(0.5), SampleSizeFactor.OfAncova(0.5), SampleSizeFactor.ForAttrition(0.2)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SampleSizeFactor.OfAncova(1.1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SampleSizeFactor.ForAttrition(1));
    }
}
