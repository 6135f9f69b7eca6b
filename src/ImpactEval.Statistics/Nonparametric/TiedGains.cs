using System.Buffers;

namespace ImpactEval.Statistics.Nonparametric;

/// <summary>Gains grouped by their size, so that the signed ranks of a resample follow from counting.</summary>
sealed class TiedGains
{
    readonly ZeroRule zeros;
    readonly int sizes;
    readonly bool hasZero;

    /// <summary>Twice the place of the gain's size among all sizes, and one more when it is positive.</summary>
    readonly int[] slots;

    public TiedGains(double[] gains, ZeroRule zeros)
    {
        this.zeros = zeros;
        double[] distinct = [.. gains.Select(Math.Abs).Distinct().Order()];
        (sizes, hasZero) = (distinct.Length, distinct[0] == 0);
        slots = Array.ConvertAll(gains, gain => 2 * Array.BinarySearch(distinct, Math.Abs(gain)) + (gain > 0 ? 1 : 0));
    }

    /// <summary><c>Σ signed ranks / Σ ranks</c> of these people; NaN when no gain is ranked.</summary>
    public double RankBiserial(ReadOnlySpan<int> people)
    {
        var rented = ArrayPool<int>.Shared.Rent(2 * sizes);
        var counts = rented.AsSpan(0, 2 * sizes);
        counts.Clear();
        foreach (var person in people)
            counts[slots[person]]++;

        var (signedSum, ranked) = (0.0, 0);
        if (hasZero && zeros == ZeroRule.Pratt)
            ranked = counts[0];
        for (var size = hasZero ? 1 : 0; size < sizes; size++)
        {
            var (lost, gained) = (counts[2 * size], counts[2 * size + 1]);
            signedSum += (gained - lost) * (ranked + (lost + gained + 1) / 2.0);
            ranked += lost + gained;
        }
        ArrayPool<int>.Shared.Return(rented);
        return signedSum / (ranked * (ranked + 1.0) / 2);
    }
}
