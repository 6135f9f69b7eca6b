namespace ImpactEval.Statistics.Distributions;

/// <summary>Noncentral t: the distribution of (Z + δ)/S with Z standard normal and df·S² chi-square.</summary>
/// <remarks>
/// Absolute error below 1e-12 for any t, df ≥ 1 and δ; while t² ≤ 100 df also relative error below 1e-10, down to probabilities of 1e-40.
/// </remarks>
public static class NoncentralT
{
    /// <summary>P(T ≤ t), with full relative accuracy in the lower tail.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom below 1, or a number that is not finite.</exception>
    public static double Cdf(double t, double degreesOfFreedom, double noncentrality) =>
        Mixture(t, degreesOfFreedom, noncentrality).Lower(noncentrality);

    /// <summary>P(T &gt; t), with full relative accuracy in the upper tail.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom below 1, or a number that is not finite.</exception>
    public static double Upper(double t, double degreesOfFreedom, double noncentrality) =>
        Mixture(t, degreesOfFreedom, noncentrality).Upper(noncentrality);

    static NoncentralTMixture Mixture(double t, double degreesOfFreedom, double noncentrality)
    {
        if (!double.IsFinite(noncentrality))
            throw new ArgumentOutOfRangeException(nameof(noncentrality), noncentrality, "The noncentrality must be finite.");
        return NoncentralTMixture.Of(t, degreesOfFreedom, NoncentralTMixture.DeepTails);
    }
}
