namespace ImpactEval.Statistics.Descriptives;

/// <summary>Size, sum, mean and variance of a sample in the units of the data (variance: squared).</summary>
/// <param name="Variance">With n − 1; null for a single value.</param>
/// <remarks>
/// Two passes with a <see cref="CompensatedSum"/>: Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance, The American
/// Statistician 37, 242–247 (corrected two-pass).
/// Always in the order of the data, so the last bit is the same everywhere.
/// </remarks>
public sealed record Moments(int Size, double Sum, double Mean, double? Variance)
{
    /// <summary>Values of any unit that spread by less than 10⁻⁵⁰ do not vary; powers of such a spread would leave the range of doubles.</summary>
    const double LeastSumOfSquares = 1e-100;

    /// <summary>With n − 1; null for a single value.</summary>
    public double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <exception cref="NotEstimableException">No value at all.</exception>
    public static Moments Of(Sample sample)
    {
        if (sample.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var sum = SumOf(sample.Values);
        var mean = sum / sample.Size;
        return new Moments(sample.Size, sum, mean, sample.Size < 2 ? null : SumOfSquares(sample.Values, mean) / (sample.Size - 1));
    }

    /// <summary>The sum without the rounding errors of its steps.</summary>
    internal static double SumOf(ReadOnlySpan<double> values)
    {
        var sum = default(CompensatedSum);
        foreach (var value in values)
            sum.Add(value);
        return sum.Value;
    }

    /// <summary><c>Σ(x − m)² − (Σ(x − m))²/n</c>; the second part takes away what rounding left in the mean.</summary>
    internal static double SumOfSquares(ReadOnlySpan<double> values, double mean)
    {
        var (squares, sum) = (0.0, 0.0);
        foreach (var value in values)
        {
            var deviation = value - mean;
            squares += deviation * deviation;
            sum += deviation;
        }
        var about = squares - sum * sum / values.Length;
        return about > LeastSumOfSquares ? about : 0;
    }
}
