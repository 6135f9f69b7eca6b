using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Controlled;

/// <summary>Change of the treated against that of the comparison group in standard deviations: the effect size of pre-post-control designs.</summary>
/// <remarks>Morris (2008), Estimating effect sizes from pretest-posttest-control group designs, Organizational Research Methods 11,
/// 364–386.</remarks>
public static class PrePostControl
{
    /// <summary>
    /// <c>d_ppc2 = c_P·((M_T1 − M_T0) − (M_C1 − M_C0))/s_pre</c>, s_pre pooled standard deviation before, c_P exact J of n_T + n_C − 2. Our
    /// default. <c>Var = 2c²(1−ρ)·k·(m/(m−2))·(1 + d²/(2(1−ρ)k)) − d²</c> with m = n_T + n_C − 2, k = 1/n_T + 1/n_C, ρ the pooled correlation of
    /// the waves.
    /// </summary>
    /// <param name="treated">Both waves of the treated, n ≥ 2.</param>
    /// <param name="comparison">Both waves of the comparison group, n ≥ 2.</param>
    /// <param name="level">Coverage of the two-sided normal interval; a bootstrap stands better beside small groups.</param>
    /// <returns>In standard deviations before; positive means the treated rose more.</returns>
    /// <exception cref="NotEstimableException">A wave does not vary, or fewer than five people in all.</exception>
    /// <remarks>Morris (2008), equation 8; variance by equation 25.</remarks>
    public static Estimate D2(PairedSummary treated, PairedSummary comparison, ConfidenceLevel level)
    {
        var m = Require(treated, comparison);
        var correction = HedgesCorrection.J(m);
        var d = D2Value(treated, comparison);
        return Normal(d, Variance(d, correction, treated, comparison), m, treated.Size + comparison.Size, level);
    }

    /// <summary>d_ppc2 itself, as a bootstrap asks for it again and again (<see cref="Resampling.ArmsBootstrap"/>); NaN where a wave does not
    /// vary.</summary>
    public static double D2Value(PairedSummary treated, PairedSummary comparison) =>
        HedgesCorrection.J(treated.Size + comparison.Size - 2) * Change(treated, comparison) / PooledSdPre(treated, comparison);

    /// <summary>
    /// <c>d_ppc1 = g_T − g_C</c>, each change by the standard deviation of its own group before, times its own exact J;
    /// <c>Var = Σ(2(1−r)/n + g²/(2n))</c>.
    /// </summary>
    /// <remarks>Becker (1988); Morris (2008). Spreads that differ by chance move it more than <see cref="D2"/>.</remarks>
    /// <inheritdoc cref="D2"/>
    public static Estimate D1(PairedSummary treated, PairedSummary comparison, ConfidenceLevel level)
    {
        var m = Require(treated, comparison);
        if (treated.Size < 3 || comparison.Size < 3)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var (one, other) = (OwnChange(treated), OwnChange(comparison));
        var variance = GlassDelta.SamplingVariance(one, treated) + GlassDelta.SamplingVariance(other, comparison);
        return Normal(one - other, variance, m, treated.Size + comparison.Size, level);
    }

    /// <summary>Sampling variance of d_ppc2, corrected by the constant it was corrected with.</summary>
    /// <remarks>Morris (2008), equation 25.</remarks>
    public static double Variance(double d, double correction, PairedSummary treated, PairedSummary comparison)
    {
        var (m, k) = (treated.Size + comparison.Size - 2.0, 1.0 / treated.Size + 1.0 / comparison.Size);
        var free = 2 * (1 - PooledCorrelation(treated, comparison)) * k;
        return correction * correction * (m / (m - 2)) * (free + d * d) - d * d;
    }

    /// <summary>Change of the treated − change of the comparison group, in score points.</summary>
    public static double Change(PairedSummary treated, PairedSummary comparison) => treated.MeanGain - comparison.MeanGain;

    /// <summary>Standard deviation before, pooled over both groups.</summary>
    public static double PooledSdPre(PairedSummary treated, PairedSummary comparison) =>
        Math.Sqrt(Pooled(treated.VariancePre, comparison.VariancePre, treated, comparison));

    /// <summary>Standard deviation of both waves, pooled over both groups; denominator of d_ppc3.</summary>
    public static double PooledSd(PairedSummary treated, PairedSummary comparison) => Math.Sqrt(Pooled(
        (treated.VariancePre + treated.VariancePost) / 2, (comparison.VariancePre + comparison.VariancePost) / 2, treated, comparison));

    /// <summary>Correlation of the waves, weighted by n − 1.</summary>
    public static double PooledCorrelation(PairedSummary treated, PairedSummary comparison) =>
        Pooled(treated.Correlation, comparison.Correlation, treated, comparison);

    /// <summary>Change of one group in its own standard deviation before, times exact J(n − 1).</summary>
    public static double OwnChange(PairedSummary group) => HedgesCorrection.J(group.DegreesOfFreedom) * group.MeanGain / group.SdPre;

    static double Pooled(double one, double other, PairedSummary treated, PairedSummary comparison) =>
        (treated.DegreesOfFreedom * one + comparison.DegreesOfFreedom * other) / (treated.DegreesOfFreedom + comparison.DegreesOfFreedom);

    static int Require(PairedSummary treated, PairedSummary comparison)
    {
        // The variance of d_ppc2 has n_T + n_C − 4 below the line.
        if (treated.Size < 2 || comparison.Size < 2 || treated.Size + comparison.Size < 5)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        foreach (var group in new[] { treated, comparison })
            if (!(group.VariancePre > 0 && group.VariancePost > 0))
                throw new NotEstimableException(NotEstimableReason.NoVariation);
        return treated.Size + comparison.Size - 2;
    }

    static Estimate Normal(double d, double variance, double df, int size, ConfidenceLevel level)
    {
        var error = Math.Sqrt(variance);
        var margin = StandardNormal.TwoSided(level) * error;
        return new Estimate(d, error, df, size, NamedIntervals.Of(IntervalMethod.Normal, d - margin, d + margin, level));
    }
}
