namespace ImpactEval.Statistics.Nonparametric;

/// <summary>The sum of k scores drawn without replacement from given whole numbers: the null distribution of the rank sum.</summary>
public sealed class RankSumDistribution
{
    /// <summary>Scores are whole: a limit reached up to this is reached.</summary>
    const double Rounding = 1e-6;

    readonly double[] probabilities;

    RankSumDistribution(double[] probabilities) => this.probabilities = probabilities;

    /// <param name="scores">Ranks, or twice the ranks where ties make halves; none negative.</param>
    /// <param name="drawn">How many of them are drawn.</param>
    public static RankSumDistribution Of(IReadOnlyList<int> scores, int drawn)
    {
        var largest = scores.OrderDescending().Take(drawn).Sum();
        // ways[k][s]: share of the ways so far that drew k scores with sum s, over all ways to draw `drawn` of all.
        var ways = new double[drawn + 1][];
        for (var k = 0; k <= drawn; k++)
            ways[k] = new double[largest + 1];
        ways[0][0] = 1;
        for (var seen = 0; seen < scores.Count; seen++)
        {
            for (var k = Math.Min(drawn, seen + 1); k >= 1; k--)
                for (var sum = largest; sum >= scores[seen]; sum--)
                    ways[k][sum] += ways[k - 1][sum - scores[seen]];
        }
        var total = ways[drawn].Sum();
        return new RankSumDistribution(Array.ConvertAll(ways[drawn], count => count / total));
    }

    /// <summary>P(sum ≤ s).</summary>
    public double AtMost(double sum) => Math.Min(1, probabilities.Take((int)Math.Floor(sum + Rounding) + 1).Sum());

    /// <summary>P(sum ≥ s).</summary>
    public double AtLeast(double sum) => Math.Min(1, probabilities.Skip(Math.Max(0, (int)Math.Ceiling(sum - Rounding))).Reverse().Sum());
}
