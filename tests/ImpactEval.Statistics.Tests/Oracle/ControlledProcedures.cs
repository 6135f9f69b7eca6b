using System.Text.Json;
using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found AdjustedMeansOf(OracleEntry entry)
    {
        var means = AdjustedMeans.Of(CoefficientCovariance.Classical(Model(entry).Model), entry.Text("factor"), entry.Level);
        var found = Columns([.. means.Select(mean => mean.Level)], [.. means.Select(mean => mean.Mean)]);
        (found["level"], found["emmean"]) = (found["term"], found["estimate"]);
        return found;
    }

    static Found? AdjustedMeanContrasts(OracleEntry entry)
    {
        if (entry.Text("p_adjust") is not ("none" or "holm"))
            return null;
        var covariance = CoefficientCovariance.Classical(Model(entry).Model);
        var factor = entry.Text("factor");
        var family = AdjustedMeans.Contrasts(covariance, factor, entry.Level).Count;
        var level = entry.Text("p_adjust") == "holm" ? AdjustedMeans.Simultaneous(entry.Level, family) : entry.Level;
        var contrasts = AdjustedMeans.Contrasts(covariance, factor, level);
        string[] names = [.. contrasts.Select(contrast => $"{contrast.Later} - {contrast.Earlier}")];
        var found = Columns(names, [.. contrasts.Select(contrast => contrast.Difference)]);
        found["contrast"] = found["term"];
        found["p"] = Adjusted(entry.Text("p_adjust"), [.. contrasts.Select(contrast => (double?)contrast.Test.PValue)]);
        return found;
    }

    static Found AdjustedEffectSizes(OracleEntry entry)
    {
        var formula = entry.Raw("formula");
        var frame = new RegressionFrame(entry, formula);
        var (model, factor) = (Model(entry).Model, entry.Text("factor"));
        var (cells, levels) = (frame.Cells(factor), model.Design.Factor(factor).Levels);
        Sample[] Split(Sample values) => [.. levels.Select(level => new Sample(values.Values.ToArray().Where((_, row) => cells[row] == level)))];
        var (response, covariate) = (Split(frame.Response(formula)), Split(frame.Numbers(formula.GetProperty("fixed")[0].GetString()!)));
        var covariance = CoefficientCovariance.Classical(model);
        var g = AdjustedEffectSize.Of(covariance, factor, response, ConfidenceLevel.Percent95);
        var differences = AdjustedMeans.Contrasts(covariance, factor, ConfidenceLevel.Percent95)
            .Where(contrast => contrast.Earlier == levels[0]).Select(contrast => contrast.Difference.Value).ToArray();
        var residual = Math.Sqrt(model.ResidualVariance);
        var (after, before) = (AdjustedEffectSize.WithinSd(response), AdjustedEffectSize.WithinSd(covariate));
        return new Found
        {
            ["term"] = levels.Skip(1).Select(level => factor + level).ToArray(), ["adjusted_difference"] = differences,
            ["by_residual_sd"] = Each(g.Count, i => differences[i] / residual),
            ["by_pooled_within_sd_post"] = Each(g.Count, i => differences[i] / after),
            ["by_pooled_within_sd_first_covariate"] = Each(g.Count, i => differences[i] / before),
            ["g_by_pooled_within_sd_post"] = Each(g.Count, i => g[i].Value), ["pooled_within_sd_post"] = after, ["residual_sd"] = residual,
        };
    }

    static Found LinEstimators(OracleEntry entry)
    {
        var frame = new RegressionFrame(entry);
        var treatment = entry.Raw("treatment");
        var group = treatment.GetProperty("treated").ToString();
        bool[] treated = [.. frame.Cells(treatment.GetProperty("column").GetString()!).Select(cell => cell == group)];
        var covariates = entry.Raw("covariates").EnumerateArray().Select(name => (name.GetString()!, frame.Numbers(name.GetString()!))).ToArray();
        var covariance = LinEstimator.Of(frame.Numbers(entry.Text("response")), treated, covariates, treatment.GetProperty("name").GetString()!);
        string[] labels = [.. covariance.Model.Design.Labels];
        return Columns(labels, Array.ConvertAll(labels, label => covariance.Of(label, entry.Level)));
    }

    static Found DifferencesInDifferences(OracleEntry entry)
    {
        var (treatedPre, treatedPost) = Waves(entry, "treated");
        var (controlPre, controlPost) = Waves(entry, "control");
        var effect = DifferenceInDifferences.OfPairs(treatedPre, treatedPost, controlPre, controlPost, ConfidenceLevel.Percent95);
        var groups = DifferenceInDifferences.Groups(treatedPre, treatedPost, controlPre, controlPost);
        return new Found
        {
            ["did"] = effect.Value, ["se_welch"] = effect.StandardError, ["welch_t_on_change"] = effect.Value / effect.StandardError,
            ["welch_df"] = effect.DegreesOfFreedom, ["se_student"] = MeanDifference.Student(groups, ConfidenceLevel.Percent95).StandardError,
        };
    }

    static Found ClusterSummaries(OracleEntry entry)
    {
        var (clusters, treatment) = (entry.Cells("cluster"), entry.Cells("treatment"));
        var sizes = clusters.GroupBy(cluster => cluster, StringComparer.Ordinal).Select(group => group.Count()).Order().ToArray();
        return new Found
        {
            ["n"] = clusters.Length, ["clusters"] = sizes.Length, ["cluster_sizes_sorted"] = sizes,
            ["clusters_treated"] = clusters.Where((_, row) => treatment[row] == "1").Distinct(StringComparer.Ordinal).Count(),
        };
    }

    static Found PrePostControls(OracleEntry entry)
    {
        var (treated, control, level) = (Summary(entry.Raw("treated")), Summary(entry.Raw("control")), entry.Level);
        PairedSummary Summary(JsonElement group) => group.TryGetProperty("n", out _)
            ? Summarised(group.GetProperty("n").GetDouble(), [.. SummaryKeys.Select(key => group.GetProperty(key).GetDouble())])
            : PairedSummary.Of(new Sample(entry.Vector(group.GetProperty("pre"))), new Sample(entry.Vector(group.GetProperty("post"))));
        var (d1, d2) = (PrePostControl.D1(treated, control, level), PrePostControl.D2(treated, control, level));
        var (df, change, pre, both) = (treated.Size + control.Size - 2.0, PrePostControl.Change(treated, control),
            PrePostControl.PooledSdPre(treated, control), PrePostControl.PooledSd(treated, control));
        static double Approximate(double m) => 1 - 3 / (4 * m - 1);
        double Uncorrected(PairedSummary group) => Approximate(group.DegreesOfFreedom) * group.MeanGain / group.SdPre;
        var rough = Approximate(df) * change / pre;
        return new Found
        {
            ["nT"] = treated.Size, ["nC"] = control.Size, ["change_T"] = treated.MeanGain, ["change_C"] = control.MeanGain,
            ["diff_in_change"] = change,
            ["rho_pooled"] = PrePostControl.PooledCorrelation(treated, control), ["sd_pre_pooled"] = pre, ["sd_pre_post_pooled"] = both,
            ["c_P_approx"] = Approximate(df), ["c_P_exact"] = HedgesCorrection.J(df), ["d_ppc2_uncorrected"] = change / pre,
            ["d_ppc2_c_approx"] = rough, ["d_ppc2_c_exact"] = d2.Value,
            ["var_ppc2_morris_eq25_c_approx"] = PrePostControl.Variance(rough, Approximate(df), treated, control),
            ["var_ppc2_morris_eq25_c_exact"] = d2.StandardError * d2.StandardError, ["ci_ppc2_normal_c_exact"] = Limits(d2.Intervals.Primary),
            ["var_ppc2_becker_form"] = 2 * (1 - PrePostControl.PooledCorrelation(treated, control)) * (1.0 / treated.Size + 1.0 / control.Size)
                + d2.Value * d2.Value / (2 * (df + 2)),
            ["g_T_exact"] = PrePostControl.OwnChange(treated), ["g_C_exact"] = PrePostControl.OwnChange(control),
            ["d_ppc1_c_approx"] = Uncorrected(treated) - Uncorrected(control), ["d_ppc1_c_exact"] = d1.Value,
            ["var_ppc1_becker"] = d1.StandardError * d1.StandardError, ["ci_ppc1_normal"] = Limits(d1.Intervals.Primary),
            ["d_ppc3_c_approx"] = Approximate(2 * df) * change / both, ["d_ppc3_c_df_half"] = Approximate(df) * change / both,
        };
    }

    static readonly string[] SummaryKeys = ["mean_pre", "mean_post", "sd_pre", "sd_post", "r"];

    static PairedSummary Summarised(double n, double[] of) =>
        new((int)n, of[0], of[1], of[2] * of[2], of[3] * of[3], of[2] * of[2] + of[3] * of[3] - 2 * of[4] * of[2] * of[3]);

    static (Sample Pre, Sample Post) Waves(OracleEntry entry, string group) =>
        (new Sample(entry.Vector(entry.Raw(group).GetProperty("pre"))), new Sample(entry.Vector(entry.Raw(group).GetProperty("post"))));
}
