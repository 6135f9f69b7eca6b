using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>What becomes of people whose score did not change.</summary>
public enum ZeroRule
{
    /// <summary>They are ranked with the others, then left out of both sums.</summary>
    Pratt,
    /// <summary>They are dropped before ranking.</summary>
    Wilcoxon,
}

/// <summary>Ranks of the sizes of paired changes with the signs of the changes.</summary>
/// <param name="Ranks">Signed ranks of the changes that are not zero, in the order of the people.</param>
/// <param name="RankTotal">Sum of all ranks, under Pratt's rule with those of the zeros.</param>
/// <param name="Zeros">People who did not change.</param>
/// <param name="TiedSizes">Changes that repeat the size of an earlier one that is not zero.</param>
/// <remarks>Wilcoxon (1945), Biometrics Bulletin 1(6), 80–83; Pratt (1959), Remarks on zeros and ties in the Wilcoxon signed rank procedures, JASA
/// 54, 655–667.</remarks>
public sealed record SignedRanks(IReadOnlyList<double> Ranks, double RankTotal, int Zeros, int TiedSizes)
{
    /// <summary>Sum of the ranks of rises: V as R prints it.</summary>
    public double PositiveSum => Ranks.Where(rank => rank > 0).Sum();

    /// <summary>Sum of the ranks of falls.</summary>
    public double NegativeSum => -Ranks.Where(rank => rank < 0).Sum();

    /// <summary>Standard deviation of <see cref="PositiveSum"/> when rise and fall are equally likely, given the ranks at hand.</summary>
    public double NullDeviation => Math.Sqrt(Ranks.Sum(rank => rank * rank)) / 2;

    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    public static SignedRanks Of(Sample pre, Sample post, ZeroRule zeros) => Of(Gains.Of(pre, post), zeros);

    internal static SignedRanks Of(double[] gains, ZeroRule zeros)
    {
        var kept = zeros == ZeroRule.Pratt ? gains : [.. gains.Where(gain => gain != 0)];
        var sizes = kept.Select(Math.Abs).ToArray();
        var ranks = MidRanks.Of(sizes);
        var signed = kept.Zip(ranks, (gain, rank) => Math.Sign(gain) * rank).Where(rank => rank != 0).ToArray();
        var changed = sizes.Where(size => size > 0).ToArray();
        return new SignedRanks(signed, ranks.Sum(), gains.Count(gain => gain == 0), changed.Length - changed.Distinct().Count());
    }
}
