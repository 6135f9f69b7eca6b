using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Paired;

/// <summary>Gain in standard deviations of the gains: for power and tests, not for comparing trainings.</summary>
public static class CohensDz
{
    /// <summary><c>d_z = d̄/s_d</c>; exact limits <c>δ/√n</c> with δ the noncentrality limits of t; normal ones with
    /// <c>SE² = 1/n + d²/(2n)</c>.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <returns>In standard deviations of the gains; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, or everybody gained the same.</exception>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., p. 48; Steiger and Fouladi (1997) for the exact
    /// interval.</remarks>
    public static Estimate Of(Sample pre, Sample post, ConfidenceLevel level) => Of(PairedSummary.Of(pre, post), level);

    /// <inheritdoc cref="Of(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Of(PairedSummary pairs, ConfidenceLevel level)
    {
        var d = Value(pairs.RequireVaryingGains());
        var limits = NoncentralityLimits.Of(pairs.T, pairs.DegreesOfFreedom, level);
        var standardError = Math.Sqrt(1.0 / pairs.Size + d * d / (2 * pairs.Size));
        var margin = StandardNormal.TwoSided(level) * standardError;
        var root = Math.Sqrt(pairs.Size);
        return new Estimate(d, standardError, pairs.DegreesOfFreedom, pairs.Size,
            NamedIntervals.Of(IntervalMethod.NoncentralT, limits.Lower / root, limits.Upper / root, level).And(IntervalMethod.Normal, d - margin, d + margin, level));
    }

    /// <summary>The point alone, as the bootstrap needs it; not finite when the gains do not vary.</summary>
    public static double Value(PairedSummary pairs) => pairs.MeanGain / pairs.SdOfGain;
}
