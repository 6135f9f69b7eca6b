using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Descriptives;

/// <summary>The mean of a sample with its t interval.</summary>
public static class SampleMean
{
    /// <summary><c>x̄ ± t(n−1; (1+level)/2) · s/√n</c>.</summary>
    /// <param name="sample">n ≥ 2 values.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>In the units of the data.</returns>
    /// <exception cref="NotEstimableException">Fewer than two values.</exception>
    /// <remarks>Student (1908), The probable error of a mean, Biometrika 6(1), 1–25.</remarks>
    public static Estimate Of(Sample sample, ConfidenceLevel level)
    {
        var n = sample.Size;
        if (n < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var moments = Moments.Of(sample);
        var standardError = moments.StandardDeviation!.Value / Math.Sqrt(n);
        var margin = StudentT.TwoSided(level, n - 1) * standardError;
        return new Estimate(moments.Mean, standardError, n - 1, n, NamedIntervals.Of(IntervalMethod.StudentT, moments.Mean - margin, moments.Mean + margin, level));
    }
}
