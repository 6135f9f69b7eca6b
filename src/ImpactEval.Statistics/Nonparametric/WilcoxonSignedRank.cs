using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>Whether half a rank is taken from the distance to the expected sum before it is compared with the normal distribution.</summary>
public enum ContinuityCorrection { None, Half }

/// <summary>Did paired scores change, without assuming their distribution? Signed-rank test.</summary>
public static class WilcoxonSignedRank
{
    /// <summary>Up to so many pairs the exact test is quick; beyond it the normal one differs by less than 1e-3.</summary>
    const int LargestExact = 50;

    /// <summary>The default: Pratt's ranks, exact up to 50 pairs, normal without correction beyond.</summary>
    /// <param name="pre">Scores before, one per participant.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="alternative">Greater: scores rose.</param>
    /// <returns>The statistic is z: the distance of the sum of positive ranks from its expectation in standard deviations.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Nobody changed.</exception>
    /// <remarks>Wilcoxon (1945), Individual comparisons by ranking methods, Biometrics Bulletin 1(6), 80–83.</remarks>
    public static TestResult Of(Sample pre, Sample post, Alternative alternative) =>
        pre.Size <= LargestExact
            ? Exact(SignedRanks.Of(pre, post, ZeroRule.Pratt), alternative)
            : Approximate(SignedRanks.Of(pre, post, ZeroRule.Pratt), ContinuityCorrection.None, alternative);

    /// <summary><c>z = (V − E)/√(Σr²/4)</c> with E half the sum of the ranks in hand; Σr² makes the correction for ties.</summary>
    /// <exception cref="NotEstimableException">Nobody changed.</exception>
    /// <remarks>Lehmann (1975), Nonparametrics: statistical methods based on ranks, chapter 3.</remarks>
    public static TestResult Approximate(SignedRanks ranks, ContinuityCorrection correction, Alternative alternative)
    {
        var distance = Distance(ranks);
        var half = correction == ContinuityCorrection.None ? 0 : alternative switch
        {
            Alternative.Greater => 0.5,
            Alternative.Less => -0.5,
            _ => 0.5 * Math.Sign(distance),
        };
        var z = (distance - half) / ranks.NullDeviation;
        return new TestResult(z, null, StandardNormal.PValue(z, alternative), alternative);
    }

    /// <summary>p over all 2ⁿ patterns of signs of the ranks in hand, ties and zeros included; two-sided: at least as far from expectation.</summary>
    /// <exception cref="NotEstimableException">Nobody changed.</exception>
    /// <remarks>Shift algorithm of Streitberg and Röhmel (1986), Exact distributions for permutation and rank tests, Statistical Software Newsletter
    /// 12, 10–17.</remarks>
    public static TestResult Exact(SignedRanks ranks, Alternative alternative)
    {
        var z = Distance(ranks) / ranks.NullDeviation;
        // Mid-ranks are halves: twice a rank is a whole number.
        var distribution = SignedRankDistribution.Of([.. ranks.Ranks.Select(rank => (int)Math.Round(2 * Math.Abs(rank)))]);
        var doubled = (int)Math.Round(2 * ranks.PositiveSum);
        var (atMost, atLeast) = (distribution.AtMost(doubled), distribution.AtLeast(doubled));
        var p = alternative switch
        {
            Alternative.Greater => atLeast,
            Alternative.Less => atMost,
            _ => Math.Min(1, 2 * Math.Min(atMost, atLeast)),
        };
        return new TestResult(z, null, p, alternative);
    }

    static double Distance(SignedRanks ranks) =>
        ranks.Ranks.Count == 0 ? throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences) : ranks.Ranks.Sum() / 2;
}
