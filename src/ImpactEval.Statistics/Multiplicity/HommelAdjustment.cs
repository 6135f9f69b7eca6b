namespace ImpactEval.Statistics.Multiplicity;

/// <summary>The sharpest of the classical procedures for independent or positively dependent tests; costs m² steps.</summary>
public static class HommelAdjustment
{
    /// <summary>
    /// The level at which the closed test built on Simes' inequality rejects: for every size j of a subset, the largest of
    /// <c>min over k of j·p₍ₘ₋ⱼ₊ₖ₎/k</c> and the bounds it puts on the smaller ones.
    /// </summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Hommel (1988), A stagewise rejective multiple test procedure, Biometrika 75, 383–386; the algorithm of Wright (1992), Biometrics 48,
    /// 1005–1013.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues)
    {
        var sorted = pValues.OfType<double>().Order().ToArray();
        var m = sorted.Length;
        var adjusted = new double[m];
        if (m > 0)
            Array.Fill(adjusted, sorted.Select((p, i) => p * m / (i + 1)).Min());

        for (var size = m - 1; size >= 2; size--)
        {
            var smaller = m - size;
            var least = Enumerable.Range(2, size - 1).Select(k => size * sorted[smaller + k - 1] / k).Min();
            for (var i = 0; i < m; i++)
                adjusted[i] = Math.Max(adjusted[i], i <= smaller ? Math.Min(size * sorted[i], least) : BoundOf(size, sorted, smaller, least));
        }
        return PValues.StepDown(pValues, (p, rank, _) => Math.Max(p, adjusted[rank - 1]));
    }

    /// <summary>Bound on the p values inside the subset: that of its first one.</summary>
    static double BoundOf(int size, double[] sorted, int smaller, double least) => Math.Min(size * sorted[smaller], least);
}
