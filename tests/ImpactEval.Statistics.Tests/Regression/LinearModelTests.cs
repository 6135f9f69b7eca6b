using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Regression;

[TestClass]
public sealed class LinearModelTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly Sample X = new([1, 2, 3, 4]);
    static readonly Sample Y = new([1, 3, 2, 6]);

    [TestMethod]
    public void A_line_by_hand()
    {
        // x̄ = 2.5, ȳ = 3; Sxy = 7, Sxx = 5: slope 1.4, intercept −.5; rest .1 .7 −1.7 .9: RSS 4.2, s² = 2.1.
        var model = Line(X, Y);
        Assert.AreEqual(-0.5, model.Coefficients[0], 1e-14);
        Assert.AreEqual(1.4, model.Coefficients[1], 1e-14);
        Assert.AreEqual(4.2, model.ResidualSumOfSquares, 1e-13);
        Assert.AreEqual(9.8, model.ExplainedSumOfSquares, 1e-13);
        Assert.AreEqual(0.7, model.RSquared, 1e-14);
        Assert.AreEqual(Math.Sqrt(2.1 / 5), CoefficientCovariance.Classical(model).Of("x", Level).StandardError!.Value, 1e-14);
        Assert.AreEqual(9.8 / 2.1, model.OverallTest().F, 1e-12);
    }

    [TestMethod]
    public void One_two_valued_column_is_Students_comparison_and_HC2_has_the_error_of_Welch()
    {
        var arm = new Sample([.. Enumerable.Repeat(0.0, 10), .. Enumerable.Repeat(1.0, 10)]);
        var model = Line(arm, new Sample([.. SleepData.First.Values, .. SleepData.Second.Values]));
        var student = MeanDifference.Student(SleepData.Second, SleepData.First, Level);
        var classical = CoefficientCovariance.Classical(model).Of("x", Level);
        Assert.AreEqual(student.Value, classical.Value, 1e-13);
        Assert.AreEqual(student.Intervals.Primary.Lower!.Value, classical.Intervals.Primary.Lower!.Value, 1e-12);
        var robust = HeteroscedasticCovariance.Of(model, HeteroscedasticKind.HC2).Of("x", Level);
        Assert.AreEqual(MeanDifference.Welch(SleepData.Second, SleepData.First, Level).StandardError!.Value, robust.StandardError!.Value, 1e-13);
    }

    [TestMethod]
    public void A_unit_of_its_own_scales_a_coefficient_and_nothing_else()
    {
        var (model, scaled) = (Line(X, Y), Line(X.Times(1e6), Y));
        Assert.AreEqual(model.Coefficients[1], 1e6 * scaled.Coefficients[1], 1e-12);
        Assert.AreEqual(model.ResidualSumOfSquares, scaled.ResidualSumOfSquares, 1e-12);
        Assert.AreEqual(model.LogLikelihood, scaled.LogLikelihood, 1e-12);
    }

    [TestMethod]
    public void Whole_weights_fit_as_if_rows_were_repeated()
    {
        var design = new Design(4, new DesignTerm(Predictor.Numeric("x", X)));
        var weighted = LinearModel.Fit(design, Y, new Sample([1, 2, 1, 3]));
        var repeated = Line(new Sample([1, 2, 2, 3, 4, 4, 4]), new Sample([1, 3, 3, 2, 6, 6, 6]));
        Assert.AreEqual(repeated.Coefficients[1], weighted.Coefficients[1], 1e-13);
        Assert.AreEqual(repeated.ResidualSumOfSquares, weighted.ResidualSumOfSquares, 1e-12);
        Assert.AreEqual(repeated.RSquared, weighted.RSquared, 1e-13);
    }

    [TestMethod]
    public void The_coding_of_a_factor_changes_no_fit_and_no_adjusted_comparison()
    {
        string[] groups = ["a", "b", "c", "a", "b", "c", "a", "b"];
        var y = new Sample([1, 4, 2, 2, 6, 3, 4, 5]);
        LinearModel Fit(FactorCoding coding) =>
            LinearModel.Fit(new Design(8, new DesignTerm(Predictor.Factor("g", ["a", "b", "c"], groups, coding))), y);
        var (treatment, sum) = (Fit(FactorCoding.Treatment), Fit(FactorCoding.SumToZero));
        Assert.AreEqual(treatment.ResidualSumOfSquares, sum.ResidualSumOfSquares, 1e-12);
        CollectionAssert.AreEqual(new[] { "(Intercept)", "gb", "gc" }, treatment.Design.Labels.ToArray());
        // Means 7/3, 5, 5/2: coefficients of sum coding are their distances from the mean of the means.
        Assert.AreEqual(5 - 7 / 3.0, treatment.Coefficients[1], 1e-13);
        Assert.AreEqual(7 / 3.0 - (7 / 3.0 + 5 + 2.5) / 3, sum.Coefficients[1], 1e-13);
    }

    [TestMethod]
    public void Sums_of_squares_of_balanced_groups_are_those_of_the_analysis_of_variance()
    {
        string[] a = ["p", "p", "q", "q", "p", "p", "q", "q"], b = ["u", "v", "u", "v", "u", "v", "u", "v"];
        Predictor Coded(string name, string[] levels, string[] values) => Predictor.Factor(name, levels, values, FactorCoding.SumToZero);
        var (one, other) = (Coded("a", ["p", "q"], a), Coded("b", ["u", "v"], b));
        var y = new Sample([1, 2, 4, 8, 2, 3, 5, 7]);
        var design = new Design(8, new DesignTerm(one), new DesignTerm(other), new DesignTerm(one, other));
        var (second, third) = (TermTests.Of(design, y, SumOfSquaresType.TypeII), TermTests.Of(design, y, SumOfSquaresType.TypeIII));
        // Means of a: 2 and 6: SS = 8·2² = 32; of b: 3 and 5: SS = 8·1² = 8; cells 1.5 2.5 4.5 7.5: product 8·.5² = 2.
        double[] expected = [32, 8, 2];
        for (var i = 0; i < 3; i++)
        {
            Assert.AreEqual(expected[i], second[i].SumOfSquares, 1e-12);
            Assert.AreEqual(expected[i], third[i + 1].SumOfSquares, 1e-12);
        }
        Assert.AreEqual(8 * 16, third[0].SumOfSquares, 1e-11);
        Assert.AreEqual("a:b", third[3].Term);
    }

    [TestMethod]
    public void An_exact_fit_has_errors_of_zero_and_no_test()
    {
        var model = Line(X, X.Times(0.1));
        Assert.AreEqual(0, model.ResidualSumOfSquares);
        var slope = CoefficientCovariance.Classical(model).Of("x", Level);
        Assert.AreEqual(0, slope.StandardError);
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal(() => model.OverallTest()));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal(() => CoefficientCovariance.Test(slope, Alternative.TwoSided)));
    }

    [TestMethod]
    public void A_column_that_follows_from_others_and_too_few_rows_are_refused()
    {
        var third = new Sample([0.1 + 3 * 1, 0.1 + 3 * 2, 0.1 + 3 * 3, 0.1 + 3 * 4]);
        var twice = new Design(4, new DesignTerm(Predictor.Numeric("x", X)), new DesignTerm(Predictor.Numeric("z", third)));
        Assert.AreEqual(NotEstimableReason.SingularDesign, Refusal(() => LinearModel.Fit(twice, Y)));
        Assert.AreEqual(NotEstimableReason.SingularDesign, Refusal(() => Line(new Sample([2, 2, 2, 2]), Y)));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal(() => Line(new Sample([1, 2]), new Sample([1, 2]))));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal(() => LinearModel.Fit(new Design(4), Y).OverallTest()));
    }

    [TestMethod]
    public void Rows_levels_names_and_weights_that_do_not_fit_are_mistakes_of_the_caller()
    {
        var design = new Design(4, new DesignTerm(Predictor.Numeric("x", X)));
        Assert.ThrowsExactly<ArgumentException>(() => LinearModel.Fit(design, new Sample([1, 2])));
        Assert.ThrowsExactly<ArgumentException>(() => LinearModel.Fit(design, Y, new Sample([1, 1, 1, 0])));
        Assert.ThrowsExactly<ArgumentException>(() => new Design(5, design.Terms));
        Assert.ThrowsExactly<ArgumentException>(() => new Design(4, [.. design.Terms, .. design.Terms]));
        Assert.ThrowsExactly<ArgumentException>(() => new DesignTerm());
        Assert.ThrowsExactly<ArgumentException>(() => new DesignTerm(Predictor.Numeric("x", X), Predictor.Numeric("z", new Sample([1]))));
        Assert.ThrowsExactly<ArgumentException>(() => Predictor.Factor("g", ["a"], ["a"], FactorCoding.Treatment));
        Assert.ThrowsExactly<ArgumentException>(() => Predictor.Factor("g", ["a", "b"], ["c"], FactorCoding.Treatment));
        Assert.ThrowsExactly<ArgumentException>(() => design.Position("y"));
        Assert.ThrowsExactly<ArgumentException>(() => design.Factor("x"));
        Assert.ThrowsExactly<ArgumentException>(() => CoefficientCovariance.Classical(Line(X, Y)).Of([1.0], Level));
    }

    [TestMethod]
    public void A_row_that_decides_a_coefficient_alone_has_no_HC2()
    {
        var model = Line(new Sample([0, 0, 0, 1]), Y);
        Assert.AreEqual(1, HeteroscedasticCovariance.Leverages(model)[3], 1e-14);
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal(() => HeteroscedasticCovariance.Of(model, HeteroscedasticKind.HC2)));
    }

    [TestMethod]
    public void Robust_errors_stand_in_their_order()
    {
        var model = Line(new Sample([.. X.Values, 9]), new Sample([.. Y.Values, 2]));
        double Error(HeteroscedasticKind kind) => HeteroscedasticCovariance.Of(model, kind).Of("x", Level).StandardError!.Value;
        Assert.AreEqual(Error(HeteroscedasticKind.HC0) * Math.Sqrt(5 / 3.0), Error(HeteroscedasticKind.HC1), 1e-14);
        Assert.IsLessThan(Error(HeteroscedasticKind.HC2), Error(HeteroscedasticKind.HC0));
        Assert.IsLessThan(Error(HeteroscedasticKind.HC3), Error(HeteroscedasticKind.HC2));
    }

    [TestMethod]
    public void Robust_intervals_cover_the_truth_where_the_spread_grows()
    {
        var covered = Simulated.Covered(1_000, 0.5, run =>
        {
            var stream = new RandomStream(47, run);
            double[] x = [.. Enumerable.Range(0, 60).Select(_ => Simulated.Normal(stream))];
            var y = new Sample(x.Select(one => 0.5 * one + (0.5 + Math.Abs(one)) * Simulated.Normal(stream)));
            return HeteroscedasticCovariance.Of(Line(new Sample(x), y), HeteroscedasticKind.HC3).Of("x", Level).Intervals.Primary;
        });
        Assert.IsTrue(covered is >= 920 and <= 975, $"{covered} of 1000");
    }

    static LinearModel Line(Sample x, Sample y) => LinearModel.Fit(new Design(x.Size, new DesignTerm(Predictor.Numeric("x", x))), y);

    static NotEstimableReason Refusal(Action action) => Assert.ThrowsExactly<NotEstimableException>(action).Reason;
}
