using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class MetaAnalysisTests
{
    static readonly PoolingModel Wald = new(HeterogeneityMethod.Restricted, PooledTest.Normal, ConfidenceLevel.Percent95);

    // metafor 3.8-1: tau2, se.tau2 and beta of rma(yi, vi, method = m) for escalc("RR") of dat.bcg.
    [TestMethod]
    [DataRow(HeterogeneityMethod.DerSimonianLaird, 0.3087602628623762, 0.2298699925110258, -0.7141172220732269)]
    [DataRow(HeterogeneityMethod.HedgesOlkin, 0.3285638579957688, 0.20708717829893372, -0.7158785887587354)]
    [DataRow(HeterogeneityMethod.PauleMandel, 0.31806845220502394, 0.1736630274627565, -0.7149681534934441)]
    [DataRow(HeterogeneityMethod.Restricted, 0.3132432581364859, 0.16642575283697314, -0.7145323421581397)]
    [DataRow(HeterogeneityMethod.MaximumLikelihood, 0.2800281372686713, 0.14425194938277597, -0.711199135474184)]
    [DataRow(HeterogeneityMethod.SidikJonkman, 0.34551570159859507, 0.14968051134734317, -0.7172485925575837)]
    [DataRow(HeterogeneityMethod.EmpiricalBayes, 0.3180684522050313, 0.17366302746275977, -0.7149681534934446)]
    [DataRow(HeterogeneityMethod.HunterSchmidt, 0.22836286367690684, 0.1279045566132795, -0.7045353739162566)]
    public void Agrees_with_metafor_on_the_vaccine_trials(HeterogeneityMethod method, double variance, double error, double mean)
    {
        var pooled = MetaAnalysis.Of(PublishedStudies.Vaccine, Wald with { Heterogeneity = method });
        Assert.AreEqual(variance, pooled.Heterogeneity.Variance, 1e-9);
        Assert.AreEqual(error, pooled.Heterogeneity.StandardError!.Value, 1e-9);
        Assert.AreEqual(mean, pooled.Mean.Value, 1e-9);
        Assert.AreEqual(Math.Sqrt(variance), pooled.Heterogeneity.StandardDeviation, 1e-9);
    }

    // rma(yi, vi, method = "EE") of the same data: I2 and H2 from Q.
    [TestMethod]
    public void One_true_effect_for_all_is_the_fixed_effect_model()
    {
        var pooled = MetaAnalysis.Of(PublishedStudies.Vaccine, Wald with { Heterogeneity = HeterogeneityMethod.EqualEffects });
        Assert.AreEqual(-0.4302851636540909, pooled.Mean.Value, 1e-10);
        Assert.AreEqual(0.04049875171086381, pooled.Mean.StandardError!.Value, 1e-10);
        Assert.AreEqual(0.9211734685456206, pooled.Heterogeneity.ISquared, 1e-10);
        Assert.AreEqual(12.68608400686444, pooled.Heterogeneity.HSquared, 1e-9);
        Assert.IsNull(pooled.Heterogeneity.StandardError);
    }

    // rma(yi, vi, method = "REML", test = "z") and predict() of the same data.
    [TestMethod]
    public void Reports_test_heterogeneity_and_prediction_as_metafor_does()
    {
        var pooled = MetaAnalysis.Of(PublishedStudies.Vaccine, Wald);
        Assert.AreEqual(0.1797815161052069, pooled.Mean.StandardError!.Value, 1e-9);
        Assert.AreEqual(7.05425810164237e-05, pooled.Test.PValue, 1e-12);
        Assert.AreEqual(0.9222138452126907, pooled.Heterogeneity.ISquared, 1e-9);
        Assert.AreEqual(12.855758235309356, pooled.Heterogeneity.HSquared, 1e-8);
        Assert.AreEqual(IntervalMethod.Normal, pooled.Mean.Intervals.Primary.Method);
        Assert.AreEqual(IntervalMethod.StudentT, MetaAnalysis.Of(PublishedStudies.Vaccine, PoolingModel.Default).Mean.Intervals.Primary.Method);
        Assert.AreEqual(152.2330080823733, pooled.Heterogeneity.Q.Statistic, 1e-9);
        Assert.AreEqual(0.16642575283697314, pooled.Heterogeneity.StandardError!.Value, 1e-9);
        Assert.AreEqual(-1.8666922179028962, pooled.Prediction!.Lower!.Value, 1e-8);
        Assert.AreEqual(0.43762753358661677, pooled.Prediction.Upper!.Value, 1e-8);
    }

    [TestMethod]
    [DataRow(HeterogeneityMethod.DerSimonianLaird)]
    [DataRow(HeterogeneityMethod.HedgesOlkin)]
    [DataRow(HeterogeneityMethod.PauleMandel)]
    [DataRow(HeterogeneityMethod.Restricted)]
    [DataRow(HeterogeneityMethod.EmpiricalBayes)]
    public void With_equal_variances_the_unbiased_estimators_are_the_excess_of_the_sample_variance(HeterogeneityMethod method)
    {
        // Effects 1 … 5 have the variance 2.5; sampling explains 0.7 of it.
        var studies = new StudyEffects(new Sample([1, 2, 3, 4, 5]), new Sample([0.7, 0.7, 0.7, 0.7, 0.7]));
        Assert.AreEqual(1.8, MetaAnalysis.Of(studies, Wald with { Heterogeneity = method }).Heterogeneity.Variance, 1e-12);
    }

    [TestMethod]
    public void With_equal_variances_maximum_likelihood_divides_by_the_number_of_studies()
    {
        var studies = new StudyEffects(new Sample([1, 2, 3, 4, 5]), new Sample([0.7, 0.7, 0.7, 0.7, 0.7]));
        Assert.AreEqual(1.3, MetaAnalysis.Of(studies, Wald with { Heterogeneity = HeterogeneityMethod.MaximumLikelihood }).Heterogeneity.Variance, 1e-12);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void The_likelihood_is_nowhere_higher_than_at_its_estimate(bool restricted)
    {
        var method = restricted ? HeterogeneityMethod.Restricted : HeterogeneityMethod.MaximumLikelihood;
        for (var run = 0; run < 300; run++)
        {
            // One large set, many small ones: small ones have two hills at times.
            var random = new RandomStream(20, (ulong)run);
            var between = run % 3 == 0 ? 0 : Math.Pow(10, (4 * random.NextDouble()) - 3);
            var studies = SimulatedStudies.Of(random, run == 1 ? 200 : 2 + random.NextInt(12), 0.5, between, source => Math.Pow(10, (4 * source.NextDouble()) - 3));
            var found = MetaAnalysis.Of(studies, Wald with { Heterogeneity = method }).Heterogeneity.Variance;
            var top = LogLikelihood(studies, found, restricted);
            for (var exponent = -6.0; exponent < 3; exponent += 0.1)
                Assert.IsGreaterThanOrEqualTo(LogLikelihood(studies, Math.Pow(10, exponent), restricted) - 1e-9, top, $"run {run}");
        }
    }

    [TestMethod]
    public void Moving_all_effects_moves_the_mean_and_nothing_else()
    {
        var moved = new StudyEffects(new Sample(PublishedStudies.Vaccine.Effects.Values.ToArray().Select(effect => effect + 10)), PublishedStudies.Vaccine.Variances);
        var (before, after) = (MetaAnalysis.Of(PublishedStudies.Vaccine, PoolingModel.Default), MetaAnalysis.Of(moved, PoolingModel.Default));
        Assert.AreEqual(before.Mean.Value + 10, after.Mean.Value, 1e-10);
        Assert.AreEqual(before.Mean.StandardError!.Value, after.Mean.StandardError!.Value, 1e-10);
        Assert.AreEqual(before.Heterogeneity.Variance, after.Heterogeneity.Variance, 1e-10);
    }

    [TestMethod]
    public void The_guard_keeps_the_interval_from_shrinking()
    {
        // Effects agree better than their sampling errors allow: q < 1.
        var studies = new StudyEffects(new Sample([0.50, 0.51, 0.49, 0.50]), new Sample([0.04, 0.04, 0.04, 0.04]));
        var bare = MetaAnalysis.Of(studies, Wald with { Test = PooledTest.HartungKnapp }).Mean;
        var guarded = MetaAnalysis.Of(studies, PoolingModel.Default).Mean;
        Assert.AreEqual(0.1, guarded.StandardError!.Value, 1e-12);
        Assert.IsLessThan(0.01, bare.StandardError!.Value);
        Assert.AreEqual(3.0, guarded.DegreesOfFreedom);
    }

    [TestMethod]
    public void Equal_effects_have_no_heterogeneity_but_still_an_interval_under_the_guard()
    {
        var studies = new StudyEffects(new Sample([0.5, 0.5, 0.5]), new Sample([0.01, 0.02, 0.03]));
        foreach (var method in Enum.GetValues<HeterogeneityMethod>())
            Assert.AreEqual(0.0, MetaAnalysis.Of(studies, PoolingModel.Default with { Heterogeneity = method }).Heterogeneity.Variance, $"{method}");
        Assert.IsLessThan(0.5, MetaAnalysis.Of(studies, PoolingModel.Default).Mean.Intervals.Primary.Lower!.Value);
    }

    [TestMethod]
    public void Equal_effects_cannot_carry_a_test_that_knows_only_their_scatter()
    {
        var studies = new StudyEffects(new Sample([0.5, 0.5, 0.5]), new Sample([0.01, 0.02, 0.03]));
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => MetaAnalysis.Of(studies, Wald with { Test = PooledTest.HartungKnapp }));
        Assert.AreEqual(NotEstimableReason.NoVariation, refusal.Reason);
    }

    [TestMethod]
    public void Effects_that_agree_better_than_chance_have_no_share_between_studies()
    {
        var studies = new StudyEffects(new Sample([0.50, 0.51, 0.49, 0.50]), new Sample([0.04, 0.04, 0.04, 0.04]));
        Assert.AreEqual(0.0, MetaAnalysis.Of(studies, Wald with { Heterogeneity = HeterogeneityMethod.EqualEffects }).Heterogeneity.ISquared);
    }

    [TestMethod]
    public void Nothing_is_not_pooled()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => MetaAnalysis.Of(null!, Wald));
        Assert.ThrowsExactly<ArgumentNullException>(() => MetaAnalysis.Of(PublishedStudies.Vaccine, null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => MetaAnalysis.LeavingOneOut(null!, Wald));
    }

    [TestMethod]
    public void Leaving_one_of_three_out_pools_two() =>
        Assert.AreEqual(2, MetaAnalysis.LeavingOneOut(PublishedStudies.Vaccine.At([0, 1, 2]), Wald)[0].Mean.Size);

    [TestMethod]
    public void A_method_that_does_not_exist_is_refused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => MetaAnalysis.Of(PublishedStudies.Vaccine, Wald with { Heterogeneity = (HeterogeneityMethod)99 }));

    [TestMethod]
    public void One_study_is_not_pooled()
    {
        var one = new StudyEffects(new Sample([0.5]), new Sample([0.01]));
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => MetaAnalysis.Of(one, PoolingModel.Default));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, refusal.Reason);
    }

    [TestMethod]
    public void Effects_without_a_positive_variance_each_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new StudyEffects(new Sample([0.5, 0.4]), new Sample([0.01])));
        Assert.ThrowsExactly<ArgumentException>(() => new StudyEffects(new Sample([0.5, 0.4]), new Sample([0.01, 0])));
        Assert.ThrowsExactly<ArgumentException>(() => new StudyEffects(new Sample([0.5, 0.4]), new Sample([0.01, -0.1])));
    }

    [TestMethod]
    public void Leaving_one_out_repeats_the_analysis_of_the_others()
    {
        // leave1out(rma(yi, vi, method = "REML")) of dat.bcg, metafor 3.8-1: first and last estimate and tau2.
        var without = MetaAnalysis.LeavingOneOut(PublishedStudies.Vaccine, Wald);
        Assert.HasCount(13, without);
        Assert.AreEqual(-0.7070837846992616, without[0].Mean.Value, 1e-9);
        Assert.AreEqual(0.33615670180367124, without[0].Heterogeneity.Variance, 1e-9);
        Assert.AreEqual(-0.7775361848943679, without[12].Mean.Value, 1e-9);
        Assert.AreEqual(12, without[0].Mean.Size);
    }

    [TestMethod]
    public void Leaving_one_of_two_out_leaves_nothing_to_pool() =>
        Assert.ThrowsExactly<NotEstimableException>(() => MetaAnalysis.LeavingOneOut(PublishedStudies.Vaccine.At([0, 1]), PoolingModel.Default));

    [TestMethod]
    [DataRow(5)]
    [DataRow(20)]
    public void Guarded_intervals_hold_the_mean_about_as_often_as_they_say(int studies)
    {
        const int Runs = 2000;
        var held = Enumerable.Range(0, Runs).AsParallel().Count(run =>
        {
            var drawn = SimulatedStudies.Of(new RandomStream(31, (ulong)run), studies, 0.4, 0.05, random => 0.01 + (0.1 * random.NextDouble()));
            var interval = MetaAnalysis.Of(drawn, PoolingModel.Default).Mean.Intervals.Primary;
            return interval.Lower <= 0.4 && interval.Upper >= 0.4;
        });
        Assert.IsGreaterThan(0.93 * Runs, held);
        Assert.IsLessThan(0.975 * Runs, held);
    }

    static double LogLikelihood(StudyEffects studies, double between, bool restricted)
    {
        var effects = studies.Effects.Values.ToArray();
        var marginal = studies.Variances.Values.ToArray().Select(variance => variance + between).ToArray();
        var total = marginal.Sum(variance => 1 / variance);
        var mean = effects.Zip(marginal, (effect, variance) => effect / variance).Sum() / total;
        var squares = effects.Zip(marginal, (effect, variance) => (effect - mean) * (effect - mean) / variance).Sum();
        return -0.5 * (marginal.Sum(Math.Log) + squares + (restricted ? Math.Log(total) : 0));
    }

    [TestMethod]
    public void Study_by_study_agrees_with_metafor_and_ends_with_all()
    {
        var model = PoolingModel.Default with { Heterogeneity = HeterogeneityMethod.DerSimonianLaird, Test = PooledTest.Normal };
        var steps = MetaAnalysis.Cumulative(PublishedStudies.Vaccine, model);
        Assert.HasCount(12, steps);
        // cumul(rma(yi, vi, method = "DL")), fourth row: -1.422044332803, 0.128466085837, tau2 0.
        Assert.AreEqual(-1.422044332803, steps[2].Mean.Value, 1e-11);
        Assert.AreEqual(0.128466085837, steps[2].Mean.StandardError!.Value, 1e-11);
        Assert.AreEqual(0, steps[2].Heterogeneity.Variance);
        Assert.AreEqual(MetaAnalysis.Of(PublishedStudies.Vaccine, model).Mean.Value, steps[^1].Mean.Value);
        Assert.ThrowsExactly<NotEstimableException>(() => MetaAnalysis.Cumulative(PublishedStudies.Vaccine.At([0]), model));
    }
}
