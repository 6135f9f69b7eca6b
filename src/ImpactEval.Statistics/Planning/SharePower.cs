using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Planning;

/// <summary>Chance that a difference of two shares is found.</summary>
public static class SharePower
{
    /// <summary><c>Φ(|h|√(n/2) − z) + Φ(−|h|√(n/2) − z)</c> with Cohen's h, normal approximation, two-sided.</summary>
    /// <param name="first">Share of one group, 0–1.</param>
    /// <param name="second">Share of the other group, 0–1.</param>
    /// <param name="size">People in each group, above 0.</param>
    /// <param name="alpha">Level of the test, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share, the size or the level is out of range.</exception>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 6.</remarks>
    public static double At(double first, double second, double size, double alpha)
    {
        TTestPower.RequireShare(alpha, nameof(alpha));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        foreach (var share in (double[])[first, second])
            if (!(share is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(first), share, "A share lies between 0 and 1.");
        var distance = Math.Abs(Categorical.PairedShareEffects.CohensH(first, second)) * Math.Sqrt(size / 2);
        var z = StandardNormal.Quantile(1 - alpha / 2);
        return StandardNormal.Cdf(distance - z) + StandardNormal.Cdf(-distance - z);
    }
}
