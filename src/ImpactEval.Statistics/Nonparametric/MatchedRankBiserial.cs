using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>How far rises outweigh falls, by rank of their size: 1 all rose, 0 balance, −1 all fell.</summary>
public static class MatchedRankBiserial
{
    /// <summary><c>r = (R₊ − R₋)/R</c>, the sums of ranks of rises, falls and all; limits by BCa over people.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="zeros">Pratt: people who did not change are ranked and pull r towards 0.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Of Philox4x32-10: same seed, same limits.</param>
    /// <returns>−1 … 1, no unit; positive means scores rose.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs, or nobody changed.</exception>
    /// <remarks>
    /// Kerby (2014), The simple difference formula, Comprehensive Psychology 3, 11.IT.3.1; Pratt (1959), JASA 54, 655–667. When all changed in one
    /// direction every resample says so too; then Wilson's limits of the share (r + 1)/2 of Walsh averages above zero stand in, with n/2 people,
    /// since the variance of such a share is at most twice that of a mean: Hoeffding (1948), Annals of Mathematical Statistics 19, 293–325.
    /// </remarks>
    public static Estimate Of(Sample pre, Sample post, ZeroRule zeros, ConfidenceLevel level, int resamples, ulong seed)
    {
        var gains = Gains.Of(pre, post);
        if (gains.Length < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (gains.All(gain => gain == 0))
            throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);

        var replicates = Bootstrap.Of(gains.Length, new TiedGains(gains, zeros).RankBiserial, resamples, seed);

        var interval = replicates.Bca(level);
        if (interval.Upper <= interval.Lower)
            interval = OneSided(replicates.Observed, gains.Length, level);
        return new Estimate(replicates.Observed, replicates.StandardError, null, gains.Length, NamedIntervals.Of(interval));
    }

    /// <summary>The point alone; 0 when nobody changed and zeros are ranked, NaN when they are dropped.</summary>
    public static double Value(Sample pre, Sample post, ZeroRule zeros)
    {
        var ranks = SignedRanks.Of(pre, post, zeros);
        return ranks.Ranks.Sum() / ranks.RankTotal;
    }

    static ConfidenceInterval OneSided(double r, int size, ConfidenceLevel level)
    {
        var share = ShareEstimate.WilsonLimits((r + 1) / 2 * (size / 2.0), size / 2.0, level);
        return share with { Lower = 2 * share.Lower - 1, Upper = 2 * share.Upper - 1 };
    }
}
