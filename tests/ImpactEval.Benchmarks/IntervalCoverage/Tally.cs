namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>Intervals of one kind over many trials.</summary>
sealed class IntervalCount
{
    readonly List<double> widths = [];

    public int Held { get; private set; }
    public int Made => widths.Count;
    public double Coverage => Held / (double)Made;

    /// <summary>Half of the intervals are wider; infinite when half are unbounded.</summary>
    public double MedianWidth
    {
        get
        {
            double[] sorted = [.. widths.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    public void Add(double lower, double upper, double truth)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || double.IsNaN(truth))
            throw new InvalidOperationException($"The interval {lower} … {upper} for {truth}.");
        widths.Add(upper - lower);
        Held += lower <= truth && truth <= upper ? 1 : 0;
    }

    public void Add(IntervalCount other)
    {
        widths.AddRange(other.widths);
        Held += other.Held;
    }
}

/// <summary>The intervals of one statistic, by the word for how they were made.</summary>
sealed class StatisticCount
{
    readonly Dictionary<string, IntervalCount> byMethod = [];

    public IEnumerable<KeyValuePair<string, IntervalCount>> Methods => byMethod;

    public IntervalCount Of(string method)
    {
        if (!byMethod.TryGetValue(method, out var count))
            byMethod[method] = count = new IntervalCount();
        return count;
    }

    public void Add(string method, double? lower, double? upper, double truth) =>
        Of(method).Add(lower ?? double.NegativeInfinity, upper ?? double.PositiveInfinity, truth);
}

/// <summary>All claims of some trials of one design, by statistic in the order in which the design claims them.</summary>
sealed class Tally
{
    readonly Dictionary<string, StatisticCount> byStatistic = [];
    readonly List<string> order = [];

    public IEnumerable<(string Statistic, StatisticCount Count)> Statistics => order.Select(statistic => (statistic, byStatistic[statistic]));

    public StatisticCount Of(string statistic)
    {
        if (!byStatistic.TryGetValue(statistic, out var count))
        {
            byStatistic[statistic] = count = new StatisticCount();
            order.Add(statistic);
        }
        return count;
    }

    public void Add(Tally other)
    {
        foreach (var (statistic, count) in other.Statistics)
            foreach (var (method, intervals) in count.Methods)
                Of(statistic).Of(method).Add(intervals);
    }
}
