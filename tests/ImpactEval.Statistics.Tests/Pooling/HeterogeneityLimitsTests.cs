using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class HeterogeneityLimitsTests
{
    // confint(rma(yi, vi)) of dat.bcg, metafor 3.8-1, tolerance of the root search 1e-12.
    [TestMethod]
    public void Agrees_with_metafor_on_the_vaccine_trials()
    {
        var limits = HeterogeneityLimits.Of(PublishedStudies.Vaccine, ConfidenceLevel.Percent95);
        Assert.AreEqual(0.11971836114115214, limits.Variance.Lower, 1e-8);
        Assert.AreEqual(1.1114790840609292, limits.Variance.Upper, 1e-8);
        Assert.AreEqual(0.8192057455858311, limits.ISquared.Lower, 1e-8);
        Assert.AreEqual(43.06771243098171, limits.HSquared.Upper, 1e-6);
        Assert.AreEqual(1.0542670838364105, limits.StandardDeviation.Upper, 1e-8);
    }

    [TestMethod]
    public void At_the_limits_the_generalised_Q_is_at_its_quantiles()
    {
        var limits = HeterogeneityLimits.Of(PublishedStudies.Vaccine, ConfidenceLevel.Percent90);
        Assert.AreEqual(0.05, ChiSquare.Upper(GeneralisedQ(limits.Variance.Lower), 12), 1e-10);
        Assert.AreEqual(0.95, ChiSquare.Upper(GeneralisedQ(limits.Variance.Upper), 12), 1e-10);
    }

    [TestMethod]
    public void Effects_that_agree_too_well_leave_an_empty_interval()
    {
        var studies = new StudyEffects(new Sample([0.50, 0.51, 0.49, 0.50, 0.50, 0.51]), new Sample([0.04, 0.04, 0.04, 0.04, 0.04, 0.04]));
        var limits = HeterogeneityLimits.Of(studies, ConfidenceLevel.Percent95);
        Assert.IsTrue(limits.Empty);
        Assert.AreEqual(new LimitPair(0, 0), limits.Variance);
    }

    [TestMethod]
    public void One_study_is_refused() =>
        Assert.ThrowsExactly<NotEstimableException>(() => HeterogeneityLimits.Of(PublishedStudies.Vaccine.At([0]), ConfidenceLevel.Percent95));

    [TestMethod]
    public void The_limits_hold_the_truth_as_often_as_they_say()
    {
        const int Runs = 2000;
        var held = Enumerable.Range(0, Runs).AsParallel().Count(run =>
        {
            var studies = SimulatedStudies.Of(new RandomStream(5, (ulong)run), 10, 0, 0.1, random => 0.01 + (0.2 * random.NextDouble()));
            var limits = HeterogeneityLimits.Of(studies, ConfidenceLevel.Percent95).Variance;
            return limits.Lower <= 0.1 && limits.Upper >= 0.1;
        });
        Assert.IsGreaterThan(0.93 * Runs, held);
        Assert.IsLessThan(0.97 * Runs, held);
    }

    static double GeneralisedQ(double between)
    {
        var effects = PublishedStudies.Vaccine.Effects.Values.ToArray();
        var weights = PublishedStudies.Vaccine.Variances.Values.ToArray().Select(variance => 1 / (variance + between)).ToArray();
        var mean = effects.Zip(weights, (effect, weight) => effect * weight).Sum() / weights.Sum();
        return effects.Zip(weights, (effect, weight) => weight * (effect - mean) * (effect - mean)).Sum();
    }
}
