using ImpactEval.Statistics.Pooling;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class MetaRegressionTests
{
    static readonly PoolingModel HartungKnapp = new(HeterogeneityMethod.Restricted, PooledTest.HartungKnapp, ConfidenceLevel.Percent95);

    // rma(yi, vi, mods = ~ ablat, method = "REML", test = "knha") of dat.bcg, metafor 3.8-1.
    [TestMethod]
    public void Agrees_with_metafor_on_latitude()
    {
        var regression = MetaRegression.Of(PublishedStudies.Vaccine, [PublishedStudies.Latitude], HartungKnapp);
        var slope = regression.Coefficients[1];
        Assert.AreEqual("ablat", slope.Term);
        Assert.AreEqual(-0.029101725011642862, slope.Estimate.Value, 1e-9);
        Assert.AreEqual(0.008201417411049843, slope.Estimate.StandardError!.Value, 1e-9);
        Assert.AreEqual(0.004565051541592592, slope.Test.PValue, 1e-9);
        Assert.AreEqual(11.0, slope.Estimate.DegreesOfFreedom);
        Assert.AreEqual(0.0763479639559193, regression.Residual.Variance, 1e-9);
        Assert.AreEqual(0.7562662181139328, regression.Explained!.Value, 1e-8);
        Assert.AreEqual(12.590982884379944, regression.Moderators.Statistic, 1e-7);
        Assert.AreEqual(0.004565051541592592, regression.Moderators.PValue, 1e-9);
    }

    [TestMethod]
    public void Several_moderators_are_weighted_least_squares_at_the_found_variance()
    {
        var random = new Moderator("random", new Sample(PublishedStudies.Allocation.Select(name => name == "random" ? 1.0 : 0)));
        var square = new Moderator("square", new Sample(PublishedStudies.Latitude.Values.Values.ToArray().Select(value => value * value)));
        var regression = MetaRegression.Of(PublishedStudies.Vaccine, [PublishedStudies.Latitude, random, square], HartungKnapp with { Test = PooledTest.Normal });

        var design = Matrix<double>.Build.DenseOfColumns([
            [.. Enumerable.Repeat(1.0, 13)], PublishedStudies.Latitude.Values.Values.ToArray(), random.Values.Values.ToArray(), square.Values.Values.ToArray()]);
        var weights = Matrix<double>.Build.DenseOfDiagonalArray([.. PublishedStudies.Vaccine.Variances.Values.ToArray().Select(variance => 1 / (variance + regression.Residual.Variance))]);
        var covariance = (design.Transpose() * weights * design).Inverse();
        var coefficients = covariance * design.Transpose() * weights * Vector<double>.Build.DenseOfArray(PublishedStudies.Vaccine.Effects.Values.ToArray());
        for (var i = 0; i < 4; i++)
        {
            Assert.AreEqual(coefficients[i], regression.Coefficients[i].Estimate.Value, 1e-7 * Math.Abs(coefficients[i]));
            Assert.AreEqual(Math.Sqrt(covariance[i, i]), regression.Coefficients[i].Estimate.StandardError!.Value, 1e-7 * Math.Sqrt(covariance[i, i]));
        }
        var tested = coefficients.SubVector(1, 3);
        Assert.AreEqual(tested * (covariance.SubMatrix(1, 3, 1, 3).Inverse() * tested), regression.Moderators.Statistic, 1e-6);
        Assert.AreEqual(3.0, regression.Moderators.NumeratorDegreesOfFreedom);
        Assert.IsNull(regression.Moderators.DenominatorDegreesOfFreedom);
    }

    [TestMethod]
    public void Moving_the_origin_of_a_moderator_moves_the_intercept_only()
    {
        var centred = new Moderator("ablat", new Sample(PublishedStudies.Latitude.Values.Values.ToArray().Select(value => value - 33)));
        var (raw, moved) = (MetaRegression.Of(PublishedStudies.Vaccine, [PublishedStudies.Latitude], HartungKnapp), MetaRegression.Of(PublishedStudies.Vaccine, [centred], HartungKnapp));
        Assert.AreEqual(raw.Coefficients[1].Estimate.Value, moved.Coefficients[1].Estimate.Value, 1e-11);
        Assert.AreEqual(raw.Residual.Variance, moved.Residual.Variance, 1e-11);
        Assert.AreEqual(raw.Coefficients[0].Estimate.Value + (33 * raw.Coefficients[1].Estimate.Value), moved.Coefficients[0].Estimate.Value, 1e-10);
    }

    [TestMethod]
    public void Nothing_is_explained_where_there_is_no_heterogeneity()
    {
        var studies = new StudyEffects(new Sample([0.1, 0.2, 0.3, 0.2]), new Sample([1, 1, 1, 1]));
        Assert.IsNull(MetaRegression.Of(studies, [new("month", new Sample([1, 2, 3, 5]))], PoolingModel.Default).Explained);
    }

    [TestMethod]
    public void Residual_heterogeneity_has_limits_of_its_own()
    {
        var limits = HeterogeneityLimits.Of(PublishedStudies.Vaccine, [PublishedStudies.Latitude], ConfidenceLevel.Percent95);
        var variance = MetaRegression.Of(PublishedStudies.Vaccine, [PublishedStudies.Latitude], HartungKnapp).Residual.Variance;
        Assert.IsLessThan(variance, limits.Variance.Lower);
        Assert.IsGreaterThan(variance, limits.Variance.Upper);
        Assert.IsLessThan(HeterogeneityLimits.Of(PublishedStudies.Vaccine, ConfidenceLevel.Percent95).Variance.Upper, limits.Variance.Upper);
    }

    [TestMethod]
    public void A_moderator_that_never_changes_is_refused()
    {
        var constant = new Moderator("constant", new Sample(Enumerable.Repeat(2.0, 13)));
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => MetaRegression.Of(PublishedStudies.Vaccine, [constant], HartungKnapp));
        Assert.AreEqual(NotEstimableReason.SingularDesign, refusal.Reason);
    }

    [TestMethod]
    public void Moderators_must_be_fewer_than_studies_and_of_their_number()
    {
        var two = PublishedStudies.Vaccine.At([0, 1]);
        Assert.ThrowsExactly<NotEstimableException>(() => MetaRegression.Of(two, [new("x", new Sample([1, 2]))], HartungKnapp));
        Assert.ThrowsExactly<ArgumentException>(() => MetaRegression.Of(two, [PublishedStudies.Latitude], HartungKnapp));
        Assert.ThrowsExactly<ArgumentException>(() => MetaRegression.Of(two, [], HartungKnapp));
    }
}
