using ImpactEval.Statistics.Mixed;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Tests.Mixed;

[TestClass]
public sealed class MixedModelTests
{
    static readonly RandomFactor Intercepts = new("subject", SleepStudy.Subjects);
    static readonly RandomFactor Slopes = new("subject", SleepStudy.Subjects, [SleepStudy.Days], Correlated: true);

    // lme4 1.1-31 and lmerTest 3.1-3: lmer(reaction ~ days + (1 | subject), REML = FALSE).
    [TestMethod]
    public void Agrees_with_lmerTest_on_random_intercepts()
    {
        var model = MixedModel.Of(new(SleepStudy.Reaction, [SleepStudy.Days], [Intercepts]), LikelihoodMethod.Maximum, ConfidenceLevel.Percent95);
        var slope = model.Effects.Coefficients[1];
        Assert.AreEqual(10.467285959595952, slope.Estimate.Value, 1e-9);
        Assert.AreEqual(0.8017354215743128, slope.Estimate.StandardError!.Value, 1e-7);
        Assert.AreEqual(162.0, slope.Estimate.DegreesOfFreedom!.Value, 1e-5);
        Assert.AreEqual(1296.870048175147, model.Components[0].Value, 1e-3);
        Assert.AreEqual(-897.0393215026128, model.Fit.LogLikelihood, 1e-8);
        Assert.AreEqual(1802.0786430052256, model.Fit.Akaike, 1e-7);
        Assert.AreEqual(1814.8504704087864, model.Fit.Bayes, 1e-7);
        Assert.AreEqual(18, model.Groups["subject"]);
    }

