using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Pooling;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

/// <summary>Effect sizes with their sampling variances, as meta-analyses take them.</summary>
static partial class Procedures
{
    static Found Escalc(ConformanceEntry entry)
    {
        var measure = entry.Text("measure");
        if (entry.Has("variance_type") && entry.Text("variance_type") != "LS")
            measure += " " + entry.Text("variance_type");
        return measure switch
        {
            "RR" or "OR" => ShareEffects(entry, measure),
            "ZCOR" => Correlations(entry),
            _ => entry.Has("pre") ? PairedEffect(entry, measure) : GroupEffects(entry, measure),
        };
    }

    static Found PairedEffect(ConformanceEntry entry, string measure)
    {
        var (pre, post) = entry.Pairs();
        var pairs = PairedSummary.Of(pre, post);
        double n = pairs.Size;
        switch (measure)
        {
            case "MC":
                return new Found { ["yi"] = pairs.MeanGain, ["vi"] = pairs.VarianceOfGain / n };
            case "SMCC":
                var gz = HedgesCorrection.J(n - 1) * CohensDz.Value(pairs);
                return new Found { ["yi"] = gz, ["vi"] = 1 / n + gz * gz / (2 * n) };
            case "SMCR":
                var g = HedgesCorrection.Apply(GlassDelta.ByPre(pairs, entry.Level), n - 1).Value;
                return new Found { ["yi"] = g, ["vi"] = GlassDelta.SamplingVariance(g, pairs) };
            default:
                throw new NotSupportedException($"measure {measure} of pairs");
        }
    }

    /// <summary>One effect of two samples, or one for each study of a table of summaries; null where the data carry none.</summary>
    static Found GroupEffects(ConformanceEntry entry, string measure)
    {
        if (entry.Has("first"))
        {
            var (effect, variance) = GroupEffect(TwoGroups.Of(entry.Sample("first"), entry.Sample("second")), measure);
            return new Found { ["yi"] = effect, ["vi"] = variance };
        }
        if (!entry.Has("n_first"))
            throw new NotSupportedException($"measure {measure}");
        double[][] columns = [.. GroupKeys.Select(entry.Vector)];
        var effects = Enumerable.Range(0, columns[0].Length).Select(study =>
        {
            var row = Array.ConvertAll(columns, column => column[study]);
            return Array.Exists(row, double.IsNaN)
                ? ((double, double)?)null
                : GroupEffect(new TwoGroups((int)row[0], (int)row[1], row[2], row[3], row[4] * row[4], row[5] * row[5]), measure);
        }).ToArray();
        return new Found { ["yi"] = effects.Select(effect => effect?.Item1).ToArray(), ["vi"] = effects.Select(effect => effect?.Item2).ToArray() };
    }

    static Found ShareEffects(ConformanceEntry entry, string measure)
    {
        double[][] columns = [.. CountKeys.Select(entry.Vector)];
        var ratios = Enumerable.Range(0, columns[0].Length).Select(study =>
        {
            var row = Array.ConvertAll(columns, column => (int)column[study]);
            var shares = new TwoShares(row[0], row[0] + row[1], row[2], row[2] + row[3]);
            return measure == "RR" ? shares.Ratio(entry.Level) : shares.OddsRatio(entry.Level);
        }).ToArray();
        return new Found { ["yi"] = Each(ratios.Length, i => Math.Log(ratios[i].Value)), ["vi"] = Each(ratios.Length, i => ratios[i].StandardError!.Value * ratios[i].StandardError!.Value) };
    }

    static readonly string[] CountKeys = ["events_first", "nonevents_first", "events_second", "nonevents_second"];

    /// <summary>Fisher's z with variance 1/(n − 3).</summary>
    static Found Correlations(ConformanceEntry entry)
    {
        var grid = Grid(entry, "r", "n");
        return new Found { ["yi"] = Array.ConvertAll(grid["r"], Math.Atanh), ["vi"] = Array.ConvertAll(grid["n"], n => 1 / (n - 3)) };
    }

    static readonly string[] GroupKeys = ["n_first", "n_second", "mean_first", "mean_second", "sd_first", "sd_second"];

    static (double Effect, double Variance) GroupEffect(TwoGroups groups, string measure)
    {
        switch (measure)
        {
            case "MD":
                return (groups.Difference, groups.WelchError * groups.WelchError);
            case "SMD":
                var g = StandardisedDifference.HedgesG(groups, ConfidenceLevel.Percent95).Value;
                return (g, StandardisedDifference.SamplingVariance(g, groups));
            case "VR":
                var ratio = VarianceRatio.Log(groups, ConfidenceLevel.Percent95);
                return (ratio.Value, ratio.StandardError!.Value * ratio.StandardError.Value);
            default:
                throw new NotSupportedException($"measure {measure}");
        }
    }

