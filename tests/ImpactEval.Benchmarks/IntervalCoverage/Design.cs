namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>A way to collect data, and the intervals that are claimed of it.</summary>
/// <param name="Title">Heading of its part of the table.</param>
/// <param name="Description">How the data are made and what n counts.</param>
/// <param name="Sizes">The values of n.</param>
/// <param name="Trials">Simulated studies of each size and population: 4,000, or 2,000 where each takes long.</param>
/// <param name="Populations">What scores look like.</param>
/// <param name="Of">Finds the true values in a population, and gives what happens in one trial.</param>
sealed record Design(
    string Name, string Title, string Description, IReadOnlyList<int> Sizes, int Trials, IReadOnlyList<Population> Populations,
    Func<Population, Action<Trial>> Of)
{
    /// <summary>n of the table.</summary>
    public static IReadOnlyList<int> UsualSizes { get; } = [10, 30, 120];

    public const int ManyTrials = 4000, FewTrials = 2000;

    /// <summary>All claims at all sizes, by size; the same on any number of threads.</summary>
    public IReadOnlyList<Tally> Run(Population population, int trials)
    {
        var trial = Of(population);
        return [.. Sizes.Select(size => Run(trial, size, trials, Seed(population, size)))];
    }

    static Tally Run(Action<Trial> trial, int size, int trials, ulong seed)
    {
        const int BlockSize = 50;
        var blocks = new Tally[(trials + BlockSize - 1) / BlockSize];
        Parallel.For(0, blocks.Length, block =>
        {
            blocks[block] = new Tally();
            for (var number = block * BlockSize; number < Math.Min(trials, (block + 1) * BlockSize); number++)
                trial(new Trial(size, new Draws(seed, (ulong)number), ~seed + (ulong)number, blocks[block]));
        });
        var all = new Tally();
        foreach (var block in blocks)
            all.Add(block);
        return all;
    }

    /// <summary>The same for the same cell of the table, whatever else is run. FNV-1a: Fowler, Noll and Vo (1991).</summary>
    ulong Seed(Population population, int size) =>
        $"{Name}/{population.Name}/{size}".Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL);
}
