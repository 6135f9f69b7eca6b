using ImpactEval.Statistics.Matching;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Regression;

[TestClass]
public sealed class LogisticRegressionTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void Two_groups_give_the_odds_ratio_of_the_fourfold_table()
    {
        // 3 of 10 and 7 of 10 yes: log odds ratio 2 ln(7/3), SE² = 2(1/3 + 1/7) (Woolf 1955).
        double[] group = [.. Enumerable.Repeat(0.0, 10), .. Enumerable.Repeat(1.0, 10)];
        bool[] yes = [.. Enumerable.Range(0, 20).Select(i => i % 10 < (i < 10 ? 3 : 7))];
        var model = Fit(group, yes);
        var estimate = model.Of("x", Level);
        Assert.AreEqual(2 * Math.Log(7 / 3.0), estimate.Value, 1e-12);
        Assert.AreEqual(Math.Sqrt(2 * (1 / 3.0 + 1 / 7.0)), estimate.StandardError!.Value, 1e-12);
        Assert.AreEqual(0.4, model.AverageEffect("x"), 1e-13);
        Assert.AreEqual(0.3, model.Probabilities[0], 1e-13);
        Assert.AreEqual(40 * Math.Log(2), model.NullDeviance, 1e-12);
        Assert.AreEqual(-40 * (0.3 * Math.Log(0.3) + 0.7 * Math.Log(0.7)), model.Deviance, 1e-12);
        Assert.AreEqual(model.Deviance + 4, model.Aic, 1e-12);
        Assert.AreEqual(1 - model.Deviance / model.NullDeviance, model.McFadden, 1e-15);
    }

    [TestMethod]
    public void Exchanging_yes_and_no_turns_every_coefficient()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        bool[] yes = [false, true, false, true, false, true];
        var (there, back) = (Fit(x, yes), Fit(x, [.. yes.Select(one => !one)]));
        Assert.AreEqual(there.Coefficients[1], -back.Coefficients[1], 1e-12);
        Assert.AreEqual(there.Deviance, back.Deviance, 1e-12);
        // The sum of the fitted chances is the number of yes.
        Assert.AreEqual(3, there.Probabilities.Sum(), 1e-12);
    }

    [TestMethod]
    public void Columns_that_tell_the_answer_without_error_are_named_as_separation()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        Assert.AreEqual(NotEstimableReason.Separation, Refusal(x, [false, false, false, true, true, true]));
        // Quasi: 3 stands with both answers.
        Assert.AreEqual(NotEstimableReason.Separation, Refusal([1, 2, 3, 3, 4, 5], [false, false, false, true, true, true]));
        // A group without a yes.
        Assert.AreEqual(NotEstimableReason.Separation, Refusal([0, 0, 0, 1, 1, 1, 1], [false, false, false, true, false, true, true]));
    }

    [TestMethod]
    public void One_answer_across_the_border_ends_the_separation()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => (double)i)];
        bool[] yes = [.. x.Select(one => one >= 30 || one == 28)];
        yes[31] = false;
        var model = Fit(x, yes);
        Assert.IsGreaterThan(0.5, model.Coefficients[1]);
        Assert.IsLessThan(5, model.Coefficients[1]);
    }

    [TestMethod]
    public void A_person_far_beyond_the_others_keeps_a_chance_between_0_and_1()
    {
        // Slope about 1: log odds of ±1000, whose chances round to 1 and 0.
        var model = Fit([0, 1, 2, 3, 1000, -1000], [false, true, false, true, true, false]);
        Assert.IsGreaterThan(0.5, model.Coefficients[1]);
        Assert.IsTrue(model.Probabilities.All(chance => chance is > 0 and < 1));
        Assert.IsTrue(PropensityScore.LogOdds(new Sample(model.Probabilities)).Values.ToArray().All(double.IsFinite));
    }

    [TestMethod]
    public void Equal_answers_too_few_rows_and_collinear_columns_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([1, 2, 3, 4], [true, true, true, true]));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([1, 2], [true, false]));
        Assert.AreEqual(NotEstimableReason.SingularDesign, Refusal([2, 2, 2, 2], [true, false, true, false]));
        Assert.ThrowsExactly<ArgumentException>(() => Fit([1, 2, 3], [true]));
    }

    [TestMethod]
    public void The_interval_covers_the_truth()
    {
        var covered = Simulated.Covered(1_000, 0.7, run =>
        {
            var stream = new RandomStream(59, run);
            double[] x = [.. Enumerable.Range(0, 150).Select(_ => Simulated.Normal(stream))];
            bool[] yes = Array.ConvertAll(x, one => stream.NextUInt32() / 4294967296.0 < 1 / (1 + Math.Exp(0.3 - 0.7 * one)));
            return Fit(x, yes).Of("x", Level).Intervals.Primary;
        });
        Assert.IsTrue(covered is >= 925 and <= 975, $"{covered} of 1000");
    }

    static LogisticRegression Fit(double[] x, bool[] yes) =>
        LogisticRegression.Fit(new Design(x.Length, new DesignTerm(Predictor.Numeric("x", new Sample(x)))), yes);

    static NotEstimableReason Refusal(double[] x, bool[] yes) => Assert.ThrowsExactly<NotEstimableException>(() => Fit(x, yes)).Reason;
}
