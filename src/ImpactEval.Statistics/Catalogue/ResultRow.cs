namespace ImpactEval.Statistics.Catalogue;

/// <summary>One line of a result, complete enough to print. Numbers are finite.</summary>
/// <param name="Term">What the number is, in the vocabulary of the field: <c>d_av</c>.</param>
/// <param name="Of">The item, group, coefficient or person it is about, when there are several.</param>
/// <param name="Size">Observations it rests on.</param>
public sealed record ResultRow(string Term, string? Of, int Size)
{
    public double? Value { get; init; }

    public double? StandardError { get; init; }

    /// <summary>Of t or chi-square; the numerator's of F.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>The denominator's of F.</summary>
    public double? ErrorDegreesOfFreedom { get; init; }

    public NamedIntervals? Intervals { get; init; }

    /// <summary>Test statistic.</summary>
    public double? Statistic { get; init; }

    public double? PValue { get; init; }

    /// <summary>The answer when it is a word and no number.</summary>
    public string? Word { get; init; }

    /// <summary>The number exceeds all bounds, which is why it is not there.</summary>
    public bool Unbounded { get; init; }

    /// <summary>Why this line, unlike others, has no number.</summary>
    public NotEstimableReason? NotEstimable { get; init; }
}

/// <summary>A choice or circumstance that the result depends on, such as which level counts as first.</summary>
public sealed record ResultFact(string Name, string Value);

/// <summary>What a statistic answers about some data.</summary>
/// <param name="Size">Rows of data that were used; 0 when there were no data.</param>
/// <param name="Dropped">Rows left out for a gap.</param>
/// <param name="Options">All that were in force, defaults included.</param>
/// <param name="Facts">What else the numbers depend on.</param>
public sealed record StatisticResult(
    CatalogueEntry Entry, IReadOnlyList<ResultRow> Rows, int Size, int Dropped, IReadOnlyList<ResultFact> Options, IReadOnlyList<ResultFact> Facts);
