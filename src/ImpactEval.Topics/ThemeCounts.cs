namespace ImpactEval.Topics;

/// <summary>
/// How many themes, when the study leaves it open. Few coarse themes agree best and tell least, so the rule weighs one against the other and
/// its figures are shown: of the numbers whose themes all keep enough answers, the one with the largest <c>stability · ln K</c>, the part of
/// what K themes can tell at most (the entropy of K equal ones) that two halves of the runs tell alike.
/// </summary>
static class ThemeCounts
{
    const int Fewest = 2, Most = 12;

    // A theme below these is a matter of chance, and too small to be reported on by sub-group.
    const double LeastShare = 0.05;
    const int LeastAnswers = 10;

    public static List<ThemeRuns> Try(ThemeSearch search)
    {
        var most = Math.Min(Most, search.Answers / LeastAnswers);
        return [.. Enumerable.Range(Fewest, Math.Max(most - Fewest + 1, 0)).Select(search.Try)];
    }

    /// <returns>1 when the answers are too few, or none of the numbers divides them into themes of some size: then all are one theme.</returns>
    public static int Choose(IEnumerable<ThemeRuns> tried) => tried
        .Where(runs => IsSound(runs.Count, runs.Consensus.Assigned.Length))
        .MaxBy(runs => runs.Stability * Math.Log(runs.Offered))?.Offered ?? 1;

    static bool IsSound(ThemeCount count, int answers) =>
        count.Found == count.Offered && count.SmallestShare >= Math.Max(LeastShare, (double)LeastAnswers / answers);
}
