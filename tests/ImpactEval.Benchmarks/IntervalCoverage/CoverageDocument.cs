using System.Globalization;

namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>The table as Markdown.</summary>
sealed class CoverageDocument(TextWriter output)
{
    readonly HashSet<Reason> used = [];

    /// <summary>Cells outside the band that no reason explains.</summary>
    public int Unexplained { get; private set; }

    public void WriteIntroduction() => output.WriteLine("""
        # How often the intervals hold the truth

        Every interval that the statistics engine gives, claimed at 95 % of simulated people whose true values are known: by formula, or over a
        million people of the same population. Made by

        ```sh
        dotnet run -c Release --project tests/ImpactEval.Benchmarks -- interval-coverage > src/docs/results/coverage-of-intervals.md
        ```

        - Populations, unless a part says otherwise: **normal**; **skewed**, exponential scores (skewness 2) that spread more where people gained;
          **5-point**, a Likert scale whose highest answer 16 % give before the training and 31 % after. Scores of one person hang together through a
          Gaussian copula.
        - Cells are the share of intervals that hold the truth, in per cent of those that were made. With 4,000 trials a cell is known to ±0.7 points
          (two Monte Carlo errors), with 2,000 to ±1.0. The seed is fixed for each cell, so that a rerun prints the same table.
        - *Refused*: per cent of trials in which the engine says *not estimable* instead of giving an interval, by n where there are any. *Width*: of
          the median interval, by n; ∞ where half of them are unbounded.
        - *Interval* is the word under which the engine publishes it. Bootstrap intervals come from 999 resamples.
        - A cell below 93 or above 97 % is **bold**, with a word that stands for one of the sentences under [Why](#why).
        """);

    public void Write(Design design, int trials, IReadOnlyList<CoverageRow> rows)
    {
        output.WriteLine();
        output.WriteLine($"## {design.Title}");
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{design.Description} {trials:N0} trials (`{design.Name}`)."));
        output.WriteLine();
        output.WriteLine($"| Estimate | Interval | Data | {string.Join(" | ", design.Sizes.Select(size => $"{size}"))} | Refused | Width |");
        output.WriteLine($"|---|---|---|{string.Concat(design.Sizes.Select(_ => "---|"))}---|---|");
        foreach (var row in rows)
        {
            var anyRefused = row.Cells.Any(cell => Percent(cell.Refused) != "0.0");
            var refused = anyRefused ? string.Join(" · ", row.Cells.Select(cell => Percent(cell.Refused))) : "";
            output.WriteLine($"| {row.Statistic} | {row.Method} | {row.Population} | {string.Join(" | ", row.Cells.Select(cell => Told(row, cell)))} "
                + $"| {refused} | {string.Join(" · ", row.Cells.Select(Width))} |");
        }
        output.Flush();
    }

    /// <summary>Only the reasons that some cell needed.</summary>
    public void WriteReasons()
    {
        output.WriteLine();
        output.WriteLine("## Why");
        output.WriteLine();
        foreach (var reason in Reasons.All.Where(used.Contains))
            output.WriteLine($"- *{reason.Word}*: {reason.Sentence}");
    }

    string Told(CoverageRow row, CoverageCell cell)
    {
        if (cell.Count is null)
            return "–";
        var coverage = Percent(cell.Count.Coverage);
        if (!cell.TooLow && !cell.TooHigh)
            return coverage;
        var reason = Reasons.All.FirstOrDefault(reason => reason.Explains(new OutsideCell(row, cell)));
        if (reason is null)
            Unexplained++;
        else
            used.Add(reason);
        return $"**{coverage}** *{reason?.Word ?? "unexplained"}*";
    }

    static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    static string Width(CoverageCell cell) => cell.Count switch
    {
        null => "–",
        { MedianWidth: var width } when double.IsInfinity(width) => "∞",
        { MedianWidth: var width } => width.ToString(width < 10 ? "0.00" : "0", CultureInfo.InvariantCulture),
    };
}