    // m <- lmer(Reaction ~ Days + (Days | Subject), sleepstudy); sd <- sqrt(VarCorr(m)$Subject[1, 1] + sigma(m)^2); J of 17; lme4 1.1-31.
    [TestMethod]
    public void A_gain_is_standardised_by_the_scores_at_the_start()
    {
        var model = MixedModel.Of(new(SleepStudy.Reaction, [SleepStudy.Days], [Slopes]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        var perDay = model.Standardised(model.Effects.Coefficients[1], people: 18, ConfidenceLevel.Percent95);
        Assert.AreEqual(35.5955076699958, model.BaselineDeviation, 1e-3);
        Assert.AreEqual(0.280861993744907, perDay.Value, 1e-5);
        Assert.AreEqual(0.0635646023102785, perDay.StandardError!.Value, 1e-5);
        Assert.ThrowsExactly<NotEstimableException>(() => model.Standardised(model.Effects.Coefficients[1], 2, ConfidenceLevel.Percent95));
    }

    // lmer(reaction ~ days + (days | subject)).
    [TestMethod]
    public void Agrees_with_lmerTest_on_random_slopes()
    {
        var model = MixedModel.Of(new(SleepStudy.Reaction, [SleepStudy.Days], [Slopes]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        Assert.AreEqual(1.5457889324298524, model.Effects.Coefficients[1].Estimate.StandardError!.Value, 1e-6);
        Assert.AreEqual(17.0, model.Effects.Coefficients[1].Estimate.DegreesOfFreedom!.Value, 1e-5);
        Assert.AreEqual(612.0897482746686, model.Components.Single(one => one is { Term: "(Intercept)", OtherTerm: null }).Value, 1e-3);
        Assert.AreEqual(35.07166234421351, model.Components.Single(one => one.Term == "days").Value, 1e-4);
        Assert.AreEqual(9.604335474754858, model.Components.Single(one => one.OtherTerm == "days").Value, 1e-3);
        Assert.AreEqual(654.9410406819693, model.ResidualVariance, 1e-3);
        Assert.AreEqual(-871.8141359792455, model.Fit.LogLikelihood, 1e-8);
    }

    [TestMethod]
    public void In_a_balanced_one_way_layout_it_is_the_analysis_of_variance()
    {
        // Four groups of three; by hand: between mean square 3·var(means), within mean square the pooled variance.
        double[] outcome = [1, 2, 3, 5, 6, 10, 2, 2, 5, 9, 7, 11];
        var groups = outcome.Select((_, i) => $"{i / 3}").ToArray();
        double[] means = [2, 7, 3, 9];
        var between = 3 * means.Sum(mean => Math.Pow(mean - 5.25, 2)) / 3;
        var within = (2 + 14 + 6 + 8) / 8.0;
        var model = MixedModel.Of(new(new Sample(outcome), [], [new("group", groups)]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        Assert.AreEqual(within, model.ResidualVariance, 1e-8);
        Assert.AreEqual((between - within) / 3, model.Components[0].Value, 1e-7);
        var mean = model.Effects.Coefficients[0].Estimate;
        Assert.AreEqual(5.25, mean.Value, 1e-12);
        Assert.AreEqual(Math.Sqrt(between / 12), mean.StandardError!.Value, 1e-8);
        Assert.AreEqual(3.0, mean.DegreesOfFreedom!.Value, 1e-5);
    }

    [TestMethod]
    public void In_a_balanced_crossed_layout_both_variances_are_those_of_the_analysis_of_variance()
    {
        // Five people by four raters, one score each; Shrout and Fleiss (1979), table 2, first five targets.
        double[,] score = { { 9, 2, 5, 8 }, { 6, 1, 3, 2 }, { 8, 4, 6, 8 }, { 7, 1, 2, 6 }, { 10, 5, 6, 9 } };
        var cells = Enumerable.Range(0, 20).Select(i => (Person: i / 4, Rater: i % 4)).ToArray();
        var (people, raters, error) = MeanSquares(score);
        var model = MixedModel.Of(
            new(
                new Sample(cells.Select(cell => score[cell.Person, cell.Rater])), [],
                [new("rater", [.. cells.Select(cell => $"{cell.Rater}")]), new("person", [.. cells.Select(cell => $"{cell.Person}")])]),
            LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        Assert.AreEqual(error, model.ResidualVariance, 1e-7);
        Assert.AreEqual((people - error) / 4, model.Components.Single(one => one.Factor == "person").Value, 1e-6);
        Assert.AreEqual((raters - error) / 5, model.Components.Single(one => one.Factor == "rater").Value, 1e-6);
        Assert.AreEqual("rater", model.Components[0].Factor);
    }

    [TestMethod]
    public void Nested_groupings_are_told_apart_as_in_a_nested_analysis_of_variance()
    {
        // Three sites, three people each, two scores each: means of people and sites give the mean squares.
        var random = new RandomStream(4, 4);
        var score = new double[18];
        for (var i = 0; i < 18; i++)
            score[i] = (4 * (i / 6)) + (2 * (i / 2 % 3)) + random.NextDouble();
        var persons = Enumerable.Range(0, 9).Select(p => (score[2 * p] + score[(2 * p) + 1]) / 2).ToArray();
        var sites = Enumerable.Range(0, 3).Select(s => persons.Skip(3 * s).Take(3).Average()).ToArray();
        var error = score.Select((value, i) => Math.Pow(value - persons[i / 2], 2)).Sum() / 9;
        var between = 2 * persons.Select((value, p) => Math.Pow(value - sites[p / 3], 2)).Sum() / 6;
        var across = 6 * sites.Sum(value => Math.Pow(value - sites.Average(), 2)) / 2;
        var model = MixedModel.Of(
            new(
                new Sample(score), [],
                [new("site", [.. score.Select((_, i) => $"s{i / 6}")]), new("person", [.. score.Select((_, i) => $"p{i / 2}")])]),
            LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        Assert.AreEqual(error, model.ResidualVariance, 1e-7);
        Assert.AreEqual((between - error) / 2, model.Components[1].Value, 1e-6);
        Assert.AreEqual((across - between) / 6, model.Components[0].Value, 1e-5);
        Assert.AreEqual(2.0, model.Effects.Coefficients[0].Estimate.DegreesOfFreedom!.Value, 1e-4);
    }

    [TestMethod]
    public void Slopes_of_two_groupings_may_vary_together()
    {
        var raters = SleepStudy.Reaction.Values.ToArray().Select((_, i) => $"{i * 7 % 5}").ToArray();
        var model = MixedModel.Of(
            new(SleepStudy.Reaction, [SleepStudy.Days], [Slopes, new("rater", raters, [SleepStudy.Days], Correlated: true)]),
            LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        var alone = MixedModel.Of(new(SleepStudy.Reaction, [SleepStudy.Days], [Slopes]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        Assert.IsGreaterThanOrEqualTo(alone.Fit.LogLikelihood - 1e-8, model.Fit.LogLikelihood);
        Assert.HasCount(6, model.Components);
    }

    [TestMethod]
    [DataRow(LikelihoodMethod.Restricted)]
    [DataRow(LikelihoodMethod.Maximum)]
    public void The_likelihood_is_that_of_the_whole_covariance_matrix_and_highest_there(LikelihoodMethod method)
    {
        // Forty people of unequal numbers of rows, many alike, crossed with six sites; slopes vary between people.
        var random = new RandomStream(6, 1);
        var rows = Enumerable.Range(0, 40).SelectMany(person => Enumerable.Range(0, 2 + (person % 3)).Select(wave => (person, wave))).ToArray();
        var (people, sites) = (rows.Select(row => $"p{row.person}").ToArray(), rows.Select(row => $"s{(row.person + row.wave) % 6}").ToArray());
        var wave = new ModelColumn("wave", new Sample(rows.Select(row => (double)row.wave)));
        double[] Draws(int count) => [.. Enumerable.Range(0, count).Select(_ => Pooling.SimulatedStudies.Normal(random))];
        var (level, slope, site) = (Draws(40), Draws(40), Draws(6));
        var outcome = new Sample(rows.Select(row =>
            50 + (2 * row.wave) + (3 * level[row.person]) + (1.5 * slope[row.person] * row.wave) + (2 * site[(row.person + row.wave) % 6]) + Pooling.SimulatedStudies.Normal(random)));
        RandomFactor[] factors = [new("person", people, [wave], Correlated: true), new("site", sites)];
        var model = MixedModel.Of(new(outcome, [wave], factors), method, ConfidenceLevel.Percent95);

        double[] found = [.. model.Components.Select(component => component.Value), model.ResidualVariance];
        double At(double[] values) => DenseLogLikelihood(outcome, wave, [people, sites], values, method);
        Assert.HasCount(5, found);
        Assert.AreEqual(At(found), model.Fit.LogLikelihood, 1e-7);
        for (var i = 0; i < found.Length; i++)
            foreach (var share in new[] { 0.98, 1.02 })
                Assert.IsLessThan(model.Fit.LogLikelihood, At([.. found.Select((value, j) => i == j ? share * value : value)]), $"{i} {share}");
    }

    [TestMethod]
    public void Groups_that_differ_less_than_chance_have_the_variance_zero_and_ordinary_freedom()
    {
        double[] outcome = [1, 5, 3, 2, 4, 3, 5, 1, 3];
        var groups = outcome.Select((_, i) => $"{i / 3}").ToArray();
        var model = MixedModel.Of(new(new Sample(outcome), [], [new("group", groups)]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        Assert.AreEqual(0.0, model.Components[0].Value);
        Assert.AreEqual(18.0 / 8, model.ResidualVariance, 1e-12);
        Assert.AreEqual(8.0, model.Effects.Coefficients[0].Estimate.DegreesOfFreedom!.Value, 1e-6);
    }

    [TestMethod]
    public void Units_and_origin_of_the_outcome_do_not_matter()
    {
        var moved = new Sample(SleepStudy.Reaction.Values.ToArray().Select(value => 1e6 + (value / 1000)));
        var one = MixedModel.Of(new(SleepStudy.Reaction, [SleepStudy.Days], [Slopes]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        var other = MixedModel.Of(new(moved, [SleepStudy.Days], [Slopes]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        Assert.AreEqual(one.ResidualVariance / 1e6, other.ResidualVariance, 1e-6 * one.ResidualVariance / 1e6);
        Assert.AreEqual(one.Effects.Coefficients[1].Test.Statistic, other.Effects.Coefficients[1].Test.Statistic, 1e-5);
    }

    [TestMethod]
    public void A_contrast_of_one_coefficient_is_that_coefficient_and_one_term_is_its_t_squared()
    {
        var effects = MixedModel.Of(new(SleepStudy.Reaction, [SleepStudy.Days], [Intercepts]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95).Effects;
        Assert.AreEqual(effects.Coefficients[1].Estimate, effects.Contrast("days", [0, 1], ConfidenceLevel.Percent95).Estimate);
        var joint = effects.Test(["days"]);
        Assert.AreEqual(Math.Pow(effects.Coefficients[1].Test.Statistic, 2), joint.Statistic, 1e-8);
        Assert.AreEqual(effects.Coefficients[1].Test.PValue, joint.PValue, 1e-12);
        Assert.ThrowsExactly<ArgumentException>(() => effects.Contrast("none", [0, 0], ConfidenceLevel.Percent95));
        Assert.ThrowsExactly<ArgumentException>(() => effects.Contrast("short", [1], ConfidenceLevel.Percent95));
        Assert.ThrowsExactly<ArgumentException>(() => effects.Test(["weeks"]));
    }

    [TestMethod]
    public void Terms_with_unequal_freedom_share_the_denominator_of_Fai_and_Cornelius()
    {
        // A column that differs between people and one that differs within them are orthogonal, so the F is the mean of two t².
        var between = new ModelColumn("between", new Sample(SleepStudy.Subjects.Select((_, i) => i / 10 % 2 == 0 ? -1.0 : 1)));
        var within = new ModelColumn("within", new Sample(SleepStudy.Days.Values.Values.ToArray().Select(day => day - 4.5)));
        var effects = MixedModel.Of(new(SleepStudy.Reaction, [between, within], [Intercepts]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95).Effects;
        var (first, second) = (effects.Coefficients[1], effects.Coefficients[2]);
        var (df1, df2) = (first.Estimate.DegreesOfFreedom!.Value, second.Estimate.DegreesOfFreedom!.Value);
        Assert.AreEqual(16.0, df1, 1e-5);
        Assert.AreEqual(161.0, df2, 1e-4);
        var joint = effects.Test(["between", "within"]);
        var expectation = (df1 / (df1 - 2)) + (df2 / (df2 - 2));
        Assert.AreEqual((Math.Pow(first.Test.Statistic, 2) + Math.Pow(second.Test.Statistic, 2)) / 2, joint.Statistic, 1e-8);
        Assert.AreEqual(2 * expectation / (expectation - 2), joint.DenominatorDegreesOfFreedom, 1e-6);
        Assert.AreEqual(2, joint.NumeratorDegreesOfFreedom);
    }

    [TestMethod]
    public void A_slope_that_is_always_zero_is_refused()
    {
        var zero = new ModelColumn("zero", new Sample(SleepStudy.Subjects.Select(_ => 0.0)));
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => MixedModel.Of(
            new(SleepStudy.Reaction, [], [new("subject", SleepStudy.Subjects, [zero], Correlated: true)]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95));
        Assert.AreEqual(NotEstimableReason.SingularDesign, refusal.Reason);
    }

    [TestMethod]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        const int Runs = 500;
        var held = Enumerable.Range(0, Runs).AsParallel().Count(run =>
        {
            var random = new RandomStream(12, (ulong)run);
            var groups = Enumerable.Range(0, 8).Select(_ => Pooling.SimulatedStudies.Normal(random)).ToArray();
            var outcome = Enumerable.Range(0, 32).Select(i => 5 + groups[i / 4] + Pooling.SimulatedStudies.Normal(random)).ToArray();
            var model = MixedModel.Of(new(new Sample(outcome), [], [new("group", [.. outcome.Select((_, i) => $"{i / 4}")])]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
            return model.Effects.Coefficients[0].Estimate.Intervals.Primary is { Lower: <= 5, Upper: >= 5 };
        });
        Assert.IsGreaterThan(0.925 * Runs, held);
        Assert.IsLessThan(0.98 * Runs, held);
    }

    [TestMethod]
    public void Designs_that_cannot_be_estimated_are_refused_with_the_reason()
    {
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal(SleepStudy.Reaction, [], [.. SleepStudy.Subjects.Select(_ => "all")]));
        Assert.AreEqual(NotEstimableReason.SingularDesign, Refusal(SleepStudy.Reaction, [], [.. SleepStudy.Subjects.Select((_, i) => $"{i}")]));
        Assert.AreEqual(NotEstimableReason.SingularDesign, Refusal(SleepStudy.Reaction, [SleepStudy.Days, SleepStudy.Days], SleepStudy.Subjects));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal(new Sample(SleepStudy.Subjects.Select(_ => 3.0)), [], SleepStudy.Subjects));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal(new Sample([1, 2]), [new("x", new Sample([1, 3]))], ["a", "a"]));
    }

    [TestMethod]
    public void Columns_of_another_size_and_no_grouping_are_mistakes_of_the_caller()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new MixedModelDesign(SleepStudy.Reaction, [new("x", new Sample([1]))], [Intercepts]));
        Assert.ThrowsExactly<ArgumentException>(() => new MixedModelDesign(SleepStudy.Reaction, [], [new("g", ["a"])]));
        Assert.ThrowsExactly<ArgumentException>(() => new MixedModelDesign(SleepStudy.Reaction, [], []));
    }

    /// <param name="values">Person: intercept, slope, covariance; site; residual.</param>
    static double DenseLogLikelihood(Sample outcome, ModelColumn wave, string[][] groups, double[] values, LikelihoodMethod method)
    {
        var (n, x) = (outcome.Size, wave.Values.Values.ToArray());
        var covariance = Matrix<double>.Build.Dense(n, n, (i, j) =>
            (groups[0][i] == groups[0][j] ? values[0] + (values[1] * x[i] * x[j]) + (values[2] * (x[i] + x[j])) : 0)
            + (groups[1][i] == groups[1][j] ? values[3] : 0) + (i == j ? values[4] : 0));
        var design = Matrix<double>.Build.Dense(n, 2, (row, column) => column == 0 ? 1 : x[row]);
        var factor = covariance.Cholesky();
        var information = design.TransposeThisAndMultiply(factor.Solve(design));
        var response = Vector<double>.Build.DenseOfArray(outcome.Values.ToArray());
        var residuals = response - (design * information.Solve(design.TransposeThisAndMultiply(factor.Solve(response))));
        var restricted = method == LikelihoodMethod.Restricted;
        return -0.5 * (((restricted ? n - 2 : n) * Math.Log(2 * Math.PI)) + factor.DeterminantLn + (restricted ? Math.Log(information.Determinant()) : 0) + (residuals * factor.Solve(residuals)));
    }

    static NotEstimableReason Refusal(Sample outcome, ModelColumn[] columns, string[] levels) => Assert.ThrowsExactly<NotEstimableException>(
        () => MixedModel.Of(new(outcome, columns, [new("g", levels)]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95)).Reason;

    static (double Rows, double Columns, double Error) MeanSquares(double[,] table)
    {
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        var all = table.Cast<double>().Average();
        double Row(int i) => Enumerable.Range(0, columns).Average(j => table[i, j]);
        double Column(int j) => Enumerable.Range(0, rows).Average(i => table[i, j]);
        var byRow = columns * Enumerable.Range(0, rows).Sum(i => Math.Pow(Row(i) - all, 2));
        var byColumn = rows * Enumerable.Range(0, columns).Sum(j => Math.Pow(Column(j) - all, 2));
        var total = table.Cast<double>().Sum(value => Math.Pow(value - all, 2));
        return (byRow / (rows - 1), byColumn / (columns - 1), (total - byRow - byColumn) / ((rows - 1) * (columns - 1)));
    }
}
