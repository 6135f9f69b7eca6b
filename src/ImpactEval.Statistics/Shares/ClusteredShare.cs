using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Shares;

/// <summary>A share of answers (0–1) when one person gives several: people are the independent units, not answers.</summary>
public static class ClusteredShare
{
    /// <summary>
    /// <c>p = Σy/Σm</c> over the clusters, <c>SE² = G/(G−1) · Σ(y − p·m)²/(Σm)²</c>, limits by t with G − 1 degrees of freedom, kept within 0–1.
    /// When all clusters have the same share the SE is 0 and tells nothing: then Wilson's limits with the clusters as people.
    /// </summary>
    /// <param name="successes">Answers that count, of each person; 0 … size.</param>
    /// <param name="sizes">Answers of each person, at least one; same order.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Share of the answers; <see cref="Estimate.Size"/> counts answers.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or a count is impossible.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people.</exception>
    /// <remarks>Cochran (1977), Sampling techniques, 3rd ed. (ratio estimator); Rao and Scott (1992), Biometrics 48,
    /// 577–585.</remarks>
    public static Estimate Of(IReadOnlyList<int> successes, IReadOnlyList<int> sizes, ConfidenceLevel level)
    {
        Require(successes, sizes);
        var clusters = sizes.Count;
        var total = sizes.Sum(size => (long)size);
        var share = successes.Sum(count => (double)count) / total;
        var squares = successes.Zip(sizes, (count, size) => count - share * size).Sum(residual => residual * residual);
        var standardError = Math.Sqrt(squares * clusters / (clusters - 1)) / total;

        var margin = StudentT.TwoSided(level, clusters - 1) * standardError;
        var interval = margin > 0
            ? new ConfidenceInterval(IntervalMethod.ClusterRobust, Math.Max(0, share - margin), Math.Min(1, share + margin), level.Value)
            : ShareEstimate.WilsonLimits(share * clusters, clusters, level);
        return new Estimate(share, standardError, clusters - 1, (int)total, NamedIntervals.Of(interval));
    }

    static void Require(IReadOnlyList<int> successes, IReadOnlyList<int> sizes)
    {
        if (successes.Count != sizes.Count)
            throw new ArgumentException($"{successes.Count} counts for {sizes.Count} people.", nameof(successes));
        for (var i = 0; i < sizes.Count; i++)
            if (sizes[i] < 1 || successes[i] < 0 || successes[i] > sizes[i])
                throw new ArgumentException($"Person {i} has {successes[i]} of {sizes[i]} answers.", nameof(successes));
        if (sizes.Count < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }
}
