namespace ImpactEval.Statistics.Distributions;

/// <summary>Noncentral F: a noncentral chi-square over its degrees of freedom, divided by a central one over its own.</summary>
/// <remarks>Absolute error below 1e-12 for λ up to 10⁴; both tails keep their relative accuracy. Johnson, Kotz and Balakrishnan (1995), Continuous
/// univariate distributions 2, chapter 30.</remarks>
public static class NoncentralF
{
    /// <summary>P(F ≤ f), with full relative accuracy in the lower tail.</summary>
    /// <param name="f">Any number; nothing lies below 0.</param>
    /// <param name="df1">Degrees of freedom of the numerator, positive.</param>
    /// <param name="df2">Degrees of freedom of the denominator, positive.</param>
    /// <param name="noncentrality">λ ≥ 0 of the numerator.</param>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom not positive, or λ negative or not finite.</exception>
    /// <exception cref="NotEstimableException">λ above 10⁶.</exception>
    public static double Cdf(double f, double df1, double df2, double noncentrality)
    {
        Noncentrality.Require(noncentrality, df1, df2);
        return f <= 0 ? 0 : PoissonMixture.Of(noncentrality / 2, j => Tails(f, df1, df2, j).Lower);
    }

    /// <summary>P(F &gt; f), with full relative accuracy in the upper tail.</summary>
    /// <inheritdoc cref="Cdf"/>
    public static double Upper(double f, double df1, double df2, double noncentrality)
    {
        Noncentrality.Require(noncentrality, df1, df2);
        return f <= 0 ? 1 : PoissonMixture.Of(noncentrality / 2, j => Tails(f, df1, df2, j).Upper);
    }

    /// <summary>Limits of λ behind an observed F; 0 where even λ = 0 makes so small an F unlikely.</summary>
    /// <param name="f">Observed, at least 0.</param>
    /// <param name="df1">Degrees of freedom of the numerator, positive.</param>
    /// <param name="df2">Degrees of freedom of the denominator, positive.</param>
    /// <param name="level">Coverage of the two-sided interval; 90 % is usual for shares of variance, as they cannot be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">F negative or not finite, or degrees of freedom not positive.</exception>
    /// <exception cref="NotEstimableException">A limit above 10⁶.</exception>
    /// <remarks>Steiger (2004), Beyond the F test, Psychological Methods 9, 164–182.</remarks>
    public static NoncentralityLimits Limits(double f, double df1, double df2, ConfidenceLevel level)
    {
        Noncentrality.RequireObserved(f, nameof(f));
        var (x, y) = (df1 * f / (df1 * f + df2), df2 / (df1 * f + df2));
        return Noncentrality.Limits(
            noncentrality => (Cdf(f, df1, df2, noncentrality), Upper(f, df1, df2, noncentrality)),
            noncentrality => PoissonMixture.Of(noncentrality / 2, j => IncompleteBeta.Power(df1 / 2 + j, df2 / 2, x, y) / (df1 / 2 + j)) / 2,
            Math.Max(1, df1 * f), level);
    }

    static (double Lower, double Upper) Tails(double f, double df1, double df2, double count)
    {
        var sum = df1 * f + df2;
        return double.IsPositiveInfinity(sum) ? (1, 0) : IncompleteBeta.Tails(df1 / 2 + count, df2 / 2, df1 * f / sum, df2 / sum);
    }
}
