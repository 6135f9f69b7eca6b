using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Regression;

[TestClass]
public sealed class NestedModelTestTests
{
    static readonly Sample X = new([1, 2, 3, 4, 5, 6, 12]);
    static readonly Sample Y = new([2, 1, 4, 3, 7, 5, 9]);

    [TestMethod]
    public void Against_the_intercept_alone_it_is_the_test_of_the_whole_model()
    {
        var (full, whole) = (Model(X), Model(X).OverallTest());
        var nested = NestedModelTest.Of(Model(), full);
        Assert.AreEqual(whole.F, nested.F, 1e-10);
        Assert.AreEqual(1, nested.DegreesOfFreedom1);
        Assert.AreEqual(5, nested.DegreesOfFreedom2);
        Assert.AreEqual(whole.PValue, nested.PValue, 1e-14);
    }

    [TestMethod]
    public void One_column_more_is_the_square_of_its_t()
    {
        var squares = new Sample(X.Values.ToArray().Select(x => x * x));
        var full = LinearModel.Fit(new Design(7, new DesignTerm(Predictor.Numeric("x", X)), new DesignTerm(Predictor.Numeric("x2", squares))), Y);
        var t = CoefficientCovariance.Test(CoefficientCovariance.Classical(full).Of("x2", ConfidenceLevel.Percent95), Alternative.TwoSided);
        Assert.AreEqual(t.Statistic * t.Statistic, NestedModelTest.Of(Model(X), full).F, 1e-10);
        Assert.AreEqual(t.PValue, NestedModelTest.Of(Model(X), full).PValue, 1e-12);
    }

    [TestMethod]
    public void Models_that_are_not_nested_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => NestedModelTest.Of(Model(X), Model(X)));
        Assert.ThrowsExactly<ArgumentException>(() => NestedModelTest.Of(Model(X), Model()));
        var exact = LinearModel.Fit(new Design(7, new DesignTerm(Predictor.Numeric("x", X))), X);
        Assert.ThrowsExactly<NotEstimableException>(() => NestedModelTest.Of(LinearModel.Fit(new Design(7), X), exact));
    }

    [TestMethod]
    [DataRow(HeteroscedasticKind.HC4, 1.571254636575, 0.454511444876)]
    [DataRow(HeteroscedasticKind.HC4m, 1.297818232123, 0.346576188540)]
    [DataRow(HeteroscedasticKind.HC5, 0.776346640479, 0.150554757003)]
    public void Errors_that_heed_high_leverage_agree_with_R(HeteroscedasticKind kind, double intercept, double slope)
    {
        // sqrt(diag(sandwich::vcovHC(lm(y ~ x), type = kind)))
        var covariance = HeteroscedasticCovariance.Of(Model(X), kind);
        Assert.AreEqual(intercept, covariance.Of(Design.InterceptLabel, ConfidenceLevel.Percent95).StandardError!.Value, 1e-11);
        Assert.AreEqual(slope, covariance.Of("x", ConfidenceLevel.Percent95).StandardError!.Value, 1e-11);
    }

    static LinearModel Model(Sample? x = null) => LinearModel.Fit(x is null ? new Design(7) : new Design(7, new DesignTerm(Predictor.Numeric("x", x))), Y);
}
