namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>A cell of the table outside the band.</summary>
sealed record OutsideCell(CoverageRow Row, CoverageCell Cell)
{
    public int Size => Cell.Size;
    public bool WithinMonteCarloError => Cell.WithinMonteCarloError;
    public bool Low => Cell.TooLow;
    public bool High => Cell.TooHigh;
    public bool Skewed => Row.Population == Population.Skewed.Name;
    public bool FivePoint => Row.Population == Population.Likert.Name;
    public bool Bootstrap => By("bca", "percentile", "basic_bootstrap", "normal_bootstrap");

    public bool In(params string[] designs) => designs.Contains(Row.Design);

    public bool By(params string[] methods) => methods.Contains(Row.Method);

    /// <summary>Statistics whose names begin so.</summary>
    public bool Of(params string[] statistics) => statistics.Any(statistic => Row.Statistic.StartsWith(statistic, StringComparison.Ordinal));

    public bool Says(string part) => Row.Statistic.Contains(part, StringComparison.Ordinal);
}

/// <summary>Why an interval does not hold the truth in 93 to 97 % of samples, and what to use there.</summary>
/// <param name="Word">Stands in the cell.</param>
sealed record Reason(string Word, string Sentence, Func<OutsideCell, bool> Explains);
