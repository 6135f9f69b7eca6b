using ImpactEval.Statistics;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Groups of different people, measured once.</summary>
static class GroupsDesign
{
    const double Gain = 0.5, Trim = 0.2;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Two { get; } = new(
        "groups", "Two groups of different people", "n people in each group; the first lies half a standard deviation higher.",
        Design.UsualSizes, Design.ManyTrials, Population.All, population =>
        {
            var people = Crowd.Of(2, (draws, scores) =>
                (scores[0], scores[1]) = (population.Score(draws.Normal(), Gain), population.Score(draws.Normal(), 0)));
            var truth = TwoGroups.Of(people[0], people[1]);
            var order = Order(people[0], people[1]);
            return trial =>
            {
                var (first, second) = (Group(population, trial, Gain), Group(population, trial, 0));
                Claim(trial, (first, second), truth);
                ClaimOrder(trial, first, second, order);
            };
        });

    /// <summary>Where the forms that pool the variances and those that do not part.</summary>
    public static Design Unequal { get; } = new(
        "unequal-groups", "Two groups of unequal size and spread", "n people in the first group, 2n in the second, whose scores spread half as much.",
        Design.UsualSizes, Design.ManyTrials, [Population.Normal, Population.Skewed], population =>
        {
            var people = Crowd.Of(2, (draws, scores) =>
                (scores[0], scores[1]) = (population.Score(draws.Normal(), Gain), population.Score(draws.Normal(), 0) / 2));
            var truth = TwoGroups.Of(people[0], people[1]);
            var order = Order(people[0], people[1]);
            return trial =>
            {
                var second = new Sample(trial.Numbers(2 * trial.Size, () => population.Score(trial.Draws.Normal(), 0) / 2));
                var first = Group(population, trial, Gain);
                Claim(trial, (first, second), truth);
                ClaimOrder(trial, first, second, order);
            };
        });

    public static Design Three { get; } = new(
        "three-groups", "Three groups of different people", "n people in each group; gains of 0, ¼ and ½.",
        Design.UsualSizes, Design.ManyTrials, Population.All, population =>
        {
            double[] gains = [0, Gain / 2, Gain];
            var people = Crowd.Of(3, (draws, scores) =>
            {
                for (var group = 0; group < 3; group++)
                    scores[group] = population.Score(draws.Normal(), gains[group]);
            });
            var (eta, difference) = (OneWayAnova.Of(people).EtaSquared, TwoGroups.Of(people[2], people[0]).Difference);
            return trial =>
            {
                Sample[] groups = [.. gains.Select(gain => Group(population, trial, gain))];
                trial.Claim("η²", eta, () => OneWayAnova.Of(groups).EtaSquaredEstimate(Level));
                trial.Claim("third against first, pooled SD", difference, () => PairwiseComparisons.PooledSd(groups, Level)[1].Difference);
                trial.Claim("third against first, Welch", difference, () => PairwiseComparisons.Welch(groups, Level)[1].Difference);
            };
        });

    sealed record OrderTruths(double Delta, double BelowMeanOfFirst, double Shared, double Trimmed);

    static OrderTruths Order(Sample first, Sample second)
    {
        var mean = ImpactEval.Statistics.Descriptives.Moments.Of(first).Mean;
        return new OrderTruths(
            CliffsDelta.Of(first, second, Level).Value, second.Values.ToArray().Count(score => score < mean) / (double)second.Size,
            SharedArea(first, second), YuenTest.Independent(first, second, Trim, Level).Value);
    }

    /// <summary>What two histograms with bins of a twentieth of a point have in common; the steps of a 5-point scale have a bin each.</summary>
    static double SharedArea(Sample first, Sample second)
    {
        const double Bin = 0.05;
        Dictionary<int, int> Histogram(Sample scores) => scores.Values.ToArray().CountBy(score => (int)Math.Floor(score / Bin)).ToDictionary();
        var (one, other) = (Histogram(first), Histogram(second));
        return one.Sum(bin => Math.Min(bin.Value, other.GetValueOrDefault(bin.Key))) / (double)first.Size;
    }

    static Sample Group(Population population, Trial trial, double gain) =>
        new(trial.Numbers(trial.Size, () => population.Score(trial.Draws.Normal(), gain)));

    static void Claim(Trial trial, (Sample First, Sample Second) samples, TwoGroups truth)
    {
        TwoGroups Groups() => TwoGroups.Of(samples.First, samples.Second);
        void Of(string statistic, double value, Func<TwoGroups, ConfidenceLevel, Estimate> estimate) =>
            trial.Claim(statistic, value, () => estimate(Groups(), Level));
        // The pooled variance that groups of these sizes stand for.
        var pooled = truth.Difference / Math.Sqrt((truth with { FirstSize = samples.First.Size, SecondSize = samples.Second.Size }).PooledVariance);
        var average = truth.Difference / Math.Sqrt((truth.FirstVariance + truth.SecondVariance) / 2);
        Of("mean difference (Welch)", truth.Difference, MeanDifference.Welch);
        Of("mean difference (Student)", truth.Difference, MeanDifference.Student);
        Of("d_s (pooled SD)", pooled, StandardisedDifference.CohensD);
        Of("g_s (pooled SD)", pooled, StandardisedDifference.HedgesG);
        Of("d* (average variance)", average, StandardisedDifference.AverageVariance);
        Of("g* (average variance)", average, StandardisedDifference.HedgesGStar);
        Of("Glass's Δ", truth.Difference / Math.Sqrt(truth.SecondVariance), StandardisedDifference.GlassDelta);
        Of("variance ratio", truth.FirstVariance / truth.SecondVariance, VarianceRatio.Of);
        Of("log ratio of the SDs", Math.Log(truth.FirstVariance / truth.SecondVariance) / 2, VarianceRatio.Log);
    }

    static void ClaimOrder(Trial trial, Sample first, Sample second, OrderTruths truth)
    {
        Estimate D() => StandardisedDifference.CohensD(TwoGroups.Of(first, second), Level);
        trial.Claim("chance of superiority Φ(d_s/√2)", (truth.Delta + 1) / 2, () => NormalOverlap.CommonLanguage(D()));
        trial.Claim("chance of superiority Φ(d*/√2)", (truth.Delta + 1) / 2,
            () => NormalOverlap.CommonLanguage(StandardisedDifference.AverageVariance(TwoGroups.Of(first, second), Level)));
        trial.Claim("U₃ = Φ(d_s)", truth.BelowMeanOfFirst, () => NormalOverlap.CohensU3(D()));
        trial.Claim("overlap 2Φ(−d_s/2)", truth.Shared, () => NormalOverlap.Overlap(D()));
        trial.Claim("Cliff's δ", truth.Delta, () => CliffsDelta.Of(first, second, Level));
        trial.Claim("chance of superiority (Brunner–Munzel)", (truth.Delta + 1) / 2, () => BrunnerMunzel.Of(second, first, Level));
        trial.Claim("difference of 20 % trimmed means (Yuen)", truth.Trimmed, () => YuenTest.Independent(first, second, Trim, Level));
    }
}
