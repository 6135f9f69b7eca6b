using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Shares;

/// <summary>Shares of the people (0–1) whose score rose, stayed or fell, each with Wilson's interval.</summary>
public static class ChangedShare
{
    /// <summary>Scores are decimal fractions kept in binary: 3.4 − 3.2 falls short of 0.2 by 2e-16.</summary>
    const double RoundingShare = 1e-12;

    /// <summary>Share with post &gt; pre.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 1.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">No pair.</exception>
    public static Estimate Improved(Sample pre, Sample post, ConfidenceLevel level) => Of(pre, post, gain => gain > 0, level);

    /// <summary>Share with post &lt; pre.</summary>
    /// <inheritdoc cref="Improved"/>
    public static Estimate Worsened(Sample pre, Sample post, ConfidenceLevel level) => Of(pre, post, gain => gain < 0, level);

    /// <summary>Share with post = pre.</summary>
    /// <inheritdoc cref="Improved"/>
    public static Estimate Unchanged(Sample pre, Sample post, ConfidenceLevel level) => Of(pre, post, gain => gain == 0, level);

    /// <summary>Share with post − pre ≥ <paramref name="difference"/>, the smallest one that matters.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 1.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="difference">Positive, in score points.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="ArgumentException">The samples differ in size, or the difference is not positive.</exception>
    /// <exception cref="NotEstimableException">No pair.</exception>
    public static Estimate ImprovedByAtLeast(Sample pre, Sample post, double difference, ConfidenceLevel level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(difference);
        var scale = Math.Max(Largest(pre), Largest(post));
        return Of(pre, post, gain => gain >= difference - RoundingShare * scale, level);
    }

    static Estimate Of(Sample pre, Sample post, Func<double, bool> counts, ConfidenceLevel level)
    {
        var gains = Gains.Of(pre, post);
        return ShareEstimate.Wilson(gains.Count(counts), gains.Length, level);
    }

    static double Largest(Sample sample) => sample.Size == 0 ? 0 : sample.Values.ToArray().Max(Math.Abs);
}
