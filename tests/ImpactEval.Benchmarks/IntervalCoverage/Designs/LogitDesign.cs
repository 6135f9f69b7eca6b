using ImpactEval.Statistics;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Yes or no, and ordered answers, of two arms.</summary>
static class LogitDesign
{
    const double Treated = 0.8, Slope = 0.5;

    /// <summary>Log odds of an answer below 2, 3, 4, 5 of a comparison person with an average score before.</summary>
    static readonly double[] Thresholds = [-2.2, -1, 0.3, 1.6];

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Design { get; } = new(
        "logit", "Log odds of answers",
        "n people in each arm. The answer, yes or no and from 1 to 5, follows a logit with 0.8 for the treated and 0.5 for each standard deviation "
        + "of a score before.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.ManyTrials, Population.All, population =>
        {
            var mean = population.Mean(0);
            var sd = Math.Sqrt(Population.MeanOf(hidden => Math.Pow(population.Score(hidden, 0) - mean, 2)));
            return trial =>
            {
                var pre = new Sample(trial.Numbers(2 * trial.Size, () => (population.Score(trial.Draws.Normal(), 0) - mean) / sd));
                var treated = new Sample(Enumerable.Range(0, 2 * trial.Size).Select(person => person % 2 == 0 ? 1.0 : 0));
                double[] answers =
                [
                    .. Enumerable.Range(0, pre.Size)
                        .Select(person => Answer(trial.Draws, Treated * treated.Values[person] + Slope * pre.Values[person])),
                ];
                Claims(trial, answers, treated, pre);
            };
        });

    /// <summary>Latent logistic number.</summary>
    static double Answer(Draws draws, double predictor)
    {
        var chance = draws.Uniform();
        return predictor + Math.Log(chance / (1 - chance));
    }

    static void Claims(Trial trial, double[] answers, Sample treated, Sample pre)
    {
        bool[] yes = [.. answers.Select(answer => answer > 0)];
        DesignTerm[] terms = [new DesignTerm(Predictor.Numeric("treated", treated)), new DesignTerm(Predictor.Numeric("pre", pre))];
        LogisticRegression Logit() => LogisticRegression.Fit(new Statistics.Regression.Design(pre.Size, terms), yes);
        trial.Claim("log odds of the treated, logit", Treated, () => Logit().Of("treated", Level));
        trial.Claim("log odds per unit before, logit", Slope, () => Logit().Of("pre", Level));
        int[] steps = [.. answers.Select(answer => Thresholds.Count(threshold => answer > threshold))];
        OrdinalLogit Ordinal() => OrdinalLogit.Of(steps, [treated, pre], Level);
        trial.Claim("log odds of the treated, cumulative logit", Treated, () => Ordinal().Coefficients[0]);
        trial.Claim("log odds per unit before, cumulative logit", Slope, () => Ordinal().Coefficients[1]);
        trial.Claim("second threshold, cumulative logit", Thresholds[1], () => Ordinal().Thresholds[1]);
    }
}
