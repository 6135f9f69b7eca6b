namespace ImpactEval.Statistics.Nonparametric;

/// <summary>The sum of those of given whole numbers that a fair coin chooses: the null distribution of the signed-rank sum.</summary>
public sealed class SignedRankDistribution
{
    readonly double[] probabilities;

    SignedRankDistribution(double[] probabilities) => this.probabilities = probabilities;

    /// <param name="scores">Ranks, or twice the ranks where ties make halves; none negative.</param>
    public static SignedRankDistribution Of(IReadOnlyList<int> scores)
    {
        var chances = new double[scores.Sum() + 1];
        chances[0] = 1;
        var reached = 0;
        foreach (var score in scores)
        {
            for (var sum = reached; sum >= 0; sum--)
            {
                chances[sum] /= 2;
                if (score > 0)
                    chances[sum + score] += chances[sum];
                else
                    chances[sum] *= 2;
            }
            reached += score;
        }
        return new SignedRankDistribution(chances);
    }

    /// <summary>P(sum ≤ s).</summary>
    public double AtMost(int sum) => Math.Min(1, probabilities.Take(sum + 1).Sum());

    /// <summary>P(sum ≥ s).</summary>
    public double AtLeast(int sum) => Math.Min(1, probabilities.Skip(Math.Max(0, sum)).Reverse().Sum());
}
