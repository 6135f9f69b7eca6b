using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Resampling;

/// <summary>p value of a mean difference from the arrangements that chance alone could have made.</summary>
/// <param name="Test">The statistic is the observed mean difference.</param>
/// <param name="Arrangements">All of them when exact, else those drawn.</param>
/// <param name="Exact">Whether all arrangements were counted; else p = (b + 1)/(B + 1).</param>
/// <remarks>Pitman (1937), JRSS Supplement 4, 119–130; Phipson and Smyth (2010), Permutation p-values should never be zero, SAGMB 9, article
/// 39.</remarks>
public sealed record PermutationTest(TestResult Test, long Arrangements, bool Exact)
{
    /// <summary>So many arrangements are counted one by one unless more are asked for.</summary>
    internal const long MostCounted = 1_000_000;

    /// <summary>Sums that differ by less than this share of the sum of all sizes are the same sum.</summary>
    const double Rounding = 1e-12;

    /// <summary>Every gain might as well have had the other sign.</summary>
    /// <param name="pre">Scores before, one per participant; n ≥ 1.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="alternative">Greater: scores rose.</param>
    /// <param name="draws">Arrangements drawn when there are more than a million; 99,999 for a p value that is printed.</param>
    /// <param name="seed">Of Philox4x32-10.</param>
    /// <param name="mostCounted">Up to so many arrangements all of them are counted.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">No pair, or nobody changed.</exception>
    public static PermutationTest Paired(
        Sample pre, Sample post, Alternative alternative, int draws, ulong seed, long mostCounted = MostCounted)
    {
        var gains = Gains.Of(pre, post);
        if (gains.Length == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (gains.All(gain => gain == 0))
            throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);
        var exact = gains.Length < 63 && 1L << gains.Length <= mostCounted;
        var count = new Count(Moments.SumOf(gains), Rounding * gains.Sum(Math.Abs), alternative);
        if (exact)
            CountSigns(gains, 0, 0, count);
        else
            DrawSigns(gains, draws, seed, count);
        return count.Result(Moments.SumOf(gains) / gains.Length, exact);
    }

    /// <summary>Everybody might as well have been in the other group.</summary>
    /// <param name="first">Scores of one group.</param>
    /// <param name="second">Scores of other people.</param>
    /// <param name="alternative">Greater: the first lie above.</param>
    /// <inheritdoc cref="Paired"/>
    /// <exception cref="NotEstimableException">An empty group, or all scores alike.</exception>
    public static PermutationTest Independent(
        Sample first, Sample second, Alternative alternative, int draws, ulong seed, long mostCounted = MostCounted)
    {
        double[] all = [.. first.Values, .. second.Values];
        if (first.Size == 0 || second.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (all.All(score => score == all[0]))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        // With the mean of all taken away, the difference of means is the sum of the first group times a constant.
        var (mean, meanFirst, meanSecond) = (Moments.SumOf(all) / all.Length, Moments.Of(first).Mean, Moments.Of(second).Mean);
        var centred = Array.ConvertAll(all, score => score - mean);
        var exact = Ways(all.Length, first.Size) <= mostCounted;
        var count = new Count(Moments.SumOf(centred.AsSpan(0, first.Size)), Rounding * centred.Sum(Math.Abs), alternative);
        if (exact)
            CountChoices(centred, 0, first.Size, 0, count);
        else
            DrawChoices(centred, first.Size, draws, seed, count);
        return count.Result(meanFirst - meanSecond, exact);
    }

    static void CountSigns(double[] gains, int at, double sum, Count count)
    {
        if (at == gains.Length)
        {
            count.Add(sum);
            return;
        }
        CountSigns(gains, at + 1, sum + gains[at], count);
        CountSigns(gains, at + 1, sum - gains[at], count);
    }

    static void DrawSigns(double[] gains, int draws, ulong seed, Count count)
    {
        var stream = new RandomStream(seed, 0);
        for (var draw = 0; draw < draws; draw++)
        {
            var (sum, bits) = (0.0, 0u);
            for (var i = 0; i < gains.Length; i++)
            {
                bits = i % 32 == 0 ? stream.NextUInt32() : bits >> 1;
                sum += (bits & 1) == 0 ? gains[i] : -gains[i];
            }
            count.Add(sum);
        }
    }

    static void CountChoices(double[] scores, int at, int left, double sum, Count count)
    {
        if (left == 0)
        {
            count.Add(sum);
            return;
        }
        for (var i = at; i <= scores.Length - left; i++)
            CountChoices(scores, i + 1, left - 1, sum + scores[i], count);
    }

    /// <remarks>Fisher and Yates's shuffle, stopped when the first group is full: Knuth (1997), The art of computer programming 2, algorithm
    /// 3.4.2P.</remarks>
    static void DrawChoices(double[] scores, int size, int draws, ulong seed, Count count)
    {
        var stream = new RandomStream(seed, 0);
        var shuffled = scores.ToArray();
        for (var draw = 0; draw < draws; draw++)
        {
            var sum = 0.0;
            for (var i = 0; i < size; i++)
            {
                var other = i + stream.NextInt(shuffled.Length - i);
                (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
                sum += shuffled[i];
            }
            count.Add(sum);
        }
    }

    internal static double Ways(int n, int k)
    {
        var ways = 1.0;
        for (var i = 1; i <= k; i++)
            ways *= (n - k + i) / (double)i;
        return Math.Round(ways);
    }

    /// <summary>How many arrangements are at least as extreme as the observed one.</summary>
    sealed class Count(double observed, double rounding, Alternative alternative)
    {
        long arrangements;
        long extreme;

        public void Add(double sum)
        {
            arrangements++;
            var atLeast = alternative switch
            {
                Alternative.Greater => sum >= observed - rounding,
                Alternative.Less => sum <= observed + rounding,
                _ => Math.Abs(sum) >= Math.Abs(observed) - rounding,
            };
            if (atLeast)
                extreme++;
        }

        public PermutationTest Result(double difference, bool exact)
        {
            var p = exact ? (double)extreme / arrangements : (extreme + 1.0) / (arrangements + 1);
            return new PermutationTest(new TestResult(difference, null, p, alternative), arrangements, exact);
        }
    }
}
