using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Descriptives;

/// <summary>How far a sample is from normal. To be shown, never to choose a method by.</summary>
public static class ShapiroWilk
{
    /// <summary>Beyond it the approximation of p was not fitted.</summary>
    const int LargestSize = 5_000;

    // Royston (1995), AS R94: polynomials in 1/√n for the two largest coefficients, in n or ln n for mean and SD of the transformed W.
    static readonly double[] Last = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
    static readonly double[] LastButOne = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
    static readonly double[] MeanSmall = [0.544, -0.39978, 0.025054, -6.714e-4];
    static readonly double[] LogDeviationSmall = [1.3822, -0.77857, 0.062767, -0.0020322];
    static readonly double[] MeanLarge = [-1.5861, -0.31082, -0.083751, 0.0038915];
    static readonly double[] LogDeviationLarge = [-0.4803, -0.082676, 0.0030302];
    static readonly double[] Gamma = [-2.273, 0.459];

    /// <summary><c>W = (Σaᵢx₍ᵢ₎)²/Σ(x − x̄)²</c>; p by Royston's transformation.</summary>
    /// <param name="sample">3 … 5,000 values.</param>
    /// <returns>Statistic W, at most 1; a small p says that the sample is not normal.</returns>
    /// <exception cref="ArgumentException">More than 5,000 values.</exception>
    /// <exception cref="NotEstimableException">Fewer than three values, or all alike.</exception>
    /// <remarks>Shapiro and Wilk (1965), Biometrika 52, 591–611; Royston (1995), Remark AS R94, Applied Statistics 44, 547–551.</remarks>
    public static TestResult Of(Sample sample)
    {
        var n = sample.Size;
        if (n > LargestSize)
            throw new ArgumentException($"{n} values; the p value is known for at most {LargestSize}.", nameof(sample));
        if (n < 3)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var sorted = Quantile.Sorted(sample);
        if (sorted[0] == sorted[^1])
            throw new NotEstimableException(NotEstimableReason.NoVariation);

        var weights = Weights(n);
        var mean = Moments.SumOf(sorted) / n;
        var numerator = 0.0;
        for (var i = 0; i < weights.Length; i++)
            numerator += weights[i] * (sorted[n - 1 - i] - sorted[i]);
        var w = Math.Min(1, numerator * numerator / Moments.SumOfSquares(sorted, mean));
        return new TestResult(w, null, PValue(w, n), Alternative.TwoSided);
    }

    /// <summary>Weights of largest − smallest, the next ones, and so on.</summary>
    static double[] Weights(int n)
    {
        if (n == 3)
            return [Math.Sqrt(0.5)];
        var half = n / 2;
        var m = Enumerable.Range(1, half).Select(i => -StandardNormal.Quantile((i - 0.375) / (n + 0.25))).ToArray();
        var squares = 2 * m.Sum(score => score * score);
        var u = 1 / Math.Sqrt(n);
        var a = new double[half];
        a[0] = Polynomial(Last, u) + m[0] / Math.Sqrt(squares);
        var fixedOnes = n > 5 ? 2 : 1;
        if (fixedOnes == 2)
            a[1] = Polynomial(LastButOne, u) + m[1] / Math.Sqrt(squares);
        var left = 1 - 2 * a.Take(fixedOnes).Sum(weight => weight * weight);
        var scale = Math.Sqrt((squares - 2 * m.Take(fixedOnes).Sum(score => score * score)) / left);
        for (var i = fixedOnes; i < half; i++)
            a[i] = m[i] / scale;
        return a;
    }

    static double PValue(double w, int n)
    {
        // Exact for three values: Shapiro and Wilk (1965).
        if (n == 3)
            return Math.Max(0, 6 / Math.PI * (Math.Asin(Math.Sqrt(w)) - Math.Asin(Math.Sqrt(0.75))));
        var y = Math.Log(1 - w);
        var logN = Math.Log(n);
        if (n > 11)
            return StandardNormal.Upper((y - Polynomial(MeanLarge, logN)) / Math.Exp(Polynomial(LogDeviationLarge, logN)));
        var gamma = Polynomial(Gamma, n);
        return y >= gamma ? 0 : StandardNormal.Upper((-Math.Log(gamma - y) - Polynomial(MeanSmall, n)) / Math.Exp(Polynomial(LogDeviationSmall, n)));
    }

    static double Polynomial(double[] coefficients, double x)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            value = value * x + coefficients[i];
        return value;
    }
}
