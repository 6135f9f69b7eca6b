using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>Differences of trimmed means: a standing check that a few extreme scores do not make the result.</summary>
public static class YuenTest
{
    /// <summary>Trimmed mean of post − that of pre; <c>SE² = (q₁ + q₂ − 2q₁₂)/(h(h−1))</c>, q winsorised sums of squares and products, h people
    /// left.</summary>
    /// <param name="pre">Scores before, one per participant.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="trim">Cut at each end, 0 ≤ trim &lt; ½; 0.2 is usual.</param>
    /// <param name="level">Coverage of the two-sided interval by t with h − 1 degrees of freedom.</param>
    /// <returns>In score points; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size, or the share cut is not in range.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people are left, or nothing varies.</exception>
    /// <remarks>Yuen (1974), The two-sample trimmed t for unequal population variances, Biometrika 61, 165–170; Wilcox (2012), Introduction to
    /// robust estimation and hypothesis testing, 3rd ed., chapter 5.</remarks>
    public static Estimate Paired(Sample pre, Sample post, double trim, ConfidenceLevel level)
    {
        if (pre.Size != post.Size)
            throw new ArgumentException($"{post.Size} post scores for {pre.Size} pre scores.", nameof(post));
        var left = Left(pre.Size, trim);
        var (before, after) = (TrimmedMean.Winsorised(pre, trim), TrimmedMean.Winsorised(post, trim));
        var differences = new Sample(after.Values.ToArray().Zip(before.Values.ToArray(), (one, other) => one - other));
        // q₁ + q₂ − 2q₁₂ is the sum of squares of the differences of the winsorised scores.
        var squares = Moments.Of(differences).Variance!.Value * (pre.Size - 1);
        return Estimated(TrimmedMean.Of(post, trim) - TrimmedMean.Of(pre, trim), squares / (left * (left - 1.0)), left - 1, pre.Size, level);
    }

    /// <summary>Trimmed mean of the first − that of the second; degrees of freedom as Welch's with <c>dᵢ = (nᵢ−1)s²/(hᵢ(hᵢ−1))</c>.</summary>
    /// <param name="first">Scores of one group.</param>
    /// <param name="second">Scores of other people.</param>
    /// <inheritdoc cref="Paired"/>
    public static Estimate Independent(Sample first, Sample second, double trim, ConfidenceLevel level)
    {
        var ((part1, left1), (part2, left2)) = (Part(first, trim), Part(second, trim));
        var variance = part1 + part2;
        var df = variance * variance / (part1 * part1 / (left1 - 1) + part2 * part2 / (left2 - 1));
        return Estimated(TrimmedMean.Of(first, trim) - TrimmedMean.Of(second, trim), variance, df, first.Size + second.Size, level);
    }

    /// <summary>Test of no difference by the estimate's own standard error and degrees of freedom.</summary>
    public static TestResult Test(Estimate difference, Alternative alternative)
    {
        var t = difference.Value / difference.StandardError!.Value;
        return new TestResult(t, difference.DegreesOfFreedom, StudentT.PValue(t, difference.DegreesOfFreedom!.Value, alternative), alternative);
    }

    static (double Variance, int Left) Part(Sample sample, double trim)
    {
        var left = Left(sample.Size, trim);
        return ((sample.Size - 1) * Moments.Of(TrimmedMean.Winsorised(sample, trim)).Variance!.Value / (left * (left - 1.0)), left);
    }

    static int Left(int size, double trim)
    {
        if (!(trim >= 0 && trim < 0.5))
            throw new ArgumentOutOfRangeException(nameof(trim), trim, "The share cut at each end lies between 0 and one half.");
        var left = size - 2 * (int)Math.Floor(trim * size);
        return size >= 2 && left >= 2 ? left : throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }

    static Estimate Estimated(double difference, double variance, double df, int size, ConfidenceLevel level)
    {
        if (!(variance > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var error = Math.Sqrt(variance);
        var margin = StudentT.TwoSided(level, df) * error;
        return new Estimate(difference, error, df, size, NamedIntervals.Of(IntervalMethod.StudentT, difference - margin, difference + margin, level));
    }
}
