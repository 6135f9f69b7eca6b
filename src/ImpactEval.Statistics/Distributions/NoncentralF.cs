namespace ImpactEval.Statistics.Distributions;

/// <summary>Noncentral F: a mixture of beta distributions with Poisson weights.</summary>
/// <remarks>Johnson, Kotz and Balakrishnan (1995), Continuous univariate distributions 2, chapter 30. Each term is computed anew and nothing is
/// subtracted, so both tails keep their digits.</remarks>
public static class NoncentralF
{
    /// <summary>Terms this much lighter than the heaviest add nothing to sixteen digits.</summary>
    const double Negligible = 1e-20;

    /// <summary>P(F ≤ f).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom not positive, or noncentrality negative or not finite.</exception>
    public static double Cdf(double f, double df1, double df2, double noncentrality) => Tails(f, df1, df2, noncentrality).Lower;

    /// <summary>P(F &gt; f).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom not positive, or noncentrality negative or not finite.</exception>
    public static double Upper(double f, double df1, double df2, double noncentrality) => Tails(f, df1, df2, noncentrality).Upper;

    /// <summary>Both tails, and by how much the upper one grows with the noncentrality.</summary>
    internal static (double Lower, double Upper, double Slope) Tails(double f, double df1, double df2, double noncentrality)
    {
        if (!(df1 > 0 && df2 > 0))
            throw new ArgumentOutOfRangeException(nameof(df1), $"Degrees of freedom are {df1} and {df2}.");
        if (!(noncentrality >= 0 && double.IsFinite(noncentrality)))
            throw new ArgumentOutOfRangeException(nameof(noncentrality), noncentrality, "A noncentrality is finite and not negative.");
        if (f <= 0)
            return (0, 1, 0);
        var (mean, sum) = (noncentrality / 2, df1 * f + df2);
        var (x, y) = (df1 * f / sum, df2 / sum);
        var mode = Math.Floor(mean);
        var heaviest = mode == 0 ? Math.Exp(-mean)
            : Math.Exp(-StirlingRemainder.Deviance(mode, mean) - StirlingRemainder.Of(mode)) / Math.Sqrt(2 * Math.PI * mode);

        var (lower, upper, slope) = (0.0, 0.0, 0.0);
        void Add(double term, double weight)
        {
            var tails = IncompleteBeta.Tails(df1 / 2 + term, df2 / 2, x, y);
            lower += weight * tails.Lower;
            upper += weight * tails.Upper;
            slope += weight * IncompleteBeta.Power(df1 / 2 + term, df2 / 2, x, y) / (df1 + 2 * term);
        }
        for (var (term, weight) = (mode, heaviest); weight > Negligible * heaviest; weight *= mean / ++term)
            Add(term, weight);
        for (var (term, weight) = (mode, heaviest); term > 0 && weight > Negligible * heaviest;)
        {
            weight *= term-- / mean;
            Add(term, weight);
        }
        return (lower, upper, slope);
    }
}
