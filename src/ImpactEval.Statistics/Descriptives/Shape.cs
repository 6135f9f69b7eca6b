namespace ImpactEval.Statistics.Descriptives;

/// <summary>Three definitions in use: 1 as SciPy prints (g), 2 as SPSS and jamovi print (G), 3 as psych and Minitab print (b).</summary>
public enum ShapeType { Moment = 1, Unbiased = 2, SampleVariance = 3 }

/// <summary>Skewness and excess kurtosis of a sample; no unit, 0 for normal data.</summary>
/// <remarks>Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47, 183–189.</remarks>
public static class Shape
{
    /// <summary><c>g₁ = m₃/m₂^{3/2}</c>; <c>G₁ = g₁√(n(n−1))/(n−2)</c>; <c>b₁ = g₁((n−1)/n)^{3/2}</c>. Positive: the long tail is above.</summary>
    /// <exception cref="NotEstimableException">Fewer than three values, or all alike.</exception>
    public static double Skewness(Sample sample, ShapeType type = ShapeType.Unbiased)
    {
        var (n, m2, m3, _) = CentralMoments(sample, least: 3);
        var g = m3 / Math.Pow(m2, 1.5);
        return type switch
        {
            ShapeType.Moment => g,
            ShapeType.Unbiased => g * Math.Sqrt(n * (n - 1)) / (n - 2),
            _ => g * Math.Pow((n - 1) / n, 1.5),
        };
    }

    /// <summary><c>g₂ = m₄/m₂² − 3</c>; <c>G₂ = ((n+1)g₂ + 6)(n−1)/((n−2)(n−3))</c>; <c>b₂ = (g₂ + 3)(1 − 1/n)² − 3</c>.</summary>
    /// <exception cref="NotEstimableException">Fewer than four values, or all alike.</exception>
    public static double Kurtosis(Sample sample, ShapeType type = ShapeType.Unbiased)
    {
        var (n, m2, _, m4) = CentralMoments(sample, least: 4);
        var g = m4 / (m2 * m2) - 3;
        return type switch
        {
            ShapeType.Moment => g,
            ShapeType.Unbiased => ((n + 1) * g + 6) * (n - 1) / ((n - 2) * (n - 3)),
            _ => (g + 3) * (1 - 1 / n) * (1 - 1 / n) - 3,
        };
    }

    static (double N, double M2, double M3, double M4) CentralMoments(Sample sample, int least)
    {
        if (sample.Size < least)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var moments = Moments.Of(sample);
        if (moments.Variance == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (m2, m3, m4) = (0.0, 0.0, 0.0);
        foreach (var value in sample.Values)
        {
            var deviation = value - moments.Mean;
            var square = deviation * deviation;
            m2 += square;
            m3 += square * deviation;
            m4 += square * square;
        }
        return (sample.Size, m2 / sample.Size, m3 / sample.Size, m4 / sample.Size);
    }
}
