using ImpactEval.Statistics;
using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>People who pass or fail.</summary>
static class ShareDesign
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Once { get; } = new(
        "shares", "A share", "n people, of whom 50, 80 or 95 % pass.", Design.UsualSizes, Design.ManyTrials,
        [Passing("50 %", 0.5), Passing("80 %", 0.8), Passing("95 %", 0.95)], population =>
        {
            var truth = population.Maximum;
            return trial =>
            {
                var passed = trial.Numbers(trial.Size, trial.Draws.Normal).Count(hidden => population.Score(hidden, 0) > 0);
                trial.Claim("share", truth, () => ShareEstimate.Wilson(passed, trial.Size, Level));
                trial.Claim("share", truth, () => ShareEstimate.ClopperPearson(passed, trial.Size, Level));
            };
        });

    public static Design Twice { get; } = new(
        "paired-shares", "A share before and after",
        "n people; the share that passes rises from 40 to 60 %, from 10 to 30 % or from 60 to 95 %; hidden scores correlate .65.",
        Design.UsualSizes, Design.ManyTrials,
        [Rising("40 → 60 %", 0.4, 0.6), Rising("10 → 30 %", 0.1, 0.3), Rising("60 → 95 %", 0.6, 0.95)], population =>
        {
            var people = Crowd.Of(2, (draws, scores) => Person(population, draws, scores));
            var crowd = PairedOutcomes.Of(people[0], people[1], 1);
            return trial =>
            {
                var rows = new double[trial.Size][];
                for (var i = 0; i < rows.Length; i++)
                    Person(population, trial.Draws, rows[i] = new double[2]);
                var outcomes = PairedOutcomes.Of(new Sample(rows.Select(row => row[0])), new Sample(rows.Select(row => row[1])), 1);
                trial.Claim("difference of shares (Newcombe)", crowd.ShareAfter - crowd.ShareBefore,
                    () => PairedShareEffects.Difference(outcomes, Level));
                trial.Claim("odds ratio of gaining", crowd.Gained / (double)crowd.Lost, () => PairedShareEffects.OddsRatio(outcomes, Level));
            };
        });

    static Population Passing(string name, double share) => new(name, share, (hidden, _) => hidden < Quantile(share) ? 1 : 0);

    static Population Rising(string name, double before, double after)
    {
        var (markBefore, markAfter) = (-Quantile(before), -Quantile(after));
        return new Population(name, 1, (hidden, later) => hidden > (later > 0 ? markAfter : markBefore) ? 1 : 0);
    }

    static double Quantile(double share) => Statistics.Distributions.StandardNormal.Quantile(share);

    static void Person(Population population, Draws draws, double[] scores)
    {
        var hidden = draws.Normal();
        (scores[0], scores[1]) = (population.Score(hidden, 0), population.Score(draws.Like(hidden, PairedDesign.Correlation), 1));
    }
}
