using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Paired;

/// <summary>Gain in the standard deviation of the scores, derived from that of the gains and the correlation of the waves.</summary>
public static class CohensDrm
{
    /// <summary><c>d_rm = d̄·√(2(1−r))/s_d</c>; normal limits with <c>SE² = (1/n + d²/(2n))·2(1−r)</c>.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>In standard deviations of the scores; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, everybody gained the same, or a wave does not vary.</exception>
    /// <remarks>Morris and DeShon (2002), Combining effect size estimates in meta-analysis, Psychological Methods 7, 105–125, equation 8.</remarks>
    public static Estimate Of(Sample pre, Sample post, ConfidenceLevel level) => Of(PairedSummary.Of(pre, post), level);

    /// <inheritdoc cref="Of(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Of(PairedSummary pairs, ConfidenceLevel level)
    {
        var d = Value(pairs.RequireVaryingScores());
        var standardError = Math.Sqrt((1.0 / pairs.Size + d * d / (2 * pairs.Size)) * 2 * (1 - pairs.Correlation));
        var margin = StandardNormal.TwoSided(level) * standardError;
        return new Estimate(d, standardError, pairs.DegreesOfFreedom, pairs.Size, NamedIntervals.Of(IntervalMethod.Normal, d - margin, d + margin, level));
    }

    /// <summary>The point alone, as the bootstrap needs it; not finite when gains or scores do not vary.</summary>
    public static double Value(PairedSummary pairs) => pairs.MeanGain / pairs.SdOfGain * Math.Sqrt(2 * (1 - pairs.Correlation));
}
