using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Planning;

/// <summary>Chance that a correlation is found.</summary>
public static class CorrelationPower
{
    /// <summary><c>Φ((ζ − ζ_c)√(n−3)) + Φ((−ζ − ζ_c)√(n−3))</c>, two-sided, with <c>ζ = artanh r + r/(2(n−1))</c> and ζ_c that of the smallest
    /// correlation the t test finds.</summary>
    /// <param name="correlation">Of the population, strictly between −1 and 1.</param>
    /// <param name="size">People, more than three.</param>
    /// <param name="alpha">Level of the test, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The correlation or the level is out of range.</exception>
    /// <exception cref="NotEstimableException">Fewer than four people.</exception>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., p. 546.</remarks>
    public static double At(double correlation, double size, double alpha)
    {
        TTestPower.RequireShare(alpha, nameof(alpha));
        if (!(Math.Abs(correlation) < 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies strictly between −1 and 1.");
        if (!(size > 3))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var t = StudentT.Quantile(1 - alpha / 2, size - 2);
        var critical = Math.Atanh(Math.Sqrt(t * t / (t * t + size - 2)));
        var expected = Math.Atanh(correlation) + correlation / (2 * (size - 1));
        var root = Math.Sqrt(size - 3);
        return StandardNormal.Cdf((expected - critical) * root) + StandardNormal.Cdf((-expected - critical) * root);
    }
}
