namespace ImpactEval.Statistics.Descriptives;

/// <summary>Means that a few extreme values cannot move.</summary>
public static class TrimmedMean
{
    /// <summary>Mean without the ⌊share·n⌋ smallest and largest values.</summary>
    /// <param name="sample">At least one value.</param>
    /// <param name="share">Cut at each end, 0 ≤ share &lt; ½.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in range.</exception>
    /// <exception cref="NotEstimableException">No value at all.</exception>
    /// <remarks>Tukey and McLaughlin (1963), Less vulnerable confidence and significance procedures, Sankhya A 25, 331–352.</remarks>
    public static double Of(Sample sample, double share)
    {
        var (sorted, cut) = Prepared(sample, share);
        return Moments.SumOf(sorted.AsSpan(cut..^cut)) / (sorted.Length - 2 * cut);
    }

    /// <summary>The sample with the ⌊share·n⌋ smallest and largest values moved to the next one inside, in its own order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in range.</exception>
    /// <exception cref="NotEstimableException">No value at all.</exception>
    public static Sample Winsorised(Sample sample, double share)
    {
        var (sorted, cut) = Prepared(sample, share);
        return new Sample(sample.Values.ToArray().Select(value => Math.Clamp(value, sorted[cut], sorted[^(cut + 1)])));
    }

    static (double[] Sorted, int Cut) Prepared(Sample sample, double share)
    {
        if (!(share >= 0 && share < 0.5))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share cut at each end lies between 0 and one half.");
        if (sample.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return (Quantile.Sorted(sample), (int)Math.Floor(share * sample.Size));
    }
}
