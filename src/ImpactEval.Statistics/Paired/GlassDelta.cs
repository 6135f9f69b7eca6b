using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Paired;

/// <summary>Gain in the standard deviation of one wave: before (Becker) when cohorts are compared, since training changes the spread after.</summary>
public static class GlassDelta
{
    /// <summary><c>d = d̄/s₁</c>; normal limits with <c>SE² = 2(1−r)/n + d²/(2n)</c>.</summary>
    /// <param name="pairs">Summary of both waves, n ≥ 2.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>In standard deviations of the scores before; positive means scores rose.</returns>
    /// <exception cref="NotEstimableException">A wave does not vary, or everybody gained the same.</exception>
    /// <remarks>Becker (1988), Synthesizing standardized mean-change measures, British J. of Math. and Stat. Psychology 41, 257–278, equation
    /// 13.</remarks>
    public static Estimate ByPre(PairedSummary pairs, ConfidenceLevel level) => By(pairs.RequireVaryingScores().SdPre, pairs, level);

    /// <summary><c>d = d̄/s₂</c>; limits as for <see cref="ByPre"/> with the waves in each other's place.</summary>
    /// <inheritdoc cref="ByPre"/>
    public static Estimate ByPost(PairedSummary pairs, ConfidenceLevel level) => By(pairs.RequireVaryingScores().SdPost, pairs, level);

    /// <summary>Sampling variance <c>2(1−r)/n + d²/(2n)</c> of the corrected or uncorrected effect.</summary>
    public static double SamplingVariance(double effect, PairedSummary pairs) =>
        2 * (1 - pairs.Correlation) / pairs.Size + effect * effect / (2 * pairs.Size);

    static Estimate By(double standardiser, PairedSummary pairs, ConfidenceLevel level)
    {
        var d = pairs.MeanGain / standardiser;
        var standardError = Math.Sqrt(SamplingVariance(d, pairs));
        var margin = StandardNormal.TwoSided(level) * standardError;
        return new Estimate(d, standardError, pairs.DegreesOfFreedom, pairs.Size, NamedIntervals.Of(IntervalMethod.Normal, d - margin, d + margin, level));
    }
}
