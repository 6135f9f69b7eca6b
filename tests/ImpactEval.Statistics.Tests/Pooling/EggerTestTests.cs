using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class EggerTestTests
{
    // regtest(rma(yi, vi), model = "lm") of dat.bcg, metafor 3.8-1.
    [TestMethod]
    public void The_classical_test_agrees_with_metafor()
    {
        var egger = EggerTest.Classical(PublishedStudies.Vaccine, ConfidenceLevel.Percent95);
        Assert.AreEqual(-1.4012820022893326, egger.Asymmetry.Statistic, 1e-11);
        Assert.AreEqual(11.0, egger.Asymmetry.DegreesOfFreedom);
        Assert.AreEqual(0.18870699508197877, egger.Asymmetry.PValue, 1e-11);
    }

    // regtest(rma(yi, vi, method = "REML")) of dat.bcg.
    [TestMethod]
    public void The_mixed_effects_test_agrees_with_metafor()
    {
        var egger = EggerTest.MixedEffects(PublishedStudies.Vaccine, PoolingModel.Default with { Test = PooledTest.Normal });
        Assert.AreEqual(-0.803329193090804, egger.Asymmetry.Statistic, 1e-8);
        Assert.AreEqual(0.421784488855319, egger.Asymmetry.PValue, 1e-8);
        Assert.AreEqual(-0.5104318741030366, egger.Limit.Value, 1e-8);
    }

    [TestMethod]
    public void Turning_the_effects_round_turns_the_asymmetry_round()
    {
        var turned = new StudyEffects(new Sample(PublishedStudies.Vaccine.Effects.Values.ToArray().Select(effect => -effect)), PublishedStudies.Vaccine.Variances);
        Assert.AreEqual(
            -EggerTest.Classical(PublishedStudies.Vaccine, ConfidenceLevel.Percent95).Asymmetry.Statistic,
            EggerTest.Classical(turned, ConfidenceLevel.Percent95).Asymmetry.Statistic, 1e-12);
    }

    [TestMethod]
    public void Studies_of_one_size_show_no_asymmetry_and_two_studies_none_either()
    {
        var equal = new StudyEffects(new Sample([0.1, 0.3, 0.2, 0.6]), new Sample([0.1, 0.1, 0.1, 0.1]));
        Assert.ThrowsExactly<NotEstimableException>(() => EggerTest.Classical(equal, ConfidenceLevel.Percent95));
        Assert.ThrowsExactly<NotEstimableException>(() => EggerTest.Classical(PublishedStudies.Vaccine.At([0, 1]), ConfidenceLevel.Percent95));
    }
}
