using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Independent;

/// <summary>How differently two groups spread.</summary>
public static class VarianceRatio
{
    /// <summary><c>s₁²/s₂²</c> with the exact limits of normal scores, <c>ratio/F</c>.</summary>
    /// <param name="groups">Both groups, at least two people each.</param>
    /// <param name="level">Coverage of the two-sided interval; not kept by scores that are far from normal.</param>
    /// <returns>No unit; above 1 means the first spread more.</returns>
    /// <exception cref="NotEstimableException">A group does not vary.</exception>
    /// <remarks>Fisher (1925), Statistical methods for research workers.</remarks>
    public static Estimate Of(TwoGroups groups, ConfidenceLevel level)
    {
        Require(groups);
        double ratio = groups.FirstVariance / groups.SecondVariance, df1 = groups.FirstSize - 1, df2 = groups.SecondSize - 1;
        var tail = (1 - level.Value) / 2;
        return new Estimate(ratio, null, df2, groups.Size, NamedIntervals.Of(
            IntervalMethod.FisherF, ratio * FisherF.Quantile(tail, df2, df1), ratio * FisherF.Quantile(1 - tail, df2, df1), level));
    }

    /// <summary><c>ln(s₁/s₂) + 1/(2(n₁−1)) − 1/(2(n₂−1))</c>, <c>SE² = 1/(2(n₁−1)) + 1/(2(n₂−1))</c>.</summary>
    /// <returns>Logarithm; 0 means the same spread.</returns>
    /// <remarks>Nakagawa et al. (2015), Meta-analysis of variation, Methods in Ecology and Evolution 6, 143–152.</remarks>
    /// <inheritdoc cref="Of"/>
    public static Estimate Log(TwoGroups groups, ConfidenceLevel level)
    {
        Require(groups);
        var (one, other) = (0.5 / (groups.FirstSize - 1), 0.5 / (groups.SecondSize - 1));
        var value = 0.5 * Math.Log(groups.FirstVariance / groups.SecondVariance) + one - other;
        var error = Math.Sqrt(one + other);
        var margin = StandardNormal.TwoSided(level) * error;
        return new Estimate(value, error, null, groups.Size, NamedIntervals.Of(IntervalMethod.Normal, value - margin, value + margin, level));
    }

    static void Require(TwoGroups groups)
    {
        if (!(groups.FirstVariance > 0 && groups.SecondVariance > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
    }
}
