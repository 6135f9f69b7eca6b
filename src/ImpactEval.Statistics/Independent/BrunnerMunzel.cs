using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Independent;

/// <summary>Chance that one of the second group lies above one of the first, by order alone; groups may spread differently.</summary>
public static class BrunnerMunzel
{
    /// <summary>
    /// <c>p = (R̄₂ − (n₂+1)/2)/n₁</c> with R̄ mean ranks in both groups together; <c>SE² = v₁/(n₁n₂²) + v₂/(n₂n₁²)</c>, v the variance of
    /// (rank among all − rank within the group); degrees of freedom as Welch's.
    /// </summary>
    /// <param name="first">Scores of one group, n₁ ≥ 2.</param>
    /// <param name="second">Scores of other people, n₂ ≥ 2.</param>
    /// <param name="level">Coverage of the two-sided interval by t, not cut at 0 and 1.</param>
    /// <returns>0–1, ties one half; above one half means the second lie above.</returns>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or the groups do not overlap, so that nothing varies.</exception>
    /// <remarks>Brunner and Munzel (2000), The nonparametric Behrens-Fisher problem, Biometrical Journal 42, 17–25.</remarks>
    public static Estimate Of(Sample first, Sample second, ConfidenceLevel level)
    {
        if (first.Size < 2 || second.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        double n1 = first.Size, n2 = second.Size;
        var ranks = MidRanks.Of([.. first.Values, .. second.Values]);
        var above1 = Placements(ranks.AsSpan(0, first.Size), first);
        var above2 = Placements(ranks.AsSpan(first.Size), second);
        var (part1, part2) = (Variance(above1) / n1 / (n2 * n2), Variance(above2) / n2 / (n1 * n1));
        if (!(part1 + part2 > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);

        var p = above2.Sum() / (n1 * n2);
        var error = Math.Sqrt(part1 + part2);
        var df = (part1 + part2) * (part1 + part2) / (part1 * part1 / (n1 - 1) + part2 * part2 / (n2 - 1));
        var margin = StudentT.TwoSided(level, df) * error;
        return new Estimate(p, error, df, first.Size + second.Size, NamedIntervals.Of(IntervalMethod.StudentT, p - margin, p + margin, level));
    }

    /// <summary>Is the chance one half? <c>t = (p − ½)/SE</c>.</summary>
    /// <param name="chance">From <see cref="Of"/>.</param>
    /// <param name="alternative">Greater: the second lie above.</param>
    public static TestResult Test(Estimate chance, Alternative alternative)
    {
        var t = (chance.Value - 0.5) / chance.StandardError!.Value;
        return new TestResult(t, chance.DegreesOfFreedom, StudentT.PValue(t, chance.DegreesOfFreedom!.Value, alternative), alternative);
    }

    /// <summary>For each person: how many of the other group lie below, ties one half.</summary>
    static double[] Placements(ReadOnlySpan<double> amongAll, Sample group)
    {
        var placements = MidRanks.Of(group.Values);
        for (var i = 0; i < placements.Length; i++)
            placements[i] = amongAll[i] - placements[i];
        return placements;
    }

    static double Variance(double[] values) => Descriptives.Moments.Of(new Sample(values)).Variance!.Value;
}
