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

    /// <summary>The pseudomedian between two Walsh averages: those shifts that the signed-rank test does not refute.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 1.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="level">Least coverage of the two-sided interval; unbounded where so few people cannot reach it (95 % needs six).</param>
    /// <returns>In score points; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">No pair.</exception>
    /// <remarks>
    /// Hollander and Wolfe (1999), Nonparametric statistical methods, 2nd ed., section 3.3; that it covers at least as often when scores are
    /// tied: Noether (1967), Wilcoxon confidence intervals for location parameters in the discrete case, JASA 62, 184–188. Beyond 200 people
    /// the rank comes from the normal approximation.
    /// </remarks>
    public static Estimate OfChange(Sample pre, Sample post, ConfidenceLevel level)
    {
        var value = OfChange(pre, post);
        var gains = Gains.Of(pre, post);
        Array.Sort(gains);
        long n = gains.Length, count = n * (n + 1) / 2;
        var rank = n <= MostExact ? ExactRank(gains.Length, level) : InvertedRank.Approximate(count / 2.0, n * (n + 1.0) * (2 * n + 1) / 24, level);
        double? lower = rank > 0 ? Walsh(gains, rank) : null, upper = rank > 0 ? Walsh(gains, count + 1 - rank) : null;
        return new Estimate(value, null, null, gains.Length, NamedIntervals.Of(IntervalMethod.RankInversion, lower, upper, level));
    }

    /// <summary>So many people have the exact distribution of their signed ranks listed.</summary>
    const int MostExact = 200;

    static long ExactRank(int size, ConfidenceLevel level)
    {
        var distribution = SignedRankDistribution.Of([.. Enumerable.Range(1, size)]);
        return InvertedRank.Exact(distribution.AtMost, size * (size + 1) / 2, level);
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
