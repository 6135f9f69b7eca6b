using ImpactEval.Statistics;
using ImpactEval.Statistics.Matching;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Treated and comparison people who were not drawn by lot.</summary>
static class BalancingDesign
{
    const double TreatedGain = 0.5, ComparisonGain = 0.1;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Design { get; } = new(
        "balancing", "Groups that chose themselves",
        "3n people; the higher the score before, the likelier people are trained (logit, about a third in all). The truth is the effect on the "
        + "treated, or on everybody.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.FewTrials, Population.All, population =>
        {
            var mean = population.Mean(0);
            var sd = Math.Sqrt(Population.MeanOf(hidden => Math.Pow(population.Score(hidden, 0) - mean, 2)));
            double Chance(double pre) => 1 / (1 + Math.Exp(0.8 - 0.7 * (pre - mean) / sd));
            var onEverybody = population.Mean(TreatedGain) - population.Mean(ComparisonGain);
            var onTreated = Statistics.Descriptives.Moments.Of(Crowd.Of(1, (draws, effect) =>
            {
                var hidden = draws.Normal();
                while (!draws.Happens(Chance(population.Score(hidden, 0))))
                    hidden = draws.Normal();
                var later = draws.Like(hidden, PairedDesign.Correlation);
                effect[0] = population.Score(later, TreatedGain) - population.Score(later, ComparisonGain);
            })[0]).Mean;
            return trial => Claims(trial, People(trial, population, Chance), onTreated, onEverybody);
        });

    sealed record Chosen(bool[] Treated, Sample Pre, Sample Post);

    static Chosen People(Trial trial, Population population, Func<double, double> chance)
    {
        var (treated, pre, post) = (new bool[3 * trial.Size], new double[3 * trial.Size], new double[3 * trial.Size]);
        for (var i = 0; i < treated.Length; i++)
        {
            var hidden = trial.Draws.Normal();
            pre[i] = population.Score(hidden, 0);
            treated[i] = trial.Draws.Happens(chance(pre[i]));
            post[i] = population.Score(trial.Draws.Like(hidden, PairedDesign.Correlation), treated[i] ? TreatedGain : ComparisonGain);
        }
        return new Chosen(treated, new Sample(pre), new Sample(post));
    }

    static void Claims(Trial trial, Chosen people, double onTreated, double onEverybody)
    {
        var (treated, pre, post) = people;
        Sample Scores() => PropensityScore.Of(new Statistics.Regression.Design(pre.Size, new DesignTerm(Predictor.Numeric("pre", pre))), treated);
        trial.Claim("effect on the treated, matched pairs", onTreated, () =>
        {
            var logOdds = PropensityScore.LogOdds(Scores());
            return MatchedImpact.Of(NearestNeighbours.Of(logOdds, treated, PropensityScore.Caliper(logOdds)), post, [("pre", pre)], Level);
        });
        trial.Claim("effect on the treated, inverse probability", onTreated,
            () => BalancingWeights.InverseProbability(Scores(), treated, Estimand.Treated).RequireEffective().Impact(post, Level));
        trial.Claim("effect on everybody, inverse probability", onEverybody,
            () => BalancingWeights.InverseProbability(Scores(), treated, Estimand.Everybody).RequireEffective().Impact(post, Level));
        trial.Claim("effect on the treated, entropy balancing", onTreated,
            () => BalancingWeights.Entropy([pre], treated).RequireEffective().Impact(post, Level));
    }
}
