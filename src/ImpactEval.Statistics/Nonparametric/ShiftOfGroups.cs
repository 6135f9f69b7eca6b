using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>By how much one group lies above another, unmoved by a few extreme scores.</summary>
public static class ShiftOfGroups
{
    /// <summary>Median of all differences <c>xᵢ − yⱼ</c>; n₁·n₂ of them are listed.</summary>
    /// <param name="first">Scores of one group, at least one.</param>
    /// <param name="second">Scores of other people, at least one.</param>
    /// <returns>In score points; positive: the first lie above.</returns>
    /// <exception cref="NotEstimableException">An empty group.</exception>
    /// <remarks>Hodges and Lehmann (1963), Annals of Mathematical Statistics 34, 598–611.</remarks>
    public static double Of(Sample first, Sample second) => Median.Of(new Sample(Differences(first, second)));

    /// <summary>The same between two differences: those shifts that the rank-sum test does not refute.</summary>
    /// <param name="first">Scores of one group, at least one.</param>
    /// <param name="second">Scores of other people, at least one.</param>
    /// <param name="level">Least coverage of the two-sided interval; unbounded where so few people cannot reach it.</param>
    /// <exception cref="NotEstimableException">An empty group.</exception>
    /// <remarks>Moses (1953), in Walker and Lev, Statistical inference; Hollander and Wolfe (1999), Nonparametric statistical methods,
    /// 2nd ed., chapter 4. Groups must have the same shape. From 2,500 differences on the rank comes from the normal approximation.</remarks>
    public static Estimate Of(Sample first, Sample second, ConfidenceLevel level)
    {
        if (first.Size == 0 || second.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var differences = Differences(first, second);
        Array.Sort(differences);
        var (n1, n2) = (first.Size, second.Size);
        var rank = differences.Length < LeastApproximate
            ? ExactRank(n1, n2, level)
            : InvertedRank.Approximate((double)n1 * n2 / 2, (double)n1 * n2 * (n1 + n2 + 1) / 12, level);
        double? lower = rank > 0 ? differences[rank - 1] : null, upper = rank > 0 ? differences[^(int)rank] : null;
        return new Estimate(Of(first, second), null, null, n1 + n2, NamedIntervals.Of(IntervalMethod.RankInversion, lower, upper, level));
    }

    /// <summary>With fewer differences the exact distribution of the rank sum is listed.</summary>
    const int LeastApproximate = 2_500;

    static double[] Differences(Sample first, Sample second)
    {
        var y = second.Values.ToArray();
        return [.. first.Values.ToArray().SelectMany(x => y.Select(other => x - other))];
    }

    static long ExactRank(int n1, int n2, ConfidenceLevel level)
    {
        var distribution = RankSumDistribution.Of([.. Enumerable.Range(1, n1 + n2)], n1);
        var least = n1 * (n1 + 1) / 2;
        return InvertedRank.Exact(u => distribution.AtMost(least + u), n1 * n2, level);
    }
}
