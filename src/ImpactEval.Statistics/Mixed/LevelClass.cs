using System.Runtime.InteropServices;

namespace ImpactEval.Statistics.Mixed;

/// <summary>
/// Levels of the main grouping whose own products are the same and that touch the same border columns, such as people measured at the same
/// waves in the same site: one factorisation serves them all.
/// </summary>
/// <param name="Count">How many levels.</param>
/// <param name="Own"><c>ZᵀZ</c> of each of them, by rows.</param>
/// <param name="Touched">Border columns, by grouping, each grouping in blocks; the last ones are touched by all.</param>
/// <param name="Cross">
/// <c>Zᵀ[touched]</c> of each level, by rows; where levels are many, fewer matrices with the same sum of outer products, which is all that the
/// likelihood knows of them.
/// </param>
sealed record LevelClass(int Count, double[] Own, int[] Touched, double[][] Cross)
{
    /// <summary>A direction with less than this share of the largest carries rounding only.</summary>
    const double Negligible = 1e-15;

    public static LevelClass[] Of(double[][] own, int[][] touched, double[][] cross) =>
    [
        .. Enumerable.Range(0, own.Length)
            .GroupBy(level => level, new SameBlocks(own, touched))
            .Select(levels => new LevelClass(levels.Count(), own[levels.Key], touched[levels.Key], Condensed([.. levels.Select(level => cross[level])]))),
    ];

    /// <summary>At most as many vectors as they have elements, with the same <c>Σ vvᵀ</c>: Cholesky's factor with pivots.</summary>
    static double[][] Condensed(double[][] vectors)
    {
        var size = vectors[0].Length;
        if (vectors.Length <= size)
            return vectors;
        var sum = new double[size, size];
        foreach (var vector in vectors)
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    sum[i, j] += vector[i] * vector[j];
        var factors = new List<double[]>();
        var largest = Enumerable.Range(0, size).Max(i => sum[i, i]);
        while (factors.Count < size)
        {
            var pivot = Enumerable.Range(0, size).MaxBy(i => sum[i, i]);
            if (!(sum[pivot, pivot] > Negligible * largest))
                break;
            var root = Math.Sqrt(sum[pivot, pivot]);
            var factor = Enumerable.Range(0, size).Select(i => sum[i, pivot] / root).ToArray();
            factors.Add(factor);
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    sum[i, j] -= factor[i] * factor[j];
            for (var i = 0; i < size; i++)
                sum[pivot, i] = sum[i, pivot] = 0;
        }
        return [.. factors];
    }

    sealed class SameBlocks(double[][] own, int[][] touched) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => own[x].AsSpan().SequenceEqual(own[y]) && touched[x].AsSpan().SequenceEqual(touched[y]);

        public int GetHashCode(int obj)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(own[obj].AsSpan()));
            hash.AddBytes(MemoryMarshal.AsBytes(touched[obj].AsSpan()));
            return hash.ToHashCode();
        }
    }
}
