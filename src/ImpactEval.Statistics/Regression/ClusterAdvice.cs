namespace ImpactEval.Statistics.Regression;

/// <summary>Which inference so few clusters can carry.</summary>
public enum ClusterInference
{
    /// <summary>CR2 with Satterthwaite's degrees of freedom.</summary>
    Robust,
    /// <summary>The same, with a warning beside it.</summary>
    RobustWithWarning,
    /// <summary>Randomisation inference, or the wild cluster bootstrap: no robust standard error.</summary>
    Randomisation,
}

/// <summary>How many clusters each arm has, and what follows from it.</summary>
/// <param name="Treated">Clusters with anybody treated.</param>
/// <param name="Comparison">Clusters with anybody in the comparison group.</param>
/// <param name="Total">Clusters in all; one that has both arms counts once.</param>
public sealed record ClusterAdvice(int Treated, int Comparison, int Total)
{
    /// <summary>Fewer in an arm want a warning.</summary>
    public const int FewInArm = 10;

    /// <summary>With fewer in all no robust standard error is to be trusted.</summary>
    public const int TooFewInAll = 6;

    /// <remarks>Cameron and Miller (2015), A practitioner's guide to cluster-robust inference, J. of Human Resources 50, 317–372.</remarks>
    public ClusterInference Inference => Total < TooFewInAll ? ClusterInference.Randomisation
        : Math.Min(Treated, Comparison) < FewInArm ? ClusterInference.RobustWithWarning
        : ClusterInference.Robust;

    /// <param name="treated">Arm of each row.</param>
    /// <param name="clusters">Cluster of each row.</param>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    public static ClusterAdvice Of(IReadOnlyList<bool> treated, IReadOnlyList<int> clusters)
    {
        ArgumentNullException.ThrowIfNull(treated);
        ArgumentNullException.ThrowIfNull(clusters);
        if (treated.Count != clusters.Count)
            throw new ArgumentException($"{clusters.Count} clusters for {treated.Count} rows.", nameof(clusters));
        int Count(bool arm) => clusters.Where((_, row) => treated[row] == arm).Distinct().Count();
        return new ClusterAdvice(Count(true), Count(false), clusters.Distinct().Count());
    }
}
