using ImpactEval.Statistics;
using ImpactEval.Statistics.Needs;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>People who rate how important competences are and how well they master them.</summary>
static class NeedsDesign
{
    const int Items = 5;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Design { get; } = new(
        "needs", "Needs", "n people rate 5 competences; the difference of importance and competence rises from 0.2 to 0.6 by steps of 0.1.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.FewTrials, Population.All, population =>
        {
            double[] truths = [.. Enumerable.Range(0, Items).Select(item => Score(population, item))];
            return trial =>
            {
                var survey = Survey(population, trial);
                IReadOnlyList<NeedPriority> Priorities() => NeedsPriorities.Of(survey, Level, Trial.Resamples, trial.Seed);
                trial.Claim("Borich's score", truths[2], () => Priorities()[2].Score);
                trial.Claim("rank of a need, the first of five", 1, () => Priorities()[4].RankInterval);
                trial.Claim("rank of a need, the third of five", 3, () => Priorities()[2].RankInterval);
            };
        });

    static double Gap(int item) => 0.2 + 0.1 * item;

    static double Score(Population population, int item)
    {
        var (importance, competence) = (population.Mean(Gap(item)), population.Mean(0));
        return (importance - competence) * importance;
    }

    static NeedsSurvey Survey(Population population, Trial trial)
    {
        var (importance, competence) = (new double[Items][], new double[Items][]);
        for (var item = 0; item < Items; item++)
            (importance[item], competence[item]) = (new double[trial.Size], new double[trial.Size]);
        for (var person = 0; person < trial.Size; person++)
        {
            var own = trial.Draws.Normal();
            for (var item = 0; item < Items; item++)
            {
                importance[item][person] = population.Score(trial.Draws.Like(own, 0.5), Gap(item));
                competence[item][person] = population.Score(trial.Draws.Like(own, 0.5), 0);
            }
        }
        return new NeedsSurvey([.. Enumerable.Range(0, Items).Select(item => new CompetenceRatings($"{item}", importance[item], competence[item]))]);
    }
}
