using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>How far one group lies above another by order alone: 1 all above, 0 balance, −1 all below.</summary>
public static class CliffsDelta
{
    /// <summary><c>δ = (#(x &gt; y) − #(x &lt; y))/(n₁n₂)</c> with the consistent variance and the asymmetric interval of Cliff.</summary>
    /// <param name="first">n₁ ≥ 2 scores.</param>
    /// <param name="second">n₂ ≥ 2 scores of other people.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>−1 … 1, no unit; (δ + 1)/2 is the chance that one of the first lies above one of the second, ties one half.</returns>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or all scores alike.</exception>
    /// <remarks>
    /// Cliff (1993), Dominance statistics, Psychological Bulletin 114, 494–509. When the groups do not overlap the variance is 0
    /// and tells nothing: then the limit is <c>±(n − z²)/(n + z²)</c> with n the smaller group, Feng and Cliff (2004), J. of Modern Applied
    /// Statistical Methods 3, 322–332.
    /// </remarks>
    public static Estimate Of(Sample first, Sample second, ConfidenceLevel level)
    {
        if (first.Size < 2 || second.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        double n1 = first.Size, n2 = second.Size;
        var (rows, ties) = Dominance(first, second);
        var (columns, _) = Dominance(second, first);
        var delta = rows.Sum() / (n1 * n2);

        var spreadOfRows = rows.Sum(count => Square(count / n2 - delta)) / (n1 - 1);
        var spreadOfColumns = columns.Sum(count => Square(-count / n1 - delta)) / (n2 - 1);
        var spread = (n1 * n2 - ties - n1 * n2 * delta * delta) / (n1 * n2 - 1);
        var variance = ((n2 - 1) * spreadOfRows + (n1 - 1) * spreadOfColumns + spread) / (n1 * n2);
        var interval = variance > 0
            ? Limits(delta, variance, level)
            : Apart(delta, Math.Min(n1, n2), level);
        return new Estimate(delta, Math.Sqrt(Math.Max(0, variance)), null, first.Size + second.Size, NamedIntervals.Of(interval));
    }

    static ConfidenceInterval Limits(double delta, double variance, ConfidenceLevel level)
    {
        var z = StandardNormal.TwoSided(level);
        var deviation = Math.Sqrt(variance);
        var half = z * deviation * Math.Sqrt(Square(1 - delta * delta) + z * z * variance);
        var (centre, scale) = (delta - delta * delta * delta, 1 - delta * delta + z * z * variance);
        return new ConfidenceInterval(IntervalMethod.ConsistentVariance, Math.Max(-1, (centre - half) / scale), Math.Min(1, (centre + half) / scale), level.Value);
    }

    static ConfidenceInterval Apart(double delta, double smaller, ConfidenceLevel level)
    {
        if (delta == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var z = StandardNormal.TwoSided(level);
        var limit = (smaller - z * z) / (smaller + z * z);
        return new ConfidenceInterval(IntervalMethod.ConsistentVariance, delta > 0 ? limit : -1, delta > 0 ? 1 : -limit, level.Value);
    }

    /// <summary>For each of the first: how many of the second lie below, less those above; and the number of ties of all pairs.</summary>
    static (double[] Counts, double Ties) Dominance(Sample first, Sample second)
    {
        var sorted = Descriptives.Quantile.Sorted(second);
        var ties = 0.0;
        var counts = new double[first.Size];
        for (var i = 0; i < counts.Length; i++)
        {
            var (below, notAbove) = (CountBelow(sorted, first.Values[i], orEqual: false), CountBelow(sorted, first.Values[i], orEqual: true));
            counts[i] = below - (sorted.Length - notAbove);
            ties += notAbove - below;
        }
        return (counts, ties);
    }

    static int CountBelow(double[] sorted, double value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    static double Square(double x) => x * x;
}
