namespace ImpactEval.Statistics.Distributions;

/// <summary>Exact confidence limits of the noncentrality parameter behind an observed t, the base of exact intervals of effect sizes.</summary>
/// <param name="Lower">δ with P(T ≥ t; δ) = (1 − level)/2.</param>
/// <param name="Upper">δ with P(T ≤ t; δ) = (1 − level)/2.</param>
public sealed record NoncentralityLimits(double Lower, double Upper)
{
    /// <summary>Inverts the noncentral t distribution by Newton steps on the normal scale, where it is almost a straight line.</summary>
    /// <param name="t">Observed t.</param>
    /// <param name="degreesOfFreedom">At least 1.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Limits in units of t; divided by √n they are limits of d_z.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom below 1, or a number that is not finite.</exception>
    /// <remarks>Steiger and Fouladi (1997), Noncentrality interval estimation and the evaluation of statistical models, in Harlow et al.,
    /// 221–257.</remarks>
    public static NoncentralityLimits Of(double t, double degreesOfFreedom, ConfidenceLevel level)
    {
        var mixture = NoncentralTMixture.Of(t, degreesOfFreedom, NoncentralTMixture.MiddleOnly);
        var z = StandardNormal.TwoSided(level);
        var spread = Math.Sqrt(1 + t * t / (2 * degreesOfFreedom));
        return new NoncentralityLimits(Solve(mixture, z, t - z * spread, spread), Solve(mixture, -z, t + z * spread, spread));
    }

    /// <summary>δ at which P(T ≤ t; δ) = Φ(<paramref name="z"/>).</summary>
    static double Solve(NoncentralTMixture mixture, double z, double start, double spread) =>
        MonotoneRoot.Find(
            noncentrality =>
            {
                var lower = mixture.Lower(noncentrality);
                var score = lower <= 0.5 ? StandardNormal.Quantile(lower) : -StandardNormal.Quantile(mixture.Upper(noncentrality));
                return (z - score, mixture.Slope(noncentrality) / StandardNormal.Density(score));
            },
            start, spread);
}
