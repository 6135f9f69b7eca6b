namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>What an interval did in all trials of one size.</summary>
/// <param name="Count">Null when every trial was refused.</param>
sealed record CoverageCell(int Size, int Trials, IntervalCount? Count)
{
    const double Lowest = 0.93, Highest = 0.97;

    /// <summary>Share of trials whose data could not carry the interval.</summary>
    public double Refused => 1 - (Count?.Made ?? 0) / (double)Trials;

    public bool TooLow => Shown < Lowest;
    public bool TooHigh => Shown > Highest;

    /// <summary>Outside the band by less than two standard errors of the count.</summary>
    public bool WithinMonteCarloError => Count is { } count
        && Math.Max(Lowest - count.Coverage, count.Coverage - Highest) < 2 * Math.Sqrt(count.Coverage * (1 - count.Coverage) / count.Made);

    /// <summary>As printed.</summary>
    double? Shown => Count is null ? null : Math.Round(Count.Coverage, 3);
}

/// <summary>One line of the table: an interval in one population, at all sizes.</summary>
sealed record CoverageRow(string Design, string Statistic, string Method, string Population, IReadOnlyList<CoverageCell> Cells)
{
    /// <summary>By statistic and interval in the order in which the design claims them, populations next to each other.</summary>
    public static IReadOnlyList<CoverageRow> Of(Design design, int trials) =>
    [
        .. design.Populations.SelectMany(population => Of(design, population, trials))
            .GroupBy(row => row.Statistic).SelectMany(rows => rows.GroupBy(row => row.Method).SelectMany(ofMethod => ofMethod)),
    ];

    static IEnumerable<CoverageRow> Of(Design design, Population population, int trials)
    {
        var tallies = design.Run(population, trials);
        var kinds = tallies.SelectMany(tally => tally.Statistics)
            .SelectMany(one => one.Count.Methods.Select(method => (one.Statistic, Method: method.Key))).Distinct().ToArray();
        return kinds.Select(kind => new CoverageRow(design.Name, kind.Statistic, kind.Method, population.Name,
        [
            .. tallies.Select(tally => tally.Of(kind.Statistic).Of(kind.Method))
                .Zip(design.Sizes, (count, size) => new CoverageCell(size, trials, count.Made > 0 ? count : null)),
        ]));
    }
}
