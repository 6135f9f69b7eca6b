using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class ThreeLevelModelTests
{
    // metafor 3.8-1: rma.mv(yi, vi, random = ~ 1 | district/study); clubSandwich: coef_test(vcov = "CR2", test = "Satterthwaite").
    // The variances there come from an optimiser and hold about five digits; Konstantopoulos (2011), table 4, prints 0.065 and 0.033.
    [TestMethod]
    public void Agrees_with_metafor_and_clubSandwich_on_schools_in_districts()
    {
        var model = ThreeLevelModel.Of(PublishedStudies.Calendars, PublishedStudies.Districts, [], ConfidenceLevel.Percent95);
        var mean = model.Coefficients[0];
        Assert.AreEqual(0.18471316367288151, mean.ModelBased.Value, 1e-6);
        Assert.AreEqual(0.08455591874205966, mean.ModelBased.StandardError!.Value, 1e-6);
        Assert.AreEqual(0.06506194427531166, model.OuterVariance, 1e-6);
        Assert.AreEqual(0.032736517027935085, model.InnerVariance, 1e-6);
        Assert.AreEqual(578.8640179582234, model.Q.Statistic, 1e-8);
        Assert.AreEqual(-7.958724033710968, model.LogLikelihood, 1e-8);
        Assert.AreEqual(0.08445799543476257, mean.Robust.StandardError!.Value, 1e-6);
        Assert.AreEqual(9.863156233318382, mean.Robust.DegreesOfFreedom!.Value, 1e-4);
        Assert.AreEqual(0.05396674247064655, mean.RobustTest.PValue, 1e-6);
        Assert.AreEqual(11, model.OuterUnits);
    }

    [TestMethod]
    public void Without_variance_between_outer_units_it_is_the_simple_model()
    {
        // Within each outer unit the effects differ, their means do not.
        var studies = new StudyEffects(
            new Sample([0.1, 0.9, 0.2, 0.8, 0.0, 1.0, 0.35, 0.65]), new Sample([0.02, 0.02, 0.03, 0.03, 0.01, 0.01, 0.02, 0.02]));
        var nesting = new Nesting(["a", "a", "b", "b", "c", "c", "d", "d"], ["1", "2", "1", "2", "1", "2", "1", "2"]);
        var model = ThreeLevelModel.Of(studies, nesting, [], ConfidenceLevel.Percent95);
        var simple = MetaAnalysis.Of(studies, PoolingModel.Default with { Test = PooledTest.Normal });
        Assert.AreEqual(0.0, model.OuterVariance);
        Assert.AreEqual(simple.Heterogeneity.Variance, model.InnerVariance, 1e-9);
        Assert.AreEqual(simple.Mean.StandardError!.Value, model.Coefficients[0].ModelBased.StandardError!.Value, 1e-9);
    }

    [TestMethod]
    public void In_a_balanced_design_CR2_is_the_standard_error_of_the_mean_of_unit_means()
    {
        var studies = new StudyEffects(new Sample([0.1, 0.4, 0.8, 1.0, 0.3, 0.3, 0.6, 0.9]), new Sample(Enumerable.Repeat(0.02, 8)));
        var nesting = new Nesting(["a", "a", "b", "b", "c", "c", "d", "d"], ["1", "2", "3", "4", "5", "6", "7", "8"]);
        var robust = ThreeLevelModel.Of(studies, nesting, [], ConfidenceLevel.Percent95).Coefficients[0].Robust;
        double[] means = [0.25, 0.9, 0.3, 0.75];
        var expected = Math.Sqrt(means.Sum(mean => (mean - means.Average()) * (mean - means.Average())) / 3 / 4);
        Assert.AreEqual(expected, robust.StandardError!.Value, 1e-12);
        Assert.AreEqual(3.0, robust.DegreesOfFreedom!.Value, 1e-9);
    }

    [TestMethod]
    public void The_order_of_the_effects_does_not_matter()
    {
        int[] backwards = [.. Enumerable.Range(0, 56).Reverse()];
        var (outer, inner) = (PublishedStudies.Districts.Outer, PublishedStudies.Districts.Inner);
        var turned = new Nesting([.. backwards.Select(i => outer[i])], [.. backwards.Select(i => inner[i])]);
        var one = ThreeLevelModel.Of(PublishedStudies.Calendars, PublishedStudies.Districts, [], ConfidenceLevel.Percent95);
        var other = ThreeLevelModel.Of(PublishedStudies.Calendars.At(backwards), turned, [], ConfidenceLevel.Percent95);
        Assert.AreEqual(one.OuterVariance, other.OuterVariance, 1e-9);
        Assert.AreEqual(one.Coefficients[0].Robust.DegreesOfFreedom!.Value, other.Coefficients[0].Robust.DegreesOfFreedom!.Value, 1e-7);
    }

    [TestMethod]
    public void The_search_arrives_whatever_the_variances_are()
    {
        for (var run = 0; run < 100; run++)
        {
            var random = new RandomStream(8, (ulong)run);
            var studies = SimulatedStudies.Of(random, 24, 0.3, run % 4 == 0 ? 0 : Math.Pow(10, (4 * random.NextDouble()) - 3), source => Math.Pow(10, (3 * source.NextDouble()) - 2));
            var nesting = new Nesting([.. Enumerable.Range(0, 24).Select(i => $"{i % 5}")], [.. Enumerable.Range(0, 24).Select(i => $"{i % 15}")]);
            var model = ThreeLevelModel.Of(studies, nesting, [], ConfidenceLevel.Percent95);
            var merged = MetaAnalysis.Of(studies, PoolingModel.Default);
            Assert.IsGreaterThanOrEqualTo(0.0, Math.Min(model.OuterVariance, model.InnerVariance));
            Assert.AreEqual(merged.Heterogeneity.Q.Statistic, model.Q.Statistic, 1e-9);
        }
    }

    [TestMethod]
    public void A_moderator_that_counts_up_is_found_with_its_slope()
    {
        // Effects are 0.2 + 0.1·x up to ±0.01.
        double[] x = [0, 1, 2, 3, 4, 5, 6, 7];
        var studies = new StudyEffects(
            new Sample(x.Select((value, i) => 0.2 + (0.1 * value) + (i % 2 == 0 ? 0.01 : -0.01))), new Sample(Enumerable.Repeat(0.001, 8)));
        var nesting = new Nesting(["a", "a", "b", "b", "c", "c", "d", "d"], ["1", "2", "1", "2", "1", "2", "1", "2"]);
        var slope = ThreeLevelModel.Of(studies, nesting, [new("x", new Sample(x))], ConfidenceLevel.Percent95).Coefficients[1];
        Assert.AreEqual("x", slope.Term);
        Assert.AreEqual(0.1, slope.Robust.Value, 0.005);
        Assert.IsLessThan(4.0, slope.Robust.DegreesOfFreedom!.Value);
    }

    [TestMethod]
    public void Levels_that_coincide_and_single_outer_units_are_refused()
    {
        var four = PublishedStudies.Calendars.At([0, 1, 2, 3]);
        var coincide = Assert.ThrowsExactly<NotEstimableException>(
            () => ThreeLevelModel.Of(four, new(["a", "b", "c", "d"], ["1", "2", "3", "4"]), [], ConfidenceLevel.Percent95));
        Assert.AreEqual(NotEstimableReason.SingularDesign, coincide.Reason);
        var single = Assert.ThrowsExactly<NotEstimableException>(
            () => ThreeLevelModel.Of(four, new(["a", "a", "a", "a"], ["1", "2", "3", "4"]), [], ConfidenceLevel.Percent95));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, single.Reason);
        Assert.ThrowsExactly<ArgumentException>(() => ThreeLevelModel.Of(four, new(["a"], ["1"]), [], ConfidenceLevel.Percent95));
    }
}
