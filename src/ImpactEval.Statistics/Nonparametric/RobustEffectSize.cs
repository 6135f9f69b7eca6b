using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>A standardised difference of two groups that a few extreme scores cannot move.</summary>
public static class RobustEffectSize
{
    /// <summary>Difference of trimmed means over the pooled winsorised SD, scaled so that normal data give Cohen's d.</summary>
    /// <param name="first">n₁ ≥ 2 scores.</param>
    /// <param name="second">n₂ ≥ 2 scores of other people.</param>
    /// <param name="trim">Cut at each end, 0 ≤ trim &lt; ½; 0.2 is usual.</param>
    /// <returns>In standard deviations; positive: the first lie above.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share cut is not in range.</exception>
    /// <exception cref="NotEstimableException">Too few scores, or none varies once the ends are moved in.</exception>
    /// <remarks>Algina, Keselman and Penfield (2005), An alternative to Cohen's standardized mean difference effect size, Psychological Methods 10,
    /// 317–328.</remarks>
    public static double Of(Sample first, Sample second, double trim)
    {
        if (first.Size < 2 || second.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        double df1 = first.Size - 1, df2 = second.Size - 1;
        var pooled = (df1 * WinsorisedVariance(first, trim) + df2 * WinsorisedVariance(second, trim)) / (df1 + df2);
        if (pooled == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        return Math.Sqrt(NormalWinsorisedVariance(trim)) * (TrimmedMean.Of(first, trim) - TrimmedMean.Of(second, trim)) / Math.Sqrt(pooled);
    }

    static double WinsorisedVariance(Sample sample, double trim) => Moments.Of(TrimmedMean.Winsorised(sample, trim)).Variance!.Value;

    /// <summary>Variance of a standard normal number with its ends moved in: <c>1 − 2t − 2qφ(q) + 2tq²</c>, q its (1 − t) quantile.</summary>
    static double NormalWinsorisedVariance(double trim)
    {
        if (trim == 0)
            return 1;
        var q = -StandardNormal.Quantile(trim);
        return 1 - 2 * trim - 2 * q * StandardNormal.Density(q) + 2 * trim * q * q;
    }
}
