namespace ImpactEval.Topics;

/// <summary>
/// How many themes, when the study leaves it open. No curve alone tells (agreement of runs falls and rises, the smallest theme shrinks), so the
/// rule is plain and its figures are shown: of the numbers whose themes all keep enough answers, the largest on which runs agree nearly as
/// well as on the best of them.
/// </summary>
static class ThemeCounts
{
    const int Fewest = 2, Most = 12, Runs = 8;

    // A theme below these is a matter of chance, and too small to be reported on by sub-group.
    const double LeastShare = 0.05;
    const int LeastAnswers = 3;

    // "Nearly as well": agreement itself varies by about a tenth from one set of runs to another.
    const double NearlyBest = 0.9;

    public static List<ThemeCount> Try(double[][] vectors, ulong seed, ParallelOptions parallel)
    {
        var most = Math.Min(Most, vectors.Length / (2 * LeastAnswers));
        return [.. Enumerable.Range(Fewest, Math.Max(most - Fewest + 1, 0)).Select(offered => Measure(vectors, offered, seed, parallel))];
    }

    /// <summary>One theme when the answers are too few, or none of the numbers divides them into themes of some size.</summary>
    public static int Choose(IReadOnlyList<ThemeCount> counts, int answers)
    {
        var sound = counts.Where(count => count.Found == count.Offered && count.SmallestShare >= Math.Max(LeastShare, (double)LeastAnswers / answers)).ToList();
        if (sound.Count == 0)
            return 1;
        var best = sound.Max(count => count.Stability);
        return sound.Last(count => count.Stability >= NearlyBest * best).Offered;
    }

    static ThemeCount Measure(double[][] vectors, int offered, ulong seed, ParallelOptions parallel)
    {
        var runs = ThemeRuns.Of(vectors, offered, Runs, seed, parallel);
        var sizes = runs.Consensus.Assigned.CountBy(theme => theme).Select(theme => theme.Value).ToList();
        return new ThemeCount(offered, sizes.Count, runs.Stability, sizes.Min() / (double)vectors.Length);
    }
}
