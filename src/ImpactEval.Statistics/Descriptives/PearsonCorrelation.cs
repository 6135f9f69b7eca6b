using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Descriptives;

/// <summary>How closely two scores of the same people follow a straight line.</summary>
public static class PearsonCorrelation
{
    /// <summary><c>r</c> with limits <c>tanh(artanh r ± z/√(n−3))</c>.</summary>
    /// <param name="x">One score per person; n ≥ 3.</param>
    /// <param name="y">The other score, same people in the same order.</param>
    /// <param name="level">Coverage of the two-sided interval; with n = 3, or when all points lie on a line, nothing bounds it but ±1.</param>
    /// <returns>−1 … 1, no unit.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than three pairs, or one score does not vary.</exception>
    /// <remarks>Fisher (1921), On the "probable error" of a coefficient of correlation, Metron 1, 3–32.</remarks>
    public static Estimate Of(Sample x, Sample y, ConfidenceLevel level)
    {
        var r = Coefficient(x, y);
        var n = x.Size;
        var margin = n > 3 ? StandardNormal.TwoSided(level) / Math.Sqrt(n - 3) : double.PositiveInfinity;
        var exact = Math.Abs(r) >= 1;
        var (lower, upper) = exact ? (-1, 1) : (Math.Tanh(Math.Atanh(r) - margin), Math.Tanh(Math.Atanh(r) + margin));
        return new Estimate(r, null, n - 2, n, NamedIntervals.Of(IntervalMethod.FisherZ, lower, upper, level));
    }

    /// <summary><c>t = r√((n−2)/(1−r²))</c> against no correlation.</summary>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than three pairs, one score does not vary, or all points lie on a line, so that nothing is left
    /// to judge by.</exception>
    public static TestResult Test(Sample x, Sample y, Alternative alternative)
    {
        var r = Coefficient(x, y);
        if (Math.Abs(r) >= 1)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var t = r * Math.Sqrt((x.Size - 2) / ((1 - r) * (1 + r)));
        return new TestResult(t, x.Size - 2, StudentT.PValue(t, x.Size - 2, alternative), alternative);
    }

    /// <summary>Do two groups of different people correlate alike? <c>z = (artanh r₁ − artanh r₂)/√(1/(n₁−3) + 1/(n₂−3))</c>.</summary>
    /// <param name="first">r of one group, −1 &lt; r &lt; 1.</param>
    /// <param name="firstSize">People of that group, more than three.</param>
    /// <param name="second">r of the other group.</param>
    /// <param name="secondSize">People of the other group, more than three.</param>
    /// <exception cref="NotEstimableException">Fewer than four people in a group, or all points of one lie on a line.</exception>
    /// <remarks>Fisher (1921), Metron 1, 3–32.</remarks>
    public static TestResult Difference(double first, int firstSize, double second, int secondSize)
    {
        if (firstSize < 4 || secondSize < 4)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (!(Math.Abs(first) < 1 && Math.Abs(second) < 1))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var z = (Math.Atanh(first) - Math.Atanh(second)) / Math.Sqrt(1.0 / (firstSize - 3) + 1.0 / (secondSize - 3));
        return new TestResult(z, null, StandardNormal.PValue(z, Alternative.TwoSided), Alternative.TwoSided);
    }

    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than three pairs, or one score does not vary.</exception>
    public static double Coefficient(Sample x, Sample y)
    {
        if (x.Size != y.Size)
            throw new ArgumentException($"{y.Size} values of y for {x.Size} of x.", nameof(y));
        if (x.Size < 3)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return Of(x.Values, y.Values) ?? throw new NotEstimableException(NotEstimableReason.NoVariation);
    }

    /// <summary>Null when one of the two does not vary.</summary>
    internal static double? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (meanX, meanY) = (Moments.SumOf(x) / x.Length, Moments.SumOf(y) / y.Length);
        var products = 0.0;
        for (var i = 0; i < x.Length; i++)
            products += (x[i] - meanX) * (y[i] - meanY);
        var scale = Math.Sqrt(Moments.SumOfSquares(x, meanX)) * Math.Sqrt(Moments.SumOfSquares(y, meanY));
        return scale > 0 ? Math.Clamp(products / scale, -1, 1) : null;
    }
}
