using ImpactEval.Statistics.Ordinal;

namespace ImpactEval.Statistics.Tests.Ordinal;

[TestClass]
public sealed class OrdinalLogitTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // McCullagh and Nelder (1989), Generalized linear models, 2nd ed., table 5.2: nine degrees of liking for four additives to cheese.
    static readonly int[][] Cheese = [[0, 0, 1, 7, 8, 8, 19, 8, 1], [6, 9, 12, 11, 7, 6, 1, 0, 0], [1, 1, 6, 8, 23, 7, 5, 1, 0], [0, 0, 0, 1, 3, 7, 14, 16, 11]];

    static (int[] Answers, int[] Groups) People(int[][] counts)
    {
        var people = counts.SelectMany((row, group) => row.SelectMany((count, answer) => Enumerable.Repeat((answer, group), count))).ToArray();
        return (Array.ConvertAll(people, person => person.answer), Array.ConvertAll(people, person => person.group));
    }

    [TestMethod]
    public void Agrees_with_SAS_on_the_taste_of_cheese()
    {
        // SAS/STAT, LOGISTIC, ordinal example: logit P(Y ≤ j) = α + β with β = 1.6128, 4.9646, 3.3227 against the fourth additive, α₁ = −7.0802,
        // α₈ = 1.4930, AIC 733.348 with eleven parameters.
        var (answers, groups) = People(Cheese);
        var model = OrdinalLogit.Of(answers, [.. Enumerable.Range(0, 3).Select(group => new Sample(groups.Select(one => one == group ? 1.0 : 0)))], Level);
        Assert.AreEqual(-1.6128, model.Coefficients[0].Value, 1e-4);
        Assert.AreEqual(-4.9646, model.Coefficients[1].Value, 1e-4);
        Assert.AreEqual(-3.3227, model.Coefficients[2].Value, 1e-4);
        Assert.AreEqual(-7.0802, model.Thresholds[0].Value, 1e-4);
        Assert.AreEqual(1.4930, model.Thresholds[7].Value, 1e-4);
        Assert.AreEqual(733.348, model.Deviance + 22, 1e-3);
    }

    [TestMethod]
    public void With_two_answers_and_two_groups_it_is_the_log_odds_ratio()
    {
        // 2×2 table 12, 8 and 5, 15: ln(12·15/(8·5)) and Woolf's √(1/12 + 1/8 + 1/5 + 1/15).
        var (answers, groups) = People([[12, 8], [5, 15]]);
        var odds = OrdinalLogit.Of(answers, [new Sample(groups.Select(group => (double)group))], Level).Coefficients[0];
        Assert.AreEqual(Math.Log(12 * 15 / 40.0), odds.Value, 1e-10);
        Assert.AreEqual(Math.Sqrt(1 / 12.0 + 1 / 8.0 + 1 / 5.0 + 1 / 15.0), odds.StandardError!.Value, 1e-10);
    }

    [TestMethod]
    public void Without_predictors_the_thresholds_are_log_odds_of_the_shares_below()
    {
        var model = OrdinalLogit.Of(People([[3, 5, 2]]).Answers, [], Level);
        Assert.AreEqual(Math.Log(3 / 7.0), model.Thresholds[0].Value, 1e-10);
        Assert.AreEqual(Math.Log(8 / 2.0), model.Thresholds[1].Value, 1e-10);
        Assert.AreEqual(Math.Sqrt(1 / 3.0 + 1 / 7.0), model.Thresholds[0].StandardError!.Value, 1e-10);
        Assert.AreEqual(3 * Math.Log(0.3) + 5 * Math.Log(0.5) + 2 * Math.Log(0.2), model.LogLikelihood, 1e-10);
    }

    [TestMethod]
    public void Turning_the_answers_turns_the_coefficients_and_other_units_scale_them()
    {
        var (answers, groups) = People(Cheese);
        OrdinalLogit Fit(IEnumerable<int> y, Func<int, double> x) => OrdinalLogit.Of([.. y], [new Sample(groups.Select(x))], Level);
        var (plain, turned, scaled) = (Fit(answers, group => group), Fit(answers.Select(answer => 8 - answer), group => group), Fit(answers, group => 1000 + group / 50.0));
        Assert.AreEqual(plain.Coefficients[0].Value, -turned.Coefficients[0].Value, 1e-9);
        Assert.AreEqual(plain.Thresholds[0].Value, -turned.Thresholds[7].Value, 1e-9);
        Assert.AreEqual(50 * plain.Coefficients[0].Value, scaled.Coefficients[0].Value, 1e-7);
        Assert.AreEqual(plain.Deviance, scaled.Deviance, 1e-8);
    }

    [TestMethod]
    public void Separation_collinearity_gaps_in_the_answers_and_too_few_people_are_refused()
    {
        NotEstimableReason Refusal(int[] answers, params double[][] predictors) =>
            Assert.ThrowsExactly<NotEstimableException>(() => OrdinalLogit.Of(answers, [.. predictors.Select(column => new Sample(column))], Level)).Reason;
        Assert.AreEqual(NotEstimableReason.Separation, Refusal([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6]));
        Assert.AreEqual(NotEstimableReason.Separation, Refusal([0, 0, 1, 1, 0, 1, 0, 0], [0, 0, 0, 0, 0, 0, 1, 1]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([0, 1, 0, 1, 1, 0], [1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([0, 1, 0, 1], [1, 1, 1, 1]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([0, 0, 0], [1, 2, 3]));
        Assert.AreEqual(NotEstimableReason.EmptyCell, Refusal([0, 2, 0, 2, 0], [1, 2, 3, 4, 5]));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([0, 1], [1, 2]));
        Assert.ThrowsExactly<ArgumentException>(() => OrdinalLogit.Of([0, -1], [], Level));
        Assert.ThrowsExactly<ArgumentException>(() => OrdinalLogit.Of([0, 1], [new Sample([1])], Level));
    }

    [TestMethod]
    public void The_interval_covers_the_truth_as_often_as_it_says()
    {
        // Latent logistic answer cut at −1, 0.5 and 2, slope 0.8 on a normal predictor.
        var covered = Simulated.Covered(500, 0.8, run =>
        {
            var stream = new RandomStream(73, run);
            var x = Enumerable.Range(0, 120).Select(_ => Simulated.Normal(stream)).ToArray();
            var answers = x.Select(value =>
            {
                var u = (stream.NextUInt32() + 0.5) / 4294967296.0;
                var latent = 0.8 * value + Math.Log(u / (1 - u));
                return latent <= -1 ? 0 : latent <= 0.5 ? 1 : latent <= 2 ? 2 : 3;
            });
            return OrdinalLogit.Of([.. answers], [new Sample(x)], Level).Coefficients[0].Intervals.Primary;
        });
        // Binomial(500, .95): P(< 458 or > 490) below .002.
        Assert.IsTrue(covered is >= 458 and <= 490, $"{covered} of 500");
    }
}
