using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class SubgroupAnalysisTests
{
    static readonly PoolingModel Moments = new(HeterogeneityMethod.DerSimonianLaird, PooledTest.Normal, ConfidenceLevel.Percent95);

    // rma(yi, vi, method = "DL") in each allocation group of dat.bcg, metafor 3.8-1; Q between with weights 1/se².
    [TestMethod]
    public void Separate_heterogeneity_pools_every_subgroup_by_itself()
    {
        var analysis = SubgroupAnalysis.Of(PublishedStudies.Vaccine, PublishedStudies.Allocation, SubgroupHeterogeneity.Separate, Moments);
        var random = analysis.Subgroups.Single(group => group.Name == "random");
        Assert.AreEqual(-1.004161353998235, random.Mean.Value, 1e-10);
        Assert.AreEqual(0.7630627543709527, random.HeterogeneityVariance, 1e-10);
        Assert.AreEqual(110.21326117518791, random.Q!.Statistic, 1e-9);
        Assert.AreEqual(1.5367688720627526, analysis.Between.Statistic, 1e-10);
        Assert.AreEqual(0.4637617001098431, analysis.Between.PValue, 1e-10);
        Assert.IsNull(analysis.Residual);
    }

    // rma(yi, vi, mods = ~ factor(alloc), method = "REML").
    [TestMethod]
    public void Common_heterogeneity_is_a_regression_on_the_group()
    {
        var model = Moments with { Heterogeneity = HeterogeneityMethod.Restricted };
        var analysis = SubgroupAnalysis.Of(PublishedStudies.Vaccine, PublishedStudies.Allocation, SubgroupHeterogeneity.Common, model);
        Assert.AreEqual(0.36150366432389974, analysis.Residual!.Variance, 1e-9);
        Assert.AreEqual(1.767511401931945, analysis.Between.Statistic, 1e-8);
        Assert.AreEqual(0.4132280327573166, analysis.Between.PValue, 1e-8);
        CollectionAssert.AreEqual(new[] { "random", "alternate", "systematic" }, analysis.Subgroups.Select(group => group.Name).ToArray());
    }

    [TestMethod]
    public void Two_groups_with_common_heterogeneity_are_tested_like_one_indicator()
    {
        var groups = PublishedStudies.Allocation.Select(name => name == "random" ? "random" : "other").ToArray();
        var indicator = new Moderator("random", new Sample(groups.Select(name => name == "random" ? 1.0 : 0)));
        var analysis = SubgroupAnalysis.Of(PublishedStudies.Vaccine, groups, SubgroupHeterogeneity.Common, PoolingModel.Default);
        var regression = MetaRegression.Of(PublishedStudies.Vaccine, [indicator], PoolingModel.Default);
        Assert.AreEqual(regression.Moderators.Statistic, analysis.Between.Statistic, 1e-10);
        Assert.AreEqual(regression.Moderators.PValue, analysis.Between.PValue, 1e-10);
    }

    [TestMethod]
    public void A_group_of_one_needs_the_heterogeneity_of_the_others()
    {
        string[] groups = ["lone", .. Enumerable.Repeat("rest", 12)];
        Assert.ThrowsExactly<NotEstimableException>(() => SubgroupAnalysis.Of(PublishedStudies.Vaccine, groups, SubgroupHeterogeneity.Separate, Moments));
        var lone = SubgroupAnalysis.Of(PublishedStudies.Vaccine, groups, SubgroupHeterogeneity.Common, Moments).Subgroups[0];
        Assert.AreEqual(1, lone.Mean.Size);
        Assert.IsNull(lone.Q);
        Assert.AreEqual(PublishedStudies.Vaccine.Effects.Values[0], lone.Mean.Value, 1e-12);
    }

    [TestMethod]
    public void One_group_or_a_group_too_few_is_refused()
    {
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => SubgroupAnalysis.Of(
            PublishedStudies.Vaccine, [.. Enumerable.Repeat("all", 13)], SubgroupHeterogeneity.Common, Moments));
        Assert.AreEqual(NotEstimableReason.NoVariation, refusal.Reason);
        Assert.ThrowsExactly<ArgumentException>(() => SubgroupAnalysis.Of(PublishedStudies.Vaccine, ["a", "b"], SubgroupHeterogeneity.Common, Moments));
    }
}
