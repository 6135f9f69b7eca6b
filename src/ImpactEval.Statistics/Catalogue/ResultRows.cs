using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Catalogue;

/// <summary>Lines of a result as a statistic adds them. A line given as a function may turn out not to be estimable without the others.</summary>
/// <param name="size">Observations of a line that does not say its own.</param>
sealed class ResultRows(int size)
{
    readonly List<ResultRow> rows = [];
    readonly List<ResultFact> facts = [];

    public IReadOnlyList<ResultFact> Facts => facts;

    /// <exception cref="NotEstimableException">No line has a number.</exception>
    public IReadOnlyList<ResultRow> Complete() => rows.Count > 0 && rows.TrueForAll(row => row.NotEstimable is not null)
        ? throw new NotEstimableException(rows[0].NotEstimable!.Value)
        : rows;

    /// <summary>Said again, it is said once.</summary>
    public void Fact(string name, string value)
    {
        if (!facts.Contains(new ResultFact(name, value)))
            facts.Add(new ResultFact(name, value));
    }

    public void Add(string term, double? value, string? of = null, int? n = null) => rows.Add(Valued(Row(term, of, n), value));

    public void Add(string term, double value, ConfidenceInterval interval, string? of = null, int? n = null) =>
        rows.Add(Valued(Row(term, of, n), value) with { Intervals = Finite(NamedIntervals.Of(interval)) });

    public void Add(string term, ConfidenceInterval interval) =>
        rows.Add(Row(term, null, null) with { Intervals = Finite(NamedIntervals.Of(interval)) });

    public void Add(string term, Estimate estimate, TestResult? test = null, string? of = null) =>
        rows.Add(Tested(Estimated(term, of, estimate), test));

    public void Add(string term, TestResult test, string? of = null, int? n = null) => rows.Add(Tested(Row(term, of, n), test));

    public void Add(string term, VarianceRatioTest test, string? of = null, int? n = null) => rows.Add(Ratio(Row(term, of, n), test));

    public void Word(string term, string word, string? of = null) => rows.Add(Row(term, of, null) with { Word = word });

    public void Add(string term, Func<double?> value, string? of = null, int? n = null) => Part(term, of, n, row => Valued(row, value()));

    public void Add(string term, Func<Estimate> estimate, string? of = null) => Part(term, of, null, _ => Estimated(term, of, estimate()));

    public void Add(string term, Func<TestResult> test, string? of = null, int? n = null) => Part(term, of, n, row => Tested(row, test()));

    public void Add(string term, Func<VarianceRatioTest> test, string? of = null) => Part(term, of, null, row => Ratio(row, test()));

    void Part(string term, string? of, int? n, Func<ResultRow, ResultRow> fill)
    {
        var row = Row(term, of, n);
        try
        {
            rows.Add(fill(row));
        }
        catch (NotEstimableException reason)
        {
            rows.Add(row with { NotEstimable = reason.Reason });
        }
    }

    ResultRow Row(string term, string? of, int? n) => new(term, of, n ?? size);

    ResultRow Estimated(string term, string? of, Estimate estimate) => Valued(Row(term, of, estimate.Size > 0 ? estimate.Size : null),
        estimate.Value) with
    {
        StandardError = Finite(estimate.StandardError), DegreesOfFreedom = Finite(estimate.DegreesOfFreedom), Intervals = Finite(estimate.Intervals),
    };

    static ResultRow Tested(ResultRow row, TestResult? test) => test is null ? row : row with
    {
        Statistic = Finite(test.Statistic), PValue = Finite(test.PValue), DegreesOfFreedom = row.DegreesOfFreedom ?? Finite(test.DegreesOfFreedom),
    };

    static ResultRow Ratio(ResultRow row, VarianceRatioTest test) => row with
    {
        Statistic = Finite(test.F), PValue = Finite(test.PValue), DegreesOfFreedom = Finite(test.DegreesOfFreedom1),
        ErrorDegreesOfFreedom = Finite(test.DegreesOfFreedom2),
    };

    /// <summary>0/0 is no number, x/0 is without bounds: both are said, neither is printed as a number.</summary>
    static ResultRow Valued(ResultRow row, double? value) => value switch
    {
        null or double.NaN => row with { NotEstimable = NotEstimableReason.ZeroDenominator },
        double.PositiveInfinity or double.NegativeInfinity => row with { Unbounded = true },
        _ => row with { Value = value },
    };

    static NamedIntervals Finite(NamedIntervals intervals) => new(Finite(intervals.Primary), [.. intervals.Others.Select(Finite)]);

    static ConfidenceInterval Finite(ConfidenceInterval interval) => interval with { Lower = Finite(interval.Lower), Upper = Finite(interval.Upper) };

    static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
