using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found PairedEffects(ConformanceEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var (pairs, level) = (PairedSummary.Of(pre, post), entry.Level);
        double df = pairs.DegreesOfFreedom;
        var (gain, test) = (MeanGain.Of(pre, post, level), PairedTTest.Of(pre, post, Alternative.TwoSided));
        var (dz, dav, drm, becker) = (CohensDz.Of(pre, post, level), CohensDav.Of(pre, post, level), CohensDrm.Of(pre, post, level), GlassDelta.ByPre(pairs, level));
        var gz = HedgesCorrection.Apply(dz, df);
        return new Found
        {
            ["n"] = pairs.Size, ["df"] = df, ["mean_pre"] = pairs.MeanPre, ["mean_post"] = pairs.MeanPost, ["mean_diff"] = gain.Value,
            ["sd_pre"] = pairs.SdPre, ["sd_post"] = pairs.SdPost, ["sd_diff"] = pairs.SdOfGain, ["r"] = pairs.Correlation,
            ["mean_diff_ci"] = Limits(gain.Intervals.Primary), ["t"] = test.Statistic, ["p_two_sided"] = test.PValue,
            ["d_z"] = dz.Value, ["d_z_se"] = dz.StandardError, ["d_z_ci_nct"] = Limits(dz.Intervals.Primary),
            ["d_z_ci_normal"] = Limits(dz.Intervals.By(IntervalMethod.Normal)),
            ["d_av"] = dav.Value, ["d_av_se"] = dav.StandardError, ["d_av_ci_algina_keselman"] = Limits(dav.Intervals.Primary),
            ["d_av_ci_normal"] = Limits(dav.Intervals.By(IntervalMethod.Normal)),
            ["d_av_mean_of_sds"] = pairs.MeanGain / ((pairs.SdPre + pairs.SdPost) / 2),
            ["d_rm"] = drm.Value, ["d_rm_se"] = drm.StandardError, ["d_rm_ci_normal"] = Limits(drm.Intervals.Primary),
            ["d_becker_pre_sd"] = becker.Value, ["d_becker_se"] = becker.StandardError, ["d_becker_ci_normal"] = Limits(becker.Intervals.Primary),
            ["glass_delta_post_sd"] = GlassDelta.ByPost(pairs, level).Value,
            ["J_exact_df_n_minus_1"] = HedgesCorrection.J(df), ["J_exact_df_2n_minus_2"] = HedgesCorrection.J(2 * df),
            ["J_approx_df_n_minus_1"] = ApproximateJ(df), ["J_approx_df_2n_minus_2"] = ApproximateJ(2 * df),
            ["g_z"] = gz.Value, ["g_z_ci_nct_times_J"] = Limits(gz.Intervals.Primary),
            ["g_av_df_n_minus_1"] = HedgesGav.Of(pre, post, level).Value, ["g_av_df_2n_minus_2"] = HedgesCorrection.Apply(dav, 2 * df).Value,
            ["g_rm_df_n_minus_1"] = HedgesCorrection.Apply(drm, df).Value, ["g_rm_df_2n_minus_2"] = HedgesCorrection.Apply(drm, 2 * df).Value,
            ["g_becker"] = HedgesCorrection.Apply(becker, df).Value,
            ["cles_paired_normal"] = StandardNormal.Cdf(dz.Value), ["cles_independent_normal_from_dav"] = StandardNormal.Cdf(dav.Value / Math.Sqrt(2)),
            ["pct_improved"] = ChangedShare.Improved(pre, post, level).Value, ["pct_unchanged"] = ChangedShare.Unchanged(pre, post, level).Value,
            ["pct_worse"] = ChangedShare.Worsened(pre, post, level).Value,
            ["p_superiority_paired_empirical"] = ProbabilityOfSuperiority.Of(pre, post, level).Value,
        };
    }

    /// <summary>Hedges (1981): J ≈ 1 − 3/(4m − 1); our engine has the exact one.</summary>
    static double ApproximateJ(double df) => 1 - 3 / (4 * df - 1);

    static Found CohensDPaired(ConformanceEntry entry)
    {
        Require(entry, "correction", "none", "hedges_exact");
        var (pre, post) = entry.Pairs();
        var d = CohensDz.Of(pre, post, entry.Level);
        var (name, effect) = entry.Text("correction", "none") == "none" ? ("d", d) : ("g", HedgesCorrection.Apply(d, pre.Size - 1));
        return new Found { [name] = effect.Value, ["ci_low"] = effect.Intervals.Primary.Lower, ["ci_high"] = effect.Intervals.Primary.Upper };
    }

    static Found NormalSuperiority(ConformanceEntry entry)
    {
        Require(entry, "method", "normal_paired");
        var (pre, post) = entry.Pairs();
        var d = CohensDz.Of(pre, post, entry.Level);
        var interval = d.Intervals.Primary;
        return new Found
        {
            ["p_sup"] = StandardNormal.Cdf(d.Value), ["ci_low"] = StandardNormal.Cdf(interval.Lower!.Value), ["ci_high"] = StandardNormal.Cdf(interval.Upper!.Value),
        };
    }

    static Found PairedTTests(ConformanceEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var test = PairedTTest.Of(pre, post, entry.Alternative);
        return new Found
        {
            ["t"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue, ["mean_diff"] = MeanGain.Of(pre, post, entry.Level).Value,
            ["ci95"] = Limits(level => MeanGain.Of(pre, post, level).Intervals.Primary, entry.Level, entry.Alternative),
        };
    }

    static Found HedgesCorrections(ConformanceEntry entry)
    {
        var df = entry.Vector("df");
        return new Found
        {
            ["df"] = df, ["J_exact"] = Each(df.Length, i => HedgesCorrection.J(df[i])), ["J_approx"] = Each(df.Length, i => ApproximateJ(df[i])),
        };
    }

    static Found WilcoxonSignedRanks(ConformanceEntry entry)
    {
        Require(entry, "method", "normal_approximation", "exact_conditional");
        var (pre, post) = entry.Pairs();
        var ranks = SignedRanks.Of(pre, post, Zeros(entry));
        var test = entry.Text("method") == "exact_conditional"
            ? WilcoxonSignedRank.Exact(ranks, entry.Alternative)
            : WilcoxonSignedRank.Approximate(ranks, Correction(entry), entry.Alternative);
        return new Found { ["V"] = ranks.PositiveSum, ["z"] = test.Statistic, ["p"] = test.PValue };
    }

    static Found SignedRankEffects(ConformanceEntry entry)
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

    static Found RankBiserials(ConformanceEntry entry)
    {
        Require(entry, "design", "paired", "independent");
        if (entry.Text("design") == "independent")
            return new Found { ["r"] = CliffsDelta.Of(entry.Sample("first"), entry.Sample("second"), entry.Level).Value };
        var (pre, post) = entry.Pairs();
        return new Found { ["r"] = MatchedRankBiserial.Value(pre, post, Zeros(entry)) };
    }

    static ZeroRule Zeros(ConformanceEntry entry)
    {
        Require(entry, "zero_method", "wilcoxon", "pratt");
        return entry.Text("zero_method", "wilcoxon") == "pratt" ? ZeroRule.Pratt : ZeroRule.Wilcoxon;
    }

    static ContinuityCorrection Correction(ConformanceEntry entry) => entry.Flag("correction") ? ContinuityCorrection.Half : ContinuityCorrection.None;
}
