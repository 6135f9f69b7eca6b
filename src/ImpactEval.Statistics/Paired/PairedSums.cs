using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Paired;

/// <summary>Sums and sums of squares of both waves and of the gains about pivots near their means, from reading the scores once.</summary>
/// <remarks>
/// The pivots are the means of the first block; about them <c>s² = (Σd² − (Σd)²/n)/(n − 1)</c> loses few digits: Chan, Golub and LeVeque (1983),
/// Algorithms for computing the sample variance, The American Statistician 37, 242–247. Four lanes of fixed width in the order of the data, so the
/// last bit is the same on every machine.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
struct PairedSums
{
    /// <summary>Pairs whose sums stay in the lanes; small, so that the lanes lose little.</summary>
    const int BlockSize = 2048;

    CompensatedSum pre, post, gains, squaresPre, squaresPost, squaredGains;
    double pivotPre, pivotPost;

    /// <param name="pre">Scores before; at least one.</param>
    /// <param name="post">As many scores after.</param>
    public static PairedSums Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post)
    {
        var first = Math.Min(BlockSize, pre.Length);
        var sums = new PairedSums { pivotPre = Moments.SumOf(pre[..first]) / first, pivotPost = Moments.SumOf(post[..first]) / first };
        for (var at = 0; at < pre.Length; at += BlockSize)
        {
            var size = Math.Min(BlockSize, pre.Length - at);
            sums.Add(pre.Slice(at, size), post.Slice(at, size));
        }
        return sums;
    }

    /// <param name="n">Pairs that were summed, at least 2.</param>
    public readonly PairedSummary Summary(int n) => new(
        n, pivotPre + pre.Value / n, pivotPost + post.Value / n,
        Variance(squaresPre, pre, n), Variance(squaresPost, post, n), Variance(squaredGains, gains, n));

    static double Variance(CompensatedSum squares, CompensatedSum sum, int n) => Math.Max(0, squares.Value - sum.Value * sum.Value / n) / (n - 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Add(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var (pivotBefore, pivotAfter, pivotGain) = (Vector256.Create(pivotPre), Vector256.Create(pivotPost), Vector256.Create(pivotPost - pivotPre));
        Vector256<double> x = default, y = default, gain = default, xx = default, yy = default, gg = default;
        var lanesBefore = MemoryMarshal.Cast<double, Vector256<double>>(before);
        var lanesAfter = MemoryMarshal.Cast<double, Vector256<double>>(after);
        for (var i = 0; i < lanesBefore.Length && i < lanesAfter.Length; i++)
        {
            var (a, b) = (lanesBefore[i], lanesAfter[i]);
            var (dx, dy, dg) = (a - pivotBefore, b - pivotAfter, b - a - pivotGain);
            x += dx;
            y += dy;
            gain += dg;
            xx += dx * dx;
            yy += dy * dy;
            gg += dg * dg;
        }
        for (var i = lanesBefore.Length * Vector256<double>.Count; i < before.Length; i++)
        {
            var (dx, dy, dg) = (before[i] - pivotPre, after[i] - pivotPost, after[i] - before[i] - (pivotPost - pivotPre));
            x += Vector256.CreateScalar(dx);
            y += Vector256.CreateScalar(dy);
            gain += Vector256.CreateScalar(dg);
            xx += Vector256.CreateScalar(dx * dx);
            yy += Vector256.CreateScalar(dy * dy);
            gg += Vector256.CreateScalar(dg * dg);
        }
        pre.Add(Total(x));
        post.Add(Total(y));
        gains.Add(Total(gain));
        squaresPre.Add(Total(xx));
        squaresPost.Add(Total(yy));
        squaredGains.Add(Total(gg));
    }

    static double Total(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
}
