namespace ImpactEval.Statistics.Distributions;

/// <summary>Fisher's F with any positive degrees of freedom.</summary>
/// <remarks>Abramowitz and Stegun (1964), 26.6.2.</remarks>
public static class FisherF
{
    /// <summary>So many degrees of freedom of the denominator are unlimited ones to ten digits: F is chi-square over its own.</summary>
    const double NoLongerFinite = 1e10;

    /// <summary>P(F ≤ f).</summary>
    public static double Cdf(double f, double df1, double df2) => Tails(f, df1, df2).Lower;

    /// <summary>P(F &gt; f), with full relative accuracy in the upper tail.</summary>
    public static double Upper(double f, double df1, double df2) => Tails(f, df1, df2).Upper;

    /// <summary>f with P(F ≤ f) = <paramref name="p"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability, or degrees of freedom not positive.</exception>
    public static double Quantile(double p, double df1, double df2)
    {
        Probability.Require(p, nameof(p));
        DegreesOfFreedom.RequireUsual(df1, Math.Min(df2, NoLongerFinite));
        return p switch
        {
            0 => 0,
            1 => double.PositiveInfinity,
            _ when df2 > NoLongerFinite => ChiSquare.Quantile(p, df1) / df1,
            _ => df2 / df1 * Math.Exp(IncompleteBeta.LogOddsAt(df1 / 2, df2 / 2, p, 1 - p)),
        };
    }

    static (double Lower, double Upper) Tails(double f, double df1, double df2)
    {
        DegreesOfFreedom.RequireUsual(df1, Math.Min(df2, NoLongerFinite));
        DegreesOfFreedom.RequireNumber(f, nameof(f));
        if (f <= 0)
            return (0, 1);
        if (double.IsPositiveInfinity(f))
            return (1, 0);
        if (df2 > NoLongerFinite)
            return (ChiSquare.Cdf(df1 * f, df1), ChiSquare.Upper(df1 * f, df1));
        var sum = df1 * f + df2;
        return IncompleteBeta.Tails(df1 / 2, df2 / 2, df1 * f / sum, df2 / sum);
    }
}
