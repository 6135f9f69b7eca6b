using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found WilcoxonSignedRanks(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var ranks = SignedRanks.Of(pre, post, Zeros(entry.Text("zero_method")));
        var test = entry.Text("method") == "exact_conditional"
            ? WilcoxonSignedRank.Exact(ranks, entry.Alternative)
            : WilcoxonSignedRank.Approximate(ranks, entry.Flag("correction") ? ContinuityCorrection.Half : ContinuityCorrection.None, entry.Alternative);
        return new Found { ["V"] = ranks.PositiveSum, ["z"] = test.Statistic, ["p"] = test.PValue };
    }

    static Found SignedRankEffects(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var ranks = SignedRanks.Of(pre, post, ZeroRule.Wilcoxon);
        return new Found
        {
            ["pseudomedian"] = HodgesLehmann.OfChange(pre, post), ["n_zero"] = ranks.Zeros, ["n_tied_abs"] = ranks.TiedSizes,
            ["rank_biserial_wilcoxon_zeros"] = MatchedRankBiserial.Value(pre, post, ZeroRule.Wilcoxon),
            ["rank_biserial_pratt_zeros"] = MatchedRankBiserial.Value(pre, post, ZeroRule.Pratt),
        };
    }

    static Found RankBiserials(OracleEntry entry)
    {
        if (entry.Text("design") != "paired")
            return new Found { ["r"] = CliffsDelta.Of(entry.Sample("first"), entry.Sample("second"), entry.Level).Value };
        var (pre, post) = entry.Pairs();
        return new Found { ["r"] = MatchedRankBiserial.Value(pre, post, Zeros(entry.Text("zero_method"))) };
    }

    static ZeroRule Zeros(string method) => method == "pratt" ? ZeroRule.Pratt : ZeroRule.Wilcoxon;
}
