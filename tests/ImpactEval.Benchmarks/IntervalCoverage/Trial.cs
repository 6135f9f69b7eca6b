using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>One simulated study: its people, and the intervals that are claimed of them.</summary>
/// <param name="size">People (or what the design counts).</param>
/// <param name="draws">Where the people come from.</param>
/// <param name="seed">For statistics that resample.</param>
/// <param name="tally">Where claims are counted.</param>
sealed class Trial(int size, Draws draws, ulong seed, Tally tally)
{
    /// <summary>Resamples of every bootstrap interval of the table.</summary>
    public const int Resamples = 999;

    public int Size => size;
    public Draws Draws => draws;
    public ulong Seed => seed;

    /// <summary>So many numbers, made one after the other.</summary>
    public double[] Numbers(int count, Func<double> next)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
            numbers[i] = next();
        return numbers;
    }

    /// <summary>All intervals of an estimate should hold this value.</summary>
    public void Claim(string statistic, double truth, Func<Estimate> estimate) => Claim(statistic, truth, () =>
    {
        var intervals = estimate().Intervals;
        return [intervals.Primary, .. intervals.Others];
    });

    public void Claim(string statistic, double truth, Func<ConfidenceInterval> interval) => Claim(statistic, truth, () => [interval()]);

    /// <summary>The primary interval, under one name though data without variation may make it another way.</summary>
    public void Claim(string statistic, string method, double truth, Func<Estimate> estimate) => Count(statistic, entries =>
    {
        var primary = estimate().Intervals.Primary;
        entries.Add(method, primary.Lower, primary.Upper, truth);
    });

    /// <summary>Limits that are not named by the engine.</summary>
    public void Claim(string statistic, string method, double truth, Func<(double Lower, double Upper)> limits) => Count(statistic, entries =>
    {
        var (lower, upper) = limits();
        entries.Add(method, lower, upper, truth);
    });

    /// <summary>These intervals should hold this value; data that cannot carry them are counted as refused.</summary>
    public void Claim(string statistic, double truth, Func<IReadOnlyList<ConfidenceInterval>> intervals) => Count(statistic, entries =>
    {
        foreach (var interval in intervals())
            entries.Add(Word.Of(interval.Method), interval.Lower, interval.Upper, truth);
    });

    void Count(string statistic, Action<StatisticCount> claim)
    {
        var entries = tally.Of(statistic);
        try
        {
            claim(entries);
        }
        catch (NotEstimableException)
        {
            // Refusals are the trials without an entry.
        }
    }
}
