using MathNet.Numerics;

namespace ImpactEval.Statistics.Distributions;

/// <summary>The normal distribution with mean 0 and standard deviation 1.</summary>
public static class StandardNormal
{
    static readonly double InverseRootTwoPi = 1 / Math.Sqrt(2 * Math.PI);

    public static double Density(double z) => InverseRootTwoPi * Math.Exp(-0.5 * z * z);

    /// <summary>P(Z ≤ z), with full relative accuracy in the lower tail.</summary>
    public static double Cdf(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);

    /// <summary>P(Z &gt; z), with full relative accuracy in the upper tail.</summary>
    public static double Upper(double z) => Cdf(-z);

    /// <summary>z with P(Z ≤ z) = <paramref name="p"/>; infinite at 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    public static double Quantile(double p)
    {
        Probability.Require(p, nameof(p));
        return p switch
        {
            0 => double.NegativeInfinity,
            1 => double.PositiveInfinity,
            _ => -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * p),
        };
    }

    /// <summary>z of a two-sided interval: P(|Z| ≤ z) = level.</summary>
    public static double TwoSided(ConfidenceLevel level) => -Quantile((1 - level.Value) / 2);

    /// <summary>The p value of an observed z.</summary>
    public static double PValue(double z, Alternative alternative) => alternative switch
    {
        Alternative.Greater => Upper(z),
        Alternative.Less => Cdf(z),
        _ => 2 * Cdf(-Math.Abs(z)),
    };
}
