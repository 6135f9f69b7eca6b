using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>A typical change that a few extreme ones cannot move: the pseudomedian.</summary>
public static class HodgesLehmann
{
    /// <summary>Median of the Walsh averages <c>(dᵢ + dⱼ)/2</c>, i ≤ j.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 1.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <returns>In score points; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">No pair.</exception>
    /// <remarks>
    /// Hodges and Lehmann (1963), Estimates of location based on rank tests, Annals of Mathematical Statistics 34, 598–611. R's
    /// <c>wilcox.test(exact = FALSE)</c> prints a root of the normal approximation instead.
    /// </remarks>
    public static double OfChange(Sample pre, Sample post)
    {
        var gains = Gains.Of(pre, post);
        if (gains.Length == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        Array.Sort(gains);
        var count = gains.Length * (gains.Length + 1L) / 2;
        var (lower, upper) = (Walsh(gains, (count + 1) / 2), Walsh(gains, count / 2 + 1));
        return lower == upper ? lower : lower + (upper - lower) / 2;
    }

    /// <summary>The k-th smallest Walsh average, k from 1: bisection over the doubles in their order, so that it is exact without listing n² of
    /// them.</summary>
    static double Walsh(double[] sorted, long k)
    {
        var (low, high) = (Ordinal(sorted[0]), Ordinal(sorted[^1]));
        while (low < high)
        {
            var middle = low + (long)((ulong)(high - low) >> 1);
            if (CountUpTo(sorted, Number(middle)) >= k)
                high = middle;
            else
                low = middle + 1;
        }
        return Number(low);
    }

    static long CountUpTo(double[] sorted, double limit)
    {
        var count = 0L;
        var last = sorted.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            while (last >= i && (sorted[i] + sorted[last]) / 2 > limit)
                last--;
            count += last - i + 1;
        }
        return count;
    }

    /// <summary>Position of a double among all doubles: the sign turns the order of the bits.</summary>
    static long Ordinal(double value) =>
        BitConverter.DoubleToInt64Bits(value) is var bits && bits < 0 ? long.MinValue - bits : bits;

    static double Number(long ordinal) => BitConverter.Int64BitsToDouble(ordinal < 0 ? long.MinValue - ordinal : ordinal);
}
