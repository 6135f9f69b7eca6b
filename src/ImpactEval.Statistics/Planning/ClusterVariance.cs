using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Planning;

/// <summary>How alike people of one cluster are: the intraclass correlation of past data, from which new studies are planned.</summary>
/// <param name="Clusters">J.</param>
/// <param name="MeanSize">Mean size of a cluster.</param>
/// <param name="MeanSquareBetween">In squared units of the data.</param>
/// <param name="MeanSquareWithin">In squared units of the data.</param>
/// <param name="EffectiveSize">n₀ = (N − Σn²/N)/(J − 1).</param>
/// <param name="IntraclassCorrelation">(B − W)/(B + (n₀ − 1)W); may be a little below 0, to be read as 0.</param>
/// <param name="DesignEffect">With clusters of the mean size.</param>
/// <param name="DesignEffectOfUnequalSizes">With the variation of the sizes, <c>1 + (m̄(1 + cv²) − 1)ρ</c>.</param>
public sealed record ClusterVariance(
    int Clusters, double MeanSize, double MeanSquareBetween, double MeanSquareWithin, double EffectiveSize,
    double IntraclassCorrelation, double DesignEffect, double DesignEffectOfUnequalSizes)
{
    /// <param name="clusters">Scores by cluster; J ≥ 2, one of them with two people at least.</param>
    /// <exception cref="NotEstimableException">Fewer than two clusters, an empty one, only single people, or no variation.</exception>
    /// <remarks>Donner and Koval (1980), The estimation of intraclass correlation in the analysis of family data, Biometrics 36, 19–25; Eldridge,
    /// Ashby and Kerry (2006), Sample size for cluster randomized trials, International Journal of Epidemiology 35, 1292–1300.</remarks>
    public static ClusterVariance Of(IReadOnlyList<Sample> clusters)
    {
        double n = clusters.Sum(cluster => cluster.Size), k = clusters.Count;
        if (k < 2 || n <= k)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (clusters.Any(cluster => cluster.Size == 0))
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
        var moments = clusters.Select(Moments.Of).ToArray();
        var mean = Moments.SumOf([.. moments.Select(one => one.Sum)]) / n;
        var between = moments.Sum(one => one.Size * (one.Mean - mean) * (one.Mean - mean)) / (k - 1);
        var within = moments.Sum(one => (one.Variance ?? 0) * (one.Size - 1)) / (n - k);
        if (!(between + within > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var effective = (n - moments.Sum(one => (double)one.Size * one.Size) / n) / (k - 1);
        var icc = (between - within) / (between + (effective - 1) * within);
        var size = n / k;
        var squaredVariation = moments.Sum(one => (one.Size - size) * (one.Size - size)) / k / (size * size);
        return new ClusterVariance(
            clusters.Count, size, between, within, effective, icc, 1 + (size - 1) * icc, 1 + (size * (1 + squaredVariation) - 1) * icc);
    }
}
