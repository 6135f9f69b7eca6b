using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class PredictionIntervalTests
{
    // predict() of rma(yi, vi, method = "REML") for dat.bcg, metafor 3.8-1; t with k - 2 by Higgins et al. (2009), eq. 12.
    [TestMethod]
    [DataRow(PredictionConvention.Normal, -1.8666922179028957, 0.43762753358661655)]
    [DataRow(PredictionConvention.StudentTKMinus2, -2.0083759069225877, 0.5793112226063085)]
    [DataRow(PredictionConvention.StudentTKMinus1, -1.995341958509115, 0.5662772741928356)]
    [DataRow(PredictionConvention.HartungKnapp, -1.9960168341962117, 0.5669521498799325)]
    public void Every_convention_has_its_published_limits(PredictionConvention convention, double lower, double upper)
    {
        var interval = PredictionInterval.Of(PublishedStudies.Vaccine, HeterogeneityMethod.Restricted, convention, ConfidenceLevel.Percent95);
        Assert.AreEqual(lower, interval.Lower!.Value, 1e-8);
        Assert.AreEqual(upper, interval.Upper!.Value, 1e-8);
    }

    [TestMethod]
    public void The_guarded_interval_is_never_inside_the_unguarded_one()
    {
        var studies = new StudyEffects(new Sample([0.50, 0.52, 0.47, 0.50]), new Sample([0.04, 0.04, 0.04, 0.04]));
        var bare = PredictionInterval.Of(studies, HeterogeneityMethod.Restricted, PredictionConvention.HartungKnapp, ConfidenceLevel.Percent95);
        var guarded = PredictionInterval.Of(studies, HeterogeneityMethod.Restricted, PredictionConvention.HartungKnappGuarded, ConfidenceLevel.Percent95);
        Assert.IsLessThan(bare.Lower!.Value, guarded.Lower!.Value);
        Assert.AreEqual(guarded, MetaAnalysis.Of(studies, PoolingModel.Default).Prediction);
    }

    [TestMethod]
    public void Two_studies_leave_no_freedom_for_k_minus_2() =>
        Assert.ThrowsExactly<NotEstimableException>(() => PredictionInterval.Of(
            PublishedStudies.Vaccine.At([0, 1]), HeterogeneityMethod.DerSimonianLaird, PredictionConvention.StudentTKMinus2, ConfidenceLevel.Percent95));

    [TestMethod]
    public void Equal_effects_leave_nothing_to_predict()
    {
        Assert.ThrowsExactly<ArgumentException>(() => PredictionInterval.Of(
            PublishedStudies.Vaccine, HeterogeneityMethod.EqualEffects, PredictionConvention.Normal, ConfidenceLevel.Percent95));
        Assert.IsNull(MetaAnalysis.Of(PublishedStudies.Vaccine, PoolingModel.Default with { Heterogeneity = HeterogeneityMethod.EqualEffects }).Prediction);
    }

    [TestMethod]
    public void It_holds_the_effect_of_a_new_study_about_as_often_as_it_says()
    {
        const int Runs = 2000;
        var held = Enumerable.Range(0, Runs).AsParallel().Count(run =>
        {
            var random = new RandomStream(77, (ulong)run);
            var interval = MetaAnalysis.Of(SimulatedStudies.Of(random, 20, 0.4, 0.1, source => 0.01 + (0.05 * source.NextDouble())), PoolingModel.Default).Prediction!;
            var next = 0.4 + (Math.Sqrt(0.1) * SimulatedStudies.Normal(random));
            return interval.Lower <= next && interval.Upper >= next;
        });
        Assert.IsGreaterThan(0.93 * Runs, held);
        Assert.IsLessThan(0.97 * Runs, held);
    }
}
