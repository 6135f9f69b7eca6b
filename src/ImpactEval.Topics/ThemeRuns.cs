using ImpactEval.Statistics;

namespace ImpactEval.Topics;

/// <summary>Several divisions of the same answers into a number of themes, each with a stream of chance of its own, and what they agree on.</summary>
sealed class ThemeRuns
{
    ThemeRuns(int offered, ThemeConsensus consensus, double stability) => (Offered, Consensus, Stability) = (offered, consensus, stability);

    public int Offered { get; }

    public ThemeConsensus Consensus { get; }

    /// <summary>Adjusted Rand index between the consensus of the first half of the runs and that of the rest; 1 for a single run.</summary>
    public double Stability { get; }

    public ThemeCount Count
    {
        get
        {
            var sizes = Consensus.Assigned.CountBy(theme => theme).Select(theme => theme.Value).ToList();
            return new ThemeCount(Offered, sizes.Count, Stability, sizes.Min() / (double)Consensus.Assigned.Length);
        }
    }

    public static ThemeRuns Of(double[][] vectors, int themes, ThemeOptions options, ParallelOptions parallel)
    {
        var runs = options.Runs;
        var done = new int[runs][];
        // The stream holds the number of themes too, so that a sweep over that number does not use the same chance again.
        Parallel.For(0, runs, parallel, run =>
            done[run] = SphericalClusters.Run(vectors, themes, new RandomStream(options.Seed, ((ulong)themes << 32) | (uint)run)));
        var consensus = ThemeConsensus.Of(done, themes, parallel);
        if (runs == 1)
            return new ThemeRuns(themes, consensus, 1);
        var halves = new[] { done[..(runs / 2)], done[(runs / 2)..] }.Select(half => ThemeConsensus.Of(half, themes, parallel).Assigned).ToArray();
        return new ThemeRuns(themes, consensus, AdjustedRandIndex.Of(halves[0], halves[1]));
    }
}
