using ImpactEval.Statistics;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Missing;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Two arms of which not everybody came to the measurement.</summary>
static class AttritionDesign
{
    const double TreatedGain = 0.5, ComparisonGain = 0.1, TreatedStay = 0.9, ComparisonStay = 0.75;

    /// <summary>Of what makes people come with their score: half way, and all the way, which puts the truth on the upper bound.</summary>
    const double Loose = 0.5, Strict = 1;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Design { get; } = new(
        "attrition", "Two arms that lost people",
        "n people assigned to each arm. Response weights: the higher the score before, the likelier people come (logit, three quarters in all). "
        + "Lee bounds: 90 % of the treated and 75 % of the comparison arm come, the better the score the likelier; the truth is the effect on those "
        + "who come in either arm, which lies between the bounds, or on the upper one when only the score decides who comes.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.FewTrials, Population.All, population =>
        {
            var impact = population.Mean(TreatedGain) - population.Mean(ComparisonGain);
            var (loose, strict) = (OnThoseWhoAlwaysCome(population, Loose), OnThoseWhoAlwaysCome(population, Strict));
            var mean = population.Mean(0);
            var sd = Math.Sqrt(Population.MeanOf(hidden => Math.Pow(population.Score(hidden, 0) - mean, 2)));
            return trial =>
            {
                ClaimWeighted(trial, population, score => 1 / (1 + Math.Exp(-1.3 - (score - mean) / sd)), impact);
                ClaimBounds(trial, population, Loose, loose);
                ClaimBounds(trial, population, Strict, strict);
            };
        });

    static double OnThoseWhoAlwaysCome(Population population, double alike)
    {
        var crowd = Crowd.Of(2, (draws, scores) =>
        {
            var comes = draws.Normal();
            while (comes < StandardNormal.Quantile(1 - ComparisonStay))
                comes = draws.Normal();
            var later = draws.Like(comes, alike);
            (scores[0], scores[1]) = (population.Score(later, TreatedGain), population.Score(later, ComparisonGain));
        });
        return Statistics.Descriptives.Moments.Of(crowd[0]).Mean - Statistics.Descriptives.Moments.Of(crowd[1]).Mean;
    }

    static void ClaimBounds(Trial trial, Population population, double alike, double truth)
    {
        ObservedArm Arm(double gain, double stay)
        {
            var outcomes = new List<double>();
            for (var i = 0; i < trial.Size; i++)
            {
                var comes = trial.Draws.Normal();
                if (comes >= StandardNormal.Quantile(1 - stay))
                    outcomes.Add(population.Score(trial.Draws.Like(comes, alike), gain));
            }
            return new ObservedArm(new Sample(outcomes), trial.Size);
        }
        var (treated, comparison) = (Arm(TreatedGain, TreatedStay), Arm(ComparisonGain, ComparisonStay));
        trial.Claim($"effect on those who always come (Lee), truth {(alike == Strict ? "on a bound" : "between the bounds")}", truth,
            () => LeeBounds.Interval(treated, comparison, Level, Trial.Resamples, trial.Seed));
    }

    static void ClaimWeighted(Trial trial, Population population, Func<double, double> chance, double impact)
    {
        var (outcomes, treated, pre) = (new List<double>(), new List<bool>(), new List<double>());
        for (var i = 0; i < 2 * trial.Size; i++)
        {
            var (hidden, own) = (trial.Draws.Normal(), i % 2 == 0);
            var post = population.Score(trial.Draws.Like(hidden, PairedDesign.Correlation), own ? TreatedGain : ComparisonGain);
            pre.Add(population.Score(hidden, 0));
            outcomes.Add(trial.Draws.Happens(chance(pre[^1])) ? post : double.NaN);
            treated.Add(own);
        }
        trial.Claim("difference, response weights", impact, () => ResponseWeighting.Of(outcomes, treated, [new Sample(pre)], Level).Difference);
    }
}