    static Found PrePostControls(ConformanceEntry entry)
    {
        var (treated, control, level) = (Summary(entry, "treated"), Summary(entry, "control"), entry.Level);
        var (d1, d2) = (PrePostControl.D1(treated, control, level), PrePostControl.D2(treated, control, level));
        var (df, change, pre, both) = (treated.Size + control.Size - 2.0, PrePostControl.Change(treated, control),
            PrePostControl.PooledSdPre(treated, control), PrePostControl.PooledSd(treated, control));
        double Uncorrected(PairedSummary group) => ApproximateJ(group.DegreesOfFreedom) * group.MeanGain / group.SdPre;
        var rough = ApproximateJ(df) * change / pre;
        return new Found
        {
            ["nT"] = treated.Size, ["nC"] = control.Size, ["change_T"] = treated.MeanGain, ["change_C"] = control.MeanGain,
            ["diff_in_change"] = change,
            ["rho_pooled"] = PrePostControl.PooledCorrelation(treated, control), ["sd_pre_pooled"] = pre, ["sd_pre_post_pooled"] = both,
            ["c_P_approx"] = ApproximateJ(df), ["c_P_exact"] = HedgesCorrection.J(df), ["d_ppc2_uncorrected"] = change / pre,
            ["d_ppc2_c_approx"] = rough, ["d_ppc2_c_exact"] = d2.Value,
            ["var_ppc2_morris_eq25_c_approx"] = PrePostControl.Variance(rough, ApproximateJ(df), treated, control),
            ["var_ppc2_morris_eq25_c_exact"] = d2.StandardError * d2.StandardError, ["ci_ppc2_normal_c_exact"] = Limits(d2.Intervals.Primary),
            ["var_ppc2_becker_form"] = 2 * (1 - PrePostControl.PooledCorrelation(treated, control)) * (1.0 / treated.Size + 1.0 / control.Size)
                + d2.Value * d2.Value / (2 * (df + 2)),
            ["g_T_exact"] = PrePostControl.OwnChange(treated), ["g_C_exact"] = PrePostControl.OwnChange(control),
            ["d_ppc1_c_approx"] = Uncorrected(treated) - Uncorrected(control), ["d_ppc1_c_exact"] = d1.Value,
            ["var_ppc1_becker"] = d1.StandardError * d1.StandardError, ["ci_ppc1_normal"] = Limits(d1.Intervals.Primary),
            ["d_ppc3_c_approx"] = ApproximateJ(2 * df) * change / both, ["d_ppc3_c_df_half"] = ApproximateJ(df) * change / both,
        };
    }

    static PairedSummary Summary(ConformanceEntry entry, string argument)
    {
        var group = entry.Raw(argument);
        if (group.TryGetProperty("n", out _))
            return Summaries(entry, argument)[0];
        var (pre, post) = entry.PairsOf(argument);
        return PairedSummary.Of(pre, post);
    }

    static Found PrePostControlMeta(ConformanceEntry entry)
    {
        Require(entry, "measure", "SMCR");
        var effects = Summaries(entry, "treated").Zip(Summaries(entry, "control"), (treated, control) => PrePostControl.D1(treated, control, entry.Level)).ToArray();
        var studies = new StudyEffects(new Sample(effects.Select(effect => effect.Value)), new Sample(effects.Select(effect => effect.StandardError!.Value * effect.StandardError.Value)));
        var pooled = MetaAnalysis.Of(studies, ModelOf(entry));
        return new Found
        {
            ["yi"] = studies.Effects.Values.ToArray(), ["vi"] = studies.Variances.Values.ToArray(), ["pooled"] = pooled.Mean.Value, ["se"] = pooled.Mean.StandardError,
            ["tau2"] = pooled.Heterogeneity.Variance, ["Q"] = pooled.Heterogeneity.Q.Statistic, ["I2"] = 100 * pooled.Heterogeneity.ISquared,
        };
    }

    /// <summary>One group of each study from its size, means, standard deviations and correlation.</summary>
    static PairedSummary[] Summaries(ConformanceEntry entry, string argument)
    {
        double[][] columns = [.. SummaryKeys.Select(key => entry.Vector(entry.Raw(argument).GetProperty(key)))];
        return [.. Enumerable.Range(0, columns[0].Length).Select(study => Summarised(Array.ConvertAll(columns, column => column[study])))];
    }

    static readonly string[] SummaryKeys = ["n", "mean_pre", "mean_post", "sd_pre", "sd_post", "r"];

    static PairedSummary Summarised(double[] of) =>
        new((int)of[0], of[1], of[2], of[3] * of[3], of[4] * of[4], of[3] * of[3] + of[4] * of[4] - 2 * of[5] * of[3] * of[4]);
}
