using ImpactEval.Statistics;
using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>People who answer the items of a scale, or who are judged by several raters.</summary>
static class ReliabilityDesign
{
    const int Items = 6, Raters = 4;

    /// <summary>Correlation of two items by their common factor: alpha and omega near .86.</summary>
    const double OfFactor = 0.5;

    /// <summary>Share of the hidden variance of a rating that is the person's; the rest is error. Raters differ by their severity beside.</summary>
    const double OfPerson = 0.6, Severity = 0.3;

    /// <summary>Of a factor model, which takes a hundred times longer than other statistics.</summary>
    const int FewResamples = 199;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Scale { get; } = new(
        "scale", "Reliability of a scale", "n people answer 6 items that load alike on one factor; 199 resamples for ω.",
        Design.UsualSizes, Design.FewTrials, Population.All, population =>
        {
            var people = Crowd.Of(Items, (draws, answers) => Answer(population, draws, answers));
            // With items that are alike alpha is omega.
            var truth = CronbachAlpha.Of(Matrix(people), Level).Value;
            return trial =>
            {
                var scores = Rows(trial, Items, answers => Answer(population, trial.Draws, answers));
                trial.Claim("Cronbach's α", truth, () => CronbachAlpha.Of(scores, Level));
                trial.Claim("McDonald's ω", truth, () => McDonaldOmega.Of(scores, Level));
                trial.Claim("McDonald's ω", truth, () => McDonaldOmega.WithBootstrap(scores, Level, FewResamples, trial.Seed).Intervals.Primary);
            };
        });

    public static Design Judged { get; } = new(
        "raters", "Intraclass correlations",
        "n people are judged by 4 raters: the same ones, drawn anew for each study, or raters of their own (one-way).",
        Design.UsualSizes, Design.ManyTrials, Population.All, population =>
        {
            var truth = Truths.Of(population);
            return trial =>
            {
                var severities = trial.Numbers(Raters, () => Severity * trial.Draws.Normal());
                var crossed = Rows(trial, Raters, ratings => Rate(population, trial.Draws, ratings, severities));
                var nested = Rows(trial, Raters, ratings => Rate(population, trial.Draws, ratings, null));
                Claim(trial, "ICC(1)", truth.Agreement, () => IntraclassCorrelation.Of(nested, IntraclassForm.OneWay, Level));
                Claim(trial, "ICC(A)", truth.Agreement, () => IntraclassCorrelation.Of(crossed, IntraclassForm.Agreement, Level));
                Claim(trial, "ICC(C)", truth.Consistency, () => IntraclassCorrelation.Of(crossed, IntraclassForm.Consistency, Level));
            };
        });

    static void Claim(Trial trial, string form, double truth, Func<IntraclassCorrelation> correlation)
    {
        trial.Claim($"{form} of one rating", truth, () => correlation().OneRating);
        trial.Claim($"{form} of the mean of 4", Raters * truth / (1 + (Raters - 1) * truth), () => correlation().MeanRating);
    }

    static void Answer(Population population, Draws draws, double[] answers)
    {
        var factor = draws.Normal();
        for (var item = 0; item < answers.Length; item++)
            answers[item] = population.Score(draws.Like(factor, Math.Sqrt(OfFactor)), 0);
    }

    /// <param name="severities">Of the raters; null: everyone is judged by raters of their own.</param>
    static void Rate(Population population, Draws draws, double[] ratings, double[]? severities)
    {
        var person = draws.Normal();
        for (var rater = 0; rater < ratings.Length; rater++)
            ratings[rater] = population.Score(draws.Like(person, Math.Sqrt(OfPerson)) - (severities?[rater] ?? Severity * draws.Normal()), 0);
    }

    static ScoreMatrix Rows(Trial trial, int width, Action<double[]> fill)
    {
        var rows = new double[trial.Size][];
        for (var i = 0; i < rows.Length; i++)
            fill(rows[i] = new double[width]);
        return ScoreMatrix.Listwise(rows);
    }

    static ScoreMatrix Matrix(Sample[] items) => ScoreMatrix.Listwise(
        [.. Enumerable.Range(0, items[0].Size).Select(person => Array.ConvertAll(items, item => item.Values[person]))]);

    /// <summary>From the covariances of two ratings that share the person, or the rater, and nothing else.</summary>
    sealed record Truths(double Agreement, double Consistency)
    {
        public static Truths Of(Population population)
        {
            var ratings = Crowd.Of(3, (draws, scores) =>
            {
                var (person, severity) = (draws.Normal(), Severity * draws.Normal());
                double Rating(double judged, double by) => population.Score(draws.Like(judged, Math.Sqrt(OfPerson)) - by, 0);
                scores[0] = Rating(person, severity);
                scores[1] = Rating(person, Severity * draws.Normal());
                scores[2] = Rating(draws.Normal(), severity);
            });
            var (ofPerson, ofRater) = (Correlation(ratings[0], ratings[1]), Correlation(ratings[0], ratings[2]));
            return new Truths(ofPerson, ofPerson / (1 - ofRater));
        }

        static double Correlation(Sample one, Sample other) => Statistics.Descriptives.PearsonCorrelation.Coefficient(one, other);
    }
}
