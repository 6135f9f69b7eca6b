using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Paired;

/// <summary>Gain in the average standard deviation of both waves: our primary effect size of one group.</summary>
public static class CohensDav
{
    /// <summary>
    /// <c>d_av = d̄/s_av</c>, <c>s_av = √((s₁² + s₂²)/2)</c>; limits of Algina and Keselman <c>δ·s_d/(√n·s_av)</c> with δ the noncentrality limits
    /// of t; normal ones with <c>SE = s_d/(√n·s_av)</c>.
    /// </summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <returns>In standard deviations of the scores; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, or everybody gained the same.</exception>
    /// <remarks>
    /// Cumming (2012), Understanding the new statistics; Algina and Keselman (2003), Approximate confidence intervals for effect sizes,
    /// Educational and Psychological Measurement 63, 537–553.
    /// </remarks>
    public static Estimate Of(Sample pre, Sample post, ConfidenceLevel level) => Of(PairedSummary.Of(pre, post), level);

    /// <inheritdoc cref="Of(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Of(PairedSummary pairs, ConfidenceLevel level)
    {
        var d = Value(pairs.RequireVaryingGains());
        var standardError = pairs.StandardErrorOfGain / Standardiser(pairs);
        var limits = NoncentralityLimits.Of(pairs.T, pairs.DegreesOfFreedom, level);
        var margin = StandardNormal.TwoSided(level) * standardError;
        return new Estimate(d, standardError, pairs.DegreesOfFreedom, pairs.Size,
            NamedIntervals.Of(IntervalMethod.AlginaKeselman, limits.Lower * standardError, limits.Upper * standardError, level)
                .And(IntervalMethod.Normal, d - margin, d + margin, level));
    }

    /// <summary>The point alone, as the bootstrap needs it; not finite when no score varies.</summary>
    public static double Value(PairedSummary pairs) => pairs.MeanGain / Standardiser(pairs);

    /// <summary>Root of the mean of both variances, in score points.</summary>
    public static double Standardiser(PairedSummary pairs) => Math.Sqrt((pairs.VariancePre + pairs.VariancePost) / 2);
}
