namespace ImpactEval.Statistics.Distributions;

/// <summary>Fisher's F with any positive degrees of freedom.</summary>
/// <remarks>Abramowitz and Stegun (1964), 26.6.2.</remarks>
public static class FisherF
{
    /// <summary>P(F ≤ f).</summary>
    public static double Cdf(double f, double df1, double df2) => Tails(f, df1, df2).Lower;

    /// <summary>P(F &gt; f), with full relative accuracy in the upper tail.</summary>
    public static double Upper(double f, double df1, double df2) => Tails(f, df1, df2).Upper;

    /// <summary>f with P(F ≤ f) = <paramref name="p"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static double Quantile(double p, double df1, double df2)
    {
        Probability.Require(p, nameof(p));
        return p switch
        {
            0 => 0,
            1 => double.PositiveInfinity,
            _ => df2 / df1 * Math.Exp(IncompleteBeta.LogOddsAt(df1 / 2, df2 / 2, p, 1 - p)),
        };
    }

    static (double Lower, double Upper) Tails(double f, double df1, double df2)
    {
        if (f <= 0)
            return (0, 1);
        if (double.IsPositiveInfinity(f))
            return (1, 0);
        var sum = df1 * f + df2;
        return IncompleteBeta.Tails(df1 / 2, df2 / 2, df1 * f / sum, df2 / sum);
    }
}
