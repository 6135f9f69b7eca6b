namespace ImpactEval.Topics;

/// <summary>Several divisions of the same answers into a number of themes: what they have in common and how steady that is.</summary>
/// <param name="offered">How many themes each run was offered.</param>
/// <param name="stability">Adjusted Rand index between the consensus of the first half of the runs and that of the rest; 1 for a single run.</param>
sealed class ThemeRuns(int offered, ThemeConsensus consensus, double stability)
{
    public int Offered => offered;

    public ThemeConsensus Consensus => consensus;

    public double Stability => stability;

    public ThemeCount Count
    {
        get
        {
            var sizes = consensus.Assigned.CountBy(theme => theme).Select(theme => theme.Value).ToList();
            return new ThemeCount(offered, sizes.Count, stability, sizes.Min() / (double)consensus.Assigned.Length);
        }
    }
}
