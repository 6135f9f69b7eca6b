using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found PairedEffects(OracleEntry entry)
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
            ["J_approx_df_n_minus_1"] = 1 - 3 / (4 * df - 1), ["J_approx_df_2n_minus_2"] = 1 - 3 / (8 * df - 1),
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

    static Found CohensDPaired(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var d = CohensDz.Of(pre, post, entry.Level);
        var (name, effect) = entry.Text("correction") == "none" ? ("d", d) : ("g", HedgesCorrection.Apply(d, pre.Size - 1));
        return new Found { [name] = effect.Value, ["ci_low"] = effect.Intervals.Primary.Lower, ["ci_high"] = effect.Intervals.Primary.Upper };
    }

    static Found PairedTTests(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var test = PairedTTest.Of(pre, post, entry.Alternative);
        // A one-sided interval at 95 % has the one limit of the two-sided interval at 90 %.
        var tail = (1 - entry.Level.Value) * (entry.Alternative == Alternative.TwoSided ? 1 : 2);
        var gain = MeanGain.Of(pre, post, new ConfidenceLevel(1 - tail));
        var interval = gain.Intervals.Primary;
        return new Found
        {
            ["t"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue, ["mean_diff"] = gain.Value,
            ["ci95"] = Limits(entry.Alternative switch
            {
                Alternative.Greater => interval with { Upper = null },
                Alternative.Less => interval with { Lower = null },
                _ => interval,
            }),
        };
    }

    static Found? Escalc(OracleEntry entry)
    {
        if (!entry.Has("pre"))
            return null;
        var (pre, post) = entry.Pairs();
        var pairs = PairedSummary.Of(pre, post);
        double n = pairs.Size;
        switch (entry.Text("measure"))
        {
            case "MC":
                return new Found { ["yi"] = pairs.MeanGain, ["vi"] = pairs.VarianceOfGain / n };
            case "SMCC":
                var gz = HedgesCorrection.J(n - 1) * CohensDz.Value(pairs);
                return new Found { ["yi"] = gz, ["vi"] = 1 / n + gz * gz / (2 * n) };
            case "SMCR":
                var g = HedgesCorrection.Apply(GlassDelta.ByPre(pairs, ConfidenceLevel.Percent95), n - 1).Value;
                return new Found { ["yi"] = g, ["vi"] = GlassDelta.SamplingVariance(g, pairs) };
            default:
                return null;
        }
    }

    static Found HedgesCorrections(OracleEntry entry)
    {
        var df = entry.Vector("df");
        return new Found
        {
            ["df"] = df,
            ["J_exact"] = Each(df.Length, i => HedgesCorrection.J(df[i])),
            ["J_approx"] = Each(df.Length, i => 1 - 3 / (4 * df[i] - 1)),
        };
    }
}
