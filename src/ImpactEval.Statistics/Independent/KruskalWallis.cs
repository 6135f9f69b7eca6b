using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Independent;

/// <summary>Do several groups differ by order?</summary>
/// <param name="Test">H corrected for ties, chi-square with k − 1 degrees of freedom.</param>
/// <param name="EpsilonSquared"><c>H/(n − 1)</c>, 0–1.</param>
/// <param name="EtaSquared"><c>(H − k + 1)/(n − k)</c>; may be negative.</param>
public sealed record KruskalWallis(TestResult Test, double EpsilonSquared, double EtaSquared)
{
    /// <summary><c>H = (n−1)·Σnᵢ(R̄ᵢ − R̄)²/Σ(R − R̄)²</c> with mid-ranks.</summary>
    /// <param name="groups">At least two, none empty, more people than groups.</param>
    /// <exception cref="NotEstimableException">Too few groups or people, or all scores alike.</exception>
    /// <remarks>Kruskal and Wallis (1952), JASA 47, 583–621; Tomczak and Tomczak (2014), Trends in Sport Sciences 21, 19–25.</remarks>
    public static KruskalWallis Of(IReadOnlyList<Sample> groups)
    {
        double n = groups.Sum(group => group.Size), k = groups.Count;
        if (k < 2 || groups.Any(group => group.Size == 0) || n <= k)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var ranks = MidRanks.Of(groups.SelectMany(group => group.Values.ToArray()).ToArray());
        var middle = (n + 1) / 2;
        var total = ranks.Sum(rank => (rank - middle) * (rank - middle));
        if (total == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (between, start) = (0.0, 0);
        foreach (var group in groups)
        {
            var distance = ranks.AsSpan(start, group.Size).ToArray().Average() - middle;
            between += group.Size * distance * distance;
            start += group.Size;
        }
        var h = (n - 1) * between / total;
        return new KruskalWallis(new TestResult(h, k - 1, ChiSquare.Upper(h, k - 1), Alternative.TwoSided), h / (n - 1), (h - k + 1) / (n - k));
    }
}
