namespace ImpactEval.Statistics.Reliability;

/// <summary>How often two raters chose each pair of categories.</summary>
public sealed class AgreementTable
{
    readonly double[,] shares;

    /// <param name="counts">Rows: the first rater's category, columns: the second's, in the same order; q ≥ 2 categories.</param>
    /// <exception cref="ArgumentException">Not square, or a negative count.</exception>
    /// <exception cref="NotEstimableException">Fewer than two categories, or nothing rated.</exception>
    public AgreementTable(int[,] counts)
    {
        Categories = counts.GetLength(0);
        if (counts.GetLength(1) != Categories)
            throw new ArgumentException("Both raters need the same categories.", nameof(counts));
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            Size += count;
        }
        if (Categories < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewItems);
        if (Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        shares = new double[Categories, Categories];
        (First, Second) = (new double[Categories], new double[Categories]);
        for (var i = 0; i < Categories; i++)
        {
            for (var j = 0; j < Categories; j++)
            {
                shares[i, j] = counts[i, j] / (double)Size;
                First[i] += shares[i, j];
                Second[j] += shares[i, j];
            }
        }
    }

    public int Size { get; }

    public int Categories { get; }

    /// <summary>Shares of the categories with the first and the second rater.</summary>
    internal double[] First { get; }

    internal double[] Second { get; }

    /// <summary>Share on which both agree.</summary>
    public double PercentAgreement => Enumerable.Range(0, Categories).Sum(category => shares[category, category]);

    internal double this[int first, int second] => shares[first, second];
}
