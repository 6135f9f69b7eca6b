using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Change;

/// <summary>Which people changed by more than the instrument's error explains.</summary>
/// <param name="StandardErrorOfMeasurement">In score points.</param>
/// <param name="Threshold">Smallest change that counts as reliable, in score points.</param>
/// <param name="Indices">Change over its standard error, person by person.</param>
/// <param name="Risen">Share (0–1) of reliable rises with Wilson's interval.</param>
/// <param name="Fallen">Share of reliable falls.</param>
public sealed record ReliableChange(
    double StandardErrorOfMeasurement, double Threshold, IReadOnlyList<double> Indices, Estimate Risen, Estimate Fallen)
{
    /// <summary>Two-sided 5 %: Φ⁻¹(.975), rounded as Jacobson and Truax did.</summary>
    public const double UsualCriticalValue = 1.96;

    /// <summary><c>RCI = (x₂ − x₁)/(√2·s₁·√(1 − r))</c>; reliable when beyond ± the critical value.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="reliability">Of the instrument, 0 … 1, exclusive of 1; say where it comes from.</param>
    /// <param name="level">Coverage of the intervals of the shares.</param>
    /// <param name="criticalValue">Positive, usually 1.96.</param>
    /// <exception cref="ArgumentException">The samples differ in size, or reliability or critical value is impossible.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, or scores before do not vary.</exception>
    /// <remarks>Jacobson and Truax (1991), Clinical significance, J. of Consulting and Clinical Psychology 59, 12–19.</remarks>
    public static ReliableChange Of(Sample pre, Sample post, double reliability, ConfidenceLevel level, double criticalValue = UsualCriticalValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criticalValue);
        var gains = Gains.Of(pre, post);
        var error = MinimalDifference.StandardErrorOfMeasurement(pre, reliability);
        var ofDifference = Math.Sqrt(2) * error;
        var indices = Array.ConvertAll(gains, gain => gain / ofDifference);
        return new ReliableChange(error, criticalValue * ofDifference, indices,
            ShareEstimate.Wilson(indices.Count(index => index > criticalValue), gains.Length, level),
            ShareEstimate.Wilson(indices.Count(index => index < -criticalValue), gains.Length, level));
    }
}

/// <summary>Differences that matter, as the distribution of scores suggests them when no anchor is at hand.</summary>
public static class MinimalDifference
{
    /// <summary><c>s·√(1 − r)</c>, in score points.</summary>
    /// <param name="scores">n ≥ 2 scores, usually before the training.</param>
    /// <param name="reliability">0 … 1, exclusive of 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reliability is impossible.</exception>
    /// <exception cref="NotEstimableException">Fewer than two scores, or all alike.</exception>
    public static double StandardErrorOfMeasurement(Sample scores, double reliability)
    {
        if (!(reliability >= 0 && reliability < 1))
            throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A reliability lies between 0 and 1 and leaves some error.");
        return ShareOfDeviation(scores, Math.Sqrt(1 - reliability));
    }

    /// <summary>Smallest detectable change of one person at 95 %: <c>1.96·√2·SEM</c>.</summary>
    /// <inheritdoc cref="StandardErrorOfMeasurement"/>
    /// <remarks>Weir (2005), Quantifying test-retest reliability, J. of Strength and Conditioning Research 19, 231–240.</remarks>
    public static double SmallestDetectable(Sample scores, double reliability) =>
        ReliableChange.UsualCriticalValue * Math.Sqrt(2) * StandardErrorOfMeasurement(scores, reliability);

    /// <summary>A share of the standard deviation; one half by Norman et al.</summary>
    /// <exception cref="NotEstimableException">Fewer than two scores, or all alike.</exception>
    /// <remarks>Norman, Sloan and Wyrwich (2003), Interpretation of changes in health-related quality of life, Medical Care 41, 582–592.</remarks>
    public static double ShareOfDeviation(Sample scores, double share)
    {
        if (scores.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var deviation = Moments.Of(scores).StandardDeviation!.Value;
        return deviation > 0 ? share * deviation : throw new NotEstimableException(NotEstimableReason.NoVariation);
    }
}
