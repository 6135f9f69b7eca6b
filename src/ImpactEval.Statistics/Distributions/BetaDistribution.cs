namespace ImpactEval.Statistics.Distributions;

/// <summary>Beta distribution of a share, both parameters positive.</summary>
public static class BetaDistribution
{
    /// <summary>P(X ≤ x).</summary>
    public static double Cdf(double x, double a, double b) => IncompleteBeta.Tails(a, b, x, 1 - x).Lower;

    /// <summary>x with P(X ≤ x) = <paramref name="p"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static double Quantile(double p, double a, double b)
    {
        Probability.Require(p, nameof(p));
        return p is 0 or 1 ? p : IncompleteBeta.Split(IncompleteBeta.LogOddsAt(a, b, p, 1 - p)).X;
    }
}
