namespace ImpactEval.Topics;

/// <summary>How far two divisions of the same answers agree, corrected for chance: 1 the same, 0 as expected of unrelated ones.</summary>
/// <remarks>Hubert, Arabie (1985), Comparing partitions, Journal of Classification 2, 193–218.</remarks>
public static class AdjustedRandIndex
{
    /// <exception cref="ArgumentException">The divisions differ in length.</exception>
    public static double Of(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        if (first.Count != second.Count)
            throw new ArgumentException($"{second.Count} answers for {first.Count}.", nameof(second));
        if (first.Count == 0)
            return 1;
        var (rows, columns) = (first.Max() + 1, second.Max() + 1);
        var cells = new int[rows * columns];
        for (var i = 0; i < first.Count; i++)
            cells[first[i] * columns + second[i]]++;

        var rowSums = Enumerable.Range(0, rows).Select(row => cells.AsSpan(row * columns, columns).ToArray().Sum());
        var columnSums = Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Sum(row => cells[row * columns + column]));
        var (together, inFirst, inSecond) = (cells.Sum(Pairs), rowSums.Sum(Pairs), columnSums.Sum(Pairs));
        var expected = inFirst * inSecond / Math.Max(Pairs(first.Count), 1);
        var largest = (inFirst + inSecond) / 2;
        // Both divisions put all answers together, or all apart.
        return largest == expected ? 1 : (together - expected) / (largest - expected);
    }

    static double Pairs(int n) => n * (n - 1.0) / 2;
}
