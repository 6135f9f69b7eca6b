using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Shares;

/// <summary>A share of people (0–1) with its interval.</summary>
public static class ShareEstimate
{
    /// <summary><c>(p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n)</c>.</summary>
    /// <param name="successes">0 … n; a tie may count one half.</param>
    /// <param name="size">People, n ≥ 1.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Share 0–1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Successes not within 0 … n.</exception>
    /// <exception cref="NotEstimableException">Nobody was asked.</exception>
    /// <remarks>Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212.</remarks>
    public static Estimate Wilson(double successes, int size, ConfidenceLevel level)
    {
        Require(successes, size);
        var interval = WilsonLimits(successes, size, level);
        return new Estimate(successes / size, StandardError(successes, size), null, size, NamedIntervals.Of(interval));
    }

    /// <summary>The exact interval: quantiles of Beta(x, n−x+1) and Beta(x+1, n−x).</summary>
    /// <param name="successes">0 … n.</param>
    /// <param name="size">People, n ≥ 1.</param>
    /// <param name="level">Least coverage of the two-sided interval.</param>
    /// <returns>Share 0–1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Successes not within 0 … n.</exception>
    /// <exception cref="NotEstimableException">Nobody was asked.</exception>
    /// <remarks>Clopper and Pearson (1934), The use of confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26,
    /// 404–413.</remarks>
    public static Estimate ClopperPearson(int successes, int size, ConfidenceLevel level)
    {
        Require(successes, size);
        var tail = (1 - level.Value) / 2;
        var lower = successes == 0 ? 0 : BetaDistribution.Quantile(tail, successes, size - successes + 1);
        var upper = successes == size ? 1 : BetaDistribution.Quantile(1 - tail, successes + 1, size - successes);
        return new Estimate((double)successes / size, StandardError(successes, size), null, size,
            NamedIntervals.Of(IntervalMethod.ClopperPearson, lower, upper, level));
    }

    /// <summary>Wilson's limits for any effective number of people.</summary>
    internal static ConfidenceInterval WilsonLimits(double successes, double size, ConfidenceLevel level)
    {
        var z = StandardNormal.TwoSided(level);
        var (p, w) = (successes / size, z * z / size);
        var half = z * Math.Sqrt(p * (1 - p) / size + w / (4 * size));
        var lower = successes == 0 ? 0 : (p + w / 2 - half) / (1 + w);
        var upper = successes == size ? 1 : (p + w / 2 + half) / (1 + w);
        return new ConfidenceInterval(IntervalMethod.Wilson, lower, upper, level.Value);
    }

    static double StandardError(double successes, int size) => Math.Sqrt(successes / size * (1 - successes / size) / size);

    static void Require(double successes, int size)
    {
        if (size < 1)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (!(successes >= 0 && successes <= size))
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Successes lie between 0 and {size}.");
    }
}
