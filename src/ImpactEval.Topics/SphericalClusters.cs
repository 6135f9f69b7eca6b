using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ImpactEval.Statistics;

namespace ImpactEval.Topics;

/// <summary>One run of k-means on directions, from a k-means++ start: each answer to the theme whose mean direction is nearest.</summary>
/// <remarks>
/// Dhillon, Modha (2001), Concept decompositions for large sparse text data using clustering, Machine Learning 42, 143–175;
/// Arthur, Vassilvitskii (2007), k-means++: the advantages of careful seeding, Proc. SODA, 1027–1035.
/// </remarks>
static class SphericalClusters
{
    const int MostRounds = 50;

    /// <param name="vectors">Of length 1, their number of coordinates a multiple of 4.</param>
    /// <returns>For each answer its theme; some themes may stay empty.</returns>
    public static int[] Run(double[][] vectors, int themes, RandomStream random)
    {
        var centres = Start(vectors, themes, random);
        var assigned = new int[vectors.Length];
        for (var round = 0; round < MostRounds; round++)
        {
            if (!Assign(vectors, centres, assigned) && round > 0)
                break;
            Centre(vectors, assigned, centres);
        }
        return assigned;
    }

    static double[][] Start(double[][] vectors, int themes, RandomStream random)
    {
        var centres = new double[themes][];
        var far = new double[vectors.Length];
        Array.Fill(far, 1);
        for (var theme = 0; theme < themes; theme++)
        {
            centres[theme] = [.. vectors[Draw(far, random)]];
            for (var i = 0; i < far.Length; i++)
                far[i] = Math.Min(far[i], Math.Max(0, 1 - Inner(vectors[i], centres[theme])));
        }
        return centres;
    }

    static int Draw(double[] weights, RandomStream random)
    {
        var point = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length - 1; i++)
        {
            point -= weights[i];
            if (point < 0)
                return i;
        }
        return weights.Length - 1;
    }

    static bool Assign(double[][] vectors, double[][] centres, int[] assigned)
    {
        var changed = false;
        for (var i = 0; i < vectors.Length; i++)
        {
            var (nearest, likeness) = (0, double.NegativeInfinity);
            for (var theme = 0; theme < centres.Length; theme++)
            {
                var inner = Inner(vectors[i], centres[theme]);
                if (inner > likeness)
                    (nearest, likeness) = (theme, inner);
            }
            changed |= assigned[i] != nearest;
            assigned[i] = nearest;
        }
        return changed;
    }

    static void Centre(double[][] vectors, int[] assigned, double[][] centres)
    {
        foreach (var centre in centres)
            Array.Clear(centre);
        for (var i = 0; i < vectors.Length; i++)
        {
            var centre = centres[assigned[i]];
            for (var dimension = 0; dimension < centre.Length; dimension++)
                centre[dimension] += vectors[i][dimension];
        }
        foreach (var centre in centres)
        {
            var length = Math.Sqrt(Inner(centre, centre));
            for (var dimension = 0; length > 0 && dimension < centre.Length; dimension++)
                centre[dimension] /= length;
        }
    }

    // Four sums side by side on every machine, so that rounding is the same everywhere.
    static double Inner(double[] a, double[] b)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var others = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < fours.Length; i++)
            sum += fours[i] * others[i];
        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }
}
