using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Resampling;

/// <summary>
/// The bootstrap of paired scores. People are drawn once, their scores of both waves together; all statistics that are functions of the
/// moments (<see cref="PairedSummary"/>) then come from the same resamples.
/// </summary>
/// <remarks>Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 14 (BCa); pairs stay together.</remarks>
public sealed class PairedBootstrap
{
    /// <summary>A variance below this share of the mean square is rounding: everybody drawn has the same score.</summary>
    const double RoundingShare = 1e-13;

    /// <summary>In blocks: one array of ten thousand would be a large object, which costs a collection of the whole heap now and then.</summary>
    readonly PairedSummary[][] drawn;
    readonly PairedSummary[] leftOut;

    PairedBootstrap(PairedSummary all, PairedSummary[][] drawn, PairedSummary[] leftOut) => (All, this.drawn, this.leftOut) = (all, drawn, leftOut);

    internal PairedSummary All { get; }

    internal IEnumerable<PairedSummary> Drawn => drawn.SelectMany(block => block);

    internal IReadOnlyList<PairedSummary> LeftOut => leftOut;

    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same replicates, on any machine and number of threads.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs.</exception>
    public static PairedBootstrap Of(Sample pre, Sample post, int resamples, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        var observed = PairedSummary.Of(pre, post);
        var n = pre.Size;
        // Centred scores, so that sums of squares lose nothing: x, y, x², y² in four lanes of fixed width, (y − x)² beside them.
        var scores = new Vector256<double>[n];
        var squaredGains = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (x, y) = (pre.Values[i] - observed.MeanPre, post.Values[i] - observed.MeanPost);
            scores[i] = Vector256.Create(x, y, x * x, y * y);
            squaredGains[i] = (y - x) * (y - x);
        }

        PairedSummary[][] resampled = [.. Enumerable.Range(0, resamples).Chunk(Resample.BlockSize).Select(block => new PairedSummary[block.Length])];
        new Resample(seed, ResamplingPlan.Persons(n)).ForEach(resamples, (number, people) =>
        {
            var (sums, gains) = Sums(scores, squaredGains, people);
            resampled[number / Resample.BlockSize][number % Resample.BlockSize] = Summary(n, sums, gains, observed);
        });
        return new PairedBootstrap(observed, resampled, LeavingOneOut(scores, squaredGains, observed));
    }

    /// <summary>What a statistic becomes in these resamples.</summary>
    /// <param name="statistic">For instance <see cref="CohensDav.Value"/>; not finite where it has no value.</param>
    /// <exception cref="NotEstimableException">The statistic has no value in more than 5 % of the resamples.</exception>
    public BootstrapReplicates Of(Func<PairedSummary, double> statistic)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        var replicates = new double[drawn.Sum(block => block.Length)];
        var number = 0;
        foreach (var block in drawn)
            foreach (ref readonly var summary in block.AsSpan())
                replicates[number++] = statistic(summary);
        return new(statistic(All), replicates, Array.ConvertAll(leftOut, summary => statistic(summary)));
    }

    /// <summary>Four running sums, so that one addition need not wait for the last; joined in fixed order. People lie below n by the way they are
    /// drawn, so no bound is checked here.</summary>
    static (Vector256<double> Sums, double Gains) Sums(Vector256<double>[] scores, double[] squaredGains, ReadOnlySpan<int> people)
    {
        ref var score = ref MemoryMarshal.GetArrayDataReference(scores);
        ref var gain = ref MemoryMarshal.GetArrayDataReference(squaredGains);
        ref var person = ref MemoryMarshal.GetReference(people);
        var (sums0, sums1, sums2, sums3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (gains0, gains1, gains2, gains3) = (0.0, 0.0, 0.0, 0.0);
        var i = 0;
        for (; i + 3 < people.Length; i += 4)
        {
            nint a = Unsafe.Add(ref person, i), b = Unsafe.Add(ref person, i + 1), c = Unsafe.Add(ref person, i + 2), d = Unsafe.Add(ref person, i + 3);
            sums0 += Unsafe.Add(ref score, a);
            sums1 += Unsafe.Add(ref score, b);
            sums2 += Unsafe.Add(ref score, c);
            sums3 += Unsafe.Add(ref score, d);
            gains0 += Unsafe.Add(ref gain, a);
            gains1 += Unsafe.Add(ref gain, b);
            gains2 += Unsafe.Add(ref gain, c);
            gains3 += Unsafe.Add(ref gain, d);
        }
        for (; i < people.Length; i++)
        {
            sums0 += scores[people[i]];
            gains0 += squaredGains[people[i]];
        }
        return (sums0 + sums1 + (sums2 + sums3), gains0 + gains1 + (gains2 + gains3));
    }

    static PairedSummary[] LeavingOneOut(Vector256<double>[] scores, double[] squaredGains, PairedSummary observed)
    {
        var total = Vector256<double>.Zero;
        var gains = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            total += scores[i];
            gains += squaredGains[i];
        }
        var summaries = new PairedSummary[scores.Length];
        for (var i = 0; i < scores.Length; i++)
            summaries[i] = Summary(scores.Length - 1, total - scores[i], gains - squaredGains[i], observed);
        return summaries;
    }

    static PairedSummary Summary(int n, Vector256<double> sums, double squaredGains, PairedSummary centre)
    {
        var (x, y) = (sums[0], sums[1]);
        return new PairedSummary(n, centre.MeanPre + x / n, centre.MeanPost + y / n, Variance(n, x, sums[2]), Variance(n, y, sums[3]), Variance(n, y - x, squaredGains));
    }

    static double Variance(int n, double sum, double squares)
    {
        var about = squares - sum * sum / n;
        return about > RoundingShare * squares ? about / (n - 1) : 0;
    }
}
