using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Resampling;

/// <summary>What the residuals of a cluster are multiplied by.</summary>
public enum WildWeights
{
    /// <summary>−1 or 1; with up to twelve clusters all 2ᴳ combinations are counted.</summary>
    Rademacher,
    /// <summary>±√½, ±1 or ±√(3/2): more than a few different values when clusters are few.</summary>
    Webb,
}

/// <summary>A coefficient of a linear model whose rows hang together in clusters, judged by the wild cluster bootstrap-t.</summary>
/// <param name="Effect">In units of the response per unit of the column; the interval holds the values that the test does not refute.</param>
/// <param name="Test">Of a coefficient of zero; the statistic is t with CR1 error.</param>
/// <param name="Clusters">G.</param>
/// <param name="Samples">Bootstrap samples: all combinations of signs, or those drawn.</param>
public sealed record WildClusterBootstrap(Estimate Effect, TestResult Test, int Clusters, int Samples)
{
    const int MostCounted = 12;

    /// <summary>Halvings of a bracket: to a 10⁻⁹ of its width.</summary>
    const int Halvings = 30;

    /// <summary>
    /// Residuals of the model with the null hypothesis imposed, times one weight per cluster, make new responses; p is the share of samples with
    /// <c>|t*| ≥ |t|</c>, t with CR1 errors. Of each sample only G sums are needed, so n does not matter.
    /// </summary>
    /// <param name="model">Unweighted or weighted; rows in any order.</param>
    /// <param name="clusters">Cluster of each row, any numbers; at least two.</param>
    /// <param name="label">Name of the column.</param>
    /// <param name="weights">Webb's with fewer than ten clusters.</param>
    /// <param name="level">Coverage of the interval; unbounded where the test refutes nothing far away.</param>
    /// <param name="draws">Samples where combinations are not counted; 9,999 for numbers that are printed.</param>
    /// <param name="seed">Of Philox4x32-10.</param>
    /// <exception cref="ArgumentException">Another number of rows, or no such column.</exception>
    /// <exception cref="NotEstimableException">Fewer than two clusters, or a model that fits without rest.</exception>
    /// <remarks>
    /// Cameron, Gelbach and Miller (2008), Bootstrap-based improvements for inference with clustered errors, Review of Economics and Statistics
    /// 90, 414–427; Webb (2023), Reworking wild bootstrap-based inference for clustered errors, Canadian J. of Economics 56, 839–858; the sums:
    /// Roodman, Nielsen, MacKinnon and Webb (2019), Fast and wild, Stata Journal 19, 4–60. With fewer than four or so treated clusters it too
    /// fails: then <see cref="ClusterRandomisation"/>.
    /// </remarks>
    public static WildClusterBootstrap Of(
        LinearModel model, IReadOnlyList<int> clusters, string label, WildWeights weights, ConfidenceLevel level, int draws, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (clusters.Count != model.Size)
            throw new ArgumentException($"{clusters.Count} clusters for {model.Size} rows.", nameof(clusters));
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        int[][] groups = [.. Enumerable.Range(0, clusters.Count).GroupBy(row => clusters[row]).Select(group => group.ToArray())];
        if (groups.Length < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewClusters);
        var sums = new WildClusterSums(model, groups, model.Design.Position(label));
        var signs = weights == WildWeights.Rademacher && groups.Length <= MostCounted ? AllSigns(groups.Length) : Drawn(groups.Length, weights, draws, seed);
        var (lower, upper) = (Limit(sums, signs, level, -1), Limit(sums, signs, level, 1));
        var effect = new Estimate(sums.Estimate, sums.StandardError, null, model.Size, NamedIntervals.Of(IntervalMethod.WildBootstrap, lower, upper, level));
        var p = sums.PValue(0, signs);
        return new WildClusterBootstrap(effect, new TestResult(sums.T(0), null, p, Alternative.TwoSided), groups.Length, signs.Length);
    }

    /// <summary>Where the p value of a hypothetical effect falls to 1 − level, on one side of the estimate.</summary>
    static double? Limit(WildClusterSums sums, double[][] signs, ConfidenceLevel level, int side)
    {
        var (alpha, step) = (1 - level.Value, sums.StandardError);
        bool IsRefuted(double distance) => sums.PValue(sums.Estimate + side * distance, signs) <= alpha;
        var far = step * StandardNormal.TwoSided(level);
        for (var doublings = 0; !IsRefuted(far); doublings++, far *= 2)
            if (doublings == 12)
                return null;
        var near = 0.0;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = near + (far - near) / 2;
            (near, far) = IsRefuted(middle) ? (near, middle) : (middle, far);
        }
        return sums.Estimate + side * far;
    }

    static double[][] AllSigns(int clusters) =>
        [.. Enumerable.Range(0, 1 << clusters).Select(bits => Enumerable.Range(0, clusters).Select(g => (bits >> g & 1) == 0 ? 1.0 : -1.0).ToArray())];

    static double[][] Drawn(int clusters, WildWeights weights, int draws, ulong seed)
    {
        double[] values = weights == WildWeights.Rademacher ? [-1, 1] : [-Math.Sqrt(1.5), -1, -Math.Sqrt(0.5), Math.Sqrt(0.5), 1, Math.Sqrt(1.5)];
        var stream = new RandomStream(seed, 0);
        double[] Next() => [.. Enumerable.Range(0, clusters).Select(_ => values[stream.NextInt(values.Length)])];
        // The sample as it is counts too, so that p is never zero.
        return [[.. Enumerable.Repeat(1.0, clusters)], .. Enumerable.Range(0, draws).Select(_ => Next())];
    }
}
