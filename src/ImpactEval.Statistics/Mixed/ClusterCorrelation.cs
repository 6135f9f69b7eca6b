namespace ImpactEval.Statistics.Mixed;

/// <summary>How alike members of a cluster are, and what that costs in precision.</summary>
/// <param name="BetweenMeanSquare">Of the one-way analysis of variance, in squared units.</param>
/// <param name="WithinMeanSquare">Of the one-way analysis of variance, in squared units.</param>
/// <param name="EffectiveSize">n₀, the size of equal clusters with the same expectation of the mean square between.</param>
/// <param name="Correlation">Intraclass correlation ρ; may be slightly negative.</param>
/// <param name="MeanSize">Members per cluster.</param>
/// <param name="DesignEffect">Variance relative to a simple random sample when all clusters have the mean size.</param>
/// <param name="DesignEffectOfUnequalSizes">The same for the sizes that are there.</param>
public sealed record ClusterCorrelation(
    double BetweenMeanSquare, double WithinMeanSquare, double EffectiveSize, double Correlation,
    double MeanSize, double DesignEffect, double DesignEffectOfUnequalSizes)
{
    /// <summary>
    /// <c>ρ = (MSB − MSW)/(MSB + (n₀ − 1)MSW)</c>, <c>n₀ = (N − Σn²/N)/(k − 1)</c>; design effects <c>1 + (m̄ − 1)ρ</c> and
    /// <c>1 + ((1 + cv²)m̄ − 1)ρ</c> with the population variance of the sizes in cv.
    /// </summary>
    /// <param name="values">One per member.</param>
    /// <param name="clusters">Cluster of each member; at least two, one of them with two members.</param>
    /// <exception cref="ArgumentException">Values and clusters differ in number.</exception>
    /// <exception cref="NotEstimableException">One cluster, only clusters of one, or no variation.</exception>
    /// <remarks>
    /// Donner, Koval (1980), Biometrics 36, 19–25; Eldridge, Ashby, Kerry (2006), Int. J. Epidemiology 35, 1292–1300.
    /// </remarks>
    public static ClusterCorrelation Of(Sample values, IReadOnlyList<string> clusters)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(clusters);
        MixedModelDesign.RequireRows(nameof(clusters), clusters.Count, values.Size);
        var members = values.Values.ToArray().Zip(clusters).GroupBy(pair => pair.Second, pair => pair.First, StringComparer.Ordinal)
            .Select(group => group.ToArray()).ToArray();
        if (members.Length < 2 || members.Length == values.Size)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        double count = values.Size;
        var mean = members.Sum(group => group.Sum()) / count;
        var between = members.Sum(group => group.Length * Math.Pow(group.Average() - mean, 2)) / (members.Length - 1);
        var within = members.Sum(group => SquaresAbout(group, group.Average())) / (count - members.Length);
        if (between == 0 && within == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var size = (count - (members.Sum(group => (double)group.Length * group.Length) / count)) / (members.Length - 1);
        var correlation = (between - within) / (between + ((size - 1) * within));
        double[] sizes = [.. members.Select(group => (double)group.Length)];
        var meanSize = sizes.Average();
        var unequal = meanSize * (1 + (SquaresAbout(sizes, meanSize) / sizes.Length / (meanSize * meanSize)));
        return new(between, within, size, correlation, meanSize, 1 + ((meanSize - 1) * correlation), 1 + ((unequal - 1) * correlation));
    }

    static double SquaresAbout(double[] values, double centre) => values.Sum(value => (value - centre) * (value - centre));
}
