using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class ShrunkenEffectsTests
{
    // dat.raudenbush1985 of metafor: Raudenbush (1984), J. of Educational Psychology 76, 85–97.
    static readonly StudyEffects Expectancy = new(
        new Sample([0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.80, 0.54, 0.18, -0.02, 0.23, -0.18, -0.06, 0.30, 0.07, -0.07]),
        new Sample([0.0156, 0.0216, 0.0279, 0.1391, 0.1362, 0.0106, 0.0106, 0.0484, 0.0269, 0.0630, 0.0912, 0.0497, 0.0835, 0.0841, 0.0253, 0.0279, 0.0193, 0.0088, 0.0303]));

    [TestMethod]
    public void Agrees_with_blup_of_metafor_under_Hartung_and_Knapp()
    {
        // b <- blup(rma(yi, vi, data = dat.raudenbush1985, test = "knha", control = list(threshold = 1e-14))); metafor 3.8-1
        var effects = ShrunkenEffects.Of(Expectancy, PoolingModel.Default with { Test = PooledTest.HartungKnapp });
        Assert.AreEqual(0.0543399488654244, effects[0].Value, 1e-9);
        Assert.AreEqual(0.2143413733137962, effects[3].Value, 1e-9);
        Assert.AreEqual(0.0964797684708690, effects[0].StandardError!.Value, 1e-9);
        Assert.AreEqual(0.1397065638345811, effects[3].StandardError!.Value, 1e-9);
        Assert.AreEqual(-0.0791712258126169, effects[3].Intervals.Primary.Lower!.Value, 1e-9);
    }

    [TestMethod]
    public void Agrees_with_blup_of_metafor_by_normal_quantiles()
    {
        // b <- blup(rma(yi, vi, data = dat.raudenbush1985, control = list(threshold = 1e-14)))
        var effects = ShrunkenEffects.Of(Expectancy, PoolingModel.Default with { Test = PooledTest.Normal });
        Assert.AreEqual(0.136546228567356, effects[3].StandardError!.Value, 1e-9);
        Assert.AreEqual(-0.195394632717337, effects[18].Intervals.Primary.Lower!.Value, 1e-9);
    }

    [TestMethod]
    public void An_effect_never_passes_the_mean_nor_its_own_data()
    {
        var mean = MetaAnalysis.Of(Expectancy, PoolingModel.Default).Mean.Value;
        var effects = ShrunkenEffects.Of(Expectancy, PoolingModel.Default);
        for (var i = 0; i < effects.Count; i++)
            Assert.IsTrue(Math.Abs(effects[i].Value - mean) <= Math.Abs(Expectancy.Effects.Values[i] - mean) + 1e-15, $"study {i}");
    }

    [TestMethod]
    public void Studies_that_agree_are_all_the_mean()
    {
        var effects = ShrunkenEffects.Of(new StudyEffects(new Sample([1, 1.01, 0.99]), new Sample([1, 1, 2])), PoolingModel.Default);
        Assert.AreEqual(effects[0].Value, effects[1].Value, 1e-14);
        Assert.AreEqual(effects[0].Value, effects[2].Value, 1e-14);
    }

    [TestMethod]
    public void Equal_effects_and_single_studies_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => ShrunkenEffects.Of(Expectancy, PoolingModel.Default with { Heterogeneity = HeterogeneityMethod.EqualEffects }));
        Assert.ThrowsExactly<NotEstimableException>(() => ShrunkenEffects.Of(new StudyEffects(new Sample([1]), new Sample([1])), PoolingModel.Default));
    }
}
