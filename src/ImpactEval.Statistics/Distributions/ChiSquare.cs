namespace ImpactEval.Statistics.Distributions;

/// <summary>Chi-square with any positive degrees of freedom.</summary>
public static class ChiSquare
{
    /// <summary>P(X ≤ x).</summary>
    public static double Cdf(double x, double degreesOfFreedom) => Tails(x, degreesOfFreedom).Lower;

    /// <summary>P(X &gt; x), with full relative accuracy in the upper tail.</summary>
    public static double Upper(double x, double degreesOfFreedom) => Tails(x, degreesOfFreedom).Upper;

    /// <summary>x with P(X ≤ x) = <paramref name="p"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability, or degrees of freedom not positive.</exception>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        Probability.Require(p, nameof(p));
        DegreesOfFreedom.RequireUsual(degreesOfFreedom);
        return p switch
        {
            0 => 0,
            1 => double.PositiveInfinity,
            _ => 2 * Math.Exp(IncompleteGamma.LogAt(degreesOfFreedom / 2, p, 1 - p)),
        };
    }

    static (double Lower, double Upper) Tails(double x, double degreesOfFreedom)
    {
        DegreesOfFreedom.RequireUsual(degreesOfFreedom);
        DegreesOfFreedom.RequireNumber(x, nameof(x));
        return IncompleteGamma.Tails(degreesOfFreedom / 2, x / 2);
    }
}
