namespace ImpactEval.Statistics.Distributions;

/// <summary>Beta distribution of a share, both parameters positive.</summary>
public static class BetaDistribution
{
    /// <summary>P(X ≤ x).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Parameters not positive, or x no number.</exception>
    public static double Cdf(double x, double a, double b)
    {
        DegreesOfFreedom.RequireUsual(a, b);
        DegreesOfFreedom.RequireNumber(x, nameof(x));
        return IncompleteBeta.Tails(a, b, x, 1 - x).Lower;
    }

    /// <summary>x with P(X ≤ x) = <paramref name="p"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability, or parameters not positive.</exception>
    public static double Quantile(double p, double a, double b)
    {
        Probability.Require(p, nameof(p));
        DegreesOfFreedom.RequireUsual(a, b);
        return p is 0 or 1 ? p : IncompleteBeta.Split(IncompleteBeta.LogOddsAt(a, b, p, 1 - p)).X;
    }
}
