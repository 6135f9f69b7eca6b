using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>Do two groups differ, without assuming a distribution? Rank-sum test.</summary>
public static class MannWhitney
{
    /// <summary>Up to so many people together the exact test is quick.</summary>
    const int LargestExact = 50;

    /// <summary>Exact for at most 50 people, normal without correction beyond.</summary>
    /// <param name="first">Scores of one group.</param>
    /// <param name="second">Scores of other people.</param>
    /// <param name="alternative">Greater: the first lie above.</param>
    /// <returns>The statistic is z: the distance of the rank sum of the first from its expectation in standard deviations.</returns>
    /// <exception cref="NotEstimableException">An empty group, or all scores alike.</exception>
    /// <remarks>Mann and Whitney (1947), Annals of Mathematical Statistics 18, 50–60.</remarks>
    public static TestResult Of(Sample first, Sample second, Alternative alternative) =>
        first.Size + second.Size <= LargestExact
            ? Exact(first, second, alternative)
            : Approximate(first, second, ContinuityCorrection.None, alternative);

    /// <summary>Pairs in which the first lies above, ties one half: U of the first, R's W.</summary>
    public static double PairsAbove(Sample first, Sample second) =>
        Ranks(first, second)[..first.Size].Sum() - first.Size * (first.Size + 1.0) / 2;

    /// <summary><c>z = (U − n₁n₂/2)/σ</c>, <c>σ² = n₁n₂/(N(N−1)) · Σ(r − (N+1)/2)²</c>, which makes the correction for ties.</summary>
    /// <exception cref="NotEstimableException">An empty group, or all scores alike.</exception>
    /// <remarks>Lehmann (1975), Nonparametrics: statistical methods based on ranks, chapter 1.</remarks>
    public static TestResult Approximate(Sample first, Sample second, ContinuityCorrection correction, Alternative alternative)
    {
        var (distance, deviation) = Distance(first, second);
        var half = correction == ContinuityCorrection.None ? 0 : alternative switch
        {
            Alternative.Greater => 0.5,
            Alternative.Less => -0.5,
            _ => 0.5 * Math.Sign(distance),
        };
        var z = (distance - half) / deviation;
        return new TestResult(z, null, StandardNormal.PValue(z, alternative), alternative);
    }

    /// <summary>p over all ways to choose the first from everybody, with the mid-ranks at hand; two-sided: at least as far from
    /// expectation.</summary>
    /// <exception cref="NotEstimableException">An empty group, or all scores alike.</exception>
    /// <remarks>Streitberg and Röhmel (1986), Exact distributions for permutation and rank tests, Statistical Software Newsletter 12,
    /// 10–17.</remarks>
    public static TestResult Exact(Sample first, Sample second, Alternative alternative)
    {
        var (distance, deviation) = Distance(first, second);
        int[] doubled = [.. Ranks(first, second).Select(rank => (int)Math.Round(2 * rank))];
        var distribution = RankSumDistribution.Of(doubled, first.Size);
        var expected = first.Size * (first.Size + second.Size + 1.0);
        var p = alternative switch
        {
            Alternative.Greater => distribution.AtLeast(expected + 2 * distance),
            Alternative.Less => distribution.AtMost(expected + 2 * distance),
            _ => distance == 0 ? 1 : Math.Min(1, distribution.AtMost(expected - 2 * Math.Abs(distance)) + distribution.AtLeast(expected + 2 * Math.Abs(distance))),
        };
        return new TestResult(distance / deviation, null, p, alternative);
    }

    static (double Distance, double Deviation) Distance(Sample first, Sample second)
    {
        if (first.Size == 0 || second.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        double n1 = first.Size, n2 = second.Size, n = n1 + n2;
        var ranks = Ranks(first, second);
        var squares = ranks.Sum(rank => (rank - (n + 1) / 2) * (rank - (n + 1) / 2));
        if (squares == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        return (ranks[..first.Size].Sum() - n1 * (n + 1) / 2, Math.Sqrt(n1 * n2 / (n * (n - 1)) * squares));
    }

    static double[] Ranks(Sample first, Sample second) => MidRanks.Of([.. first.Values, .. second.Values]);
}
