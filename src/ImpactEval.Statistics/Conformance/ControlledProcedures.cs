using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found AdjustedMeansOf(ConformanceEntry entry)
    {
        Require(entry, "covariates_at", "mean");
        var covariance = CoefficientCovariance.Classical(Fit(entry, "formula", entry.Text("factor")).Model);
        var means = AdjustedMeans.Of(covariance, entry.Text("factor"), entry.Level);
        string[] levels = [.. means.Select(mean => mean.Level)];
        var found = Columns(levels, [.. means.Select(mean => mean.Mean)]);
        (found["level"], found["emmean"]) = (found["term"], found["estimate"]);
        if (!entry.Has("p_adjust"))
            return found;
        var contrasts = AdjustedMeanContrasts(entry);
        return Merged(found, new Found
        {
            ["contrast"] = contrasts["contrast"], ["estimate"] = contrasts["estimate"], ["se_contrast"] = contrasts["se"], ["t"] = contrasts["t"],
            [$"p_{entry.Text("p_adjust")}"] = contrasts["p"],
        });
    }

    static Found AdjustedMeanContrasts(ConformanceEntry entry)
    {
        Require(entry, "p_adjust", "none", "holm", "bonferroni", "sidak");
        Require(entry, "covariates_at", "mean");
        Require(entry, "contrasts", "all_pairs_later_minus_earlier");
        var covariance = CoefficientCovariance.Classical(Fit(entry, "formula", entry.Text("factor")).Model);
        var (factor, adjust) = (entry.Text("factor"), entry.Text("p_adjust", "none"));
        var family = AdjustedMeans.Contrasts(covariance, factor, entry.Level).Count;
        var contrasts = AdjustedMeans.Contrasts(covariance, factor, adjust switch
        {
            "none" => entry.Level,
            // Šidák (1967): intervals that hold together as if they were independent.
            "sidak" => new ConfidenceLevel(Math.Pow(entry.Level.Value, 1.0 / family)),
            _ => AdjustedMeans.Simultaneous(entry.Level, family),
        });
        string[] names = [.. contrasts.Select(contrast => $"{contrast.Later} - {contrast.Earlier}")];
        var found = Columns(names, [.. contrasts.Select(contrast => contrast.Difference)]);
        var p = Adjusted(adjust, [.. contrasts.Select(contrast => (double?)contrast.Test.PValue)]);
        return Merged(found, new Found { ["contrast"] = Themselves(names), ["p"] = By(names, i => p[i]) });
    }

    static Found AdjustedEffectSizes(ConformanceEntry entry)
    {
        var factor = entry.Text("factor");
        var (formula, frame, model, _) = Fit(entry, "formula", factor);
        var (places, levels) = (formula.Places(frame, factor), formula.Levels(factor));
        Sample[] Split(Sample values) => [.. levels.Select((_, level) => new Sample(values.Values.ToArray().Where((_, row) => places[row] == level)))];
        var covariates = model.Design.Terms.Where(term => term.Parts is [{ IsFactor: false }]).ToArray();
        var (response, covariate) = (Split(formula.ResponseOf(frame)), Split(frame.Sample(covariates[0].Name)));
        var covariance = CoefficientCovariance.Classical(model);
        var g = AdjustedEffectSize.Of(covariance, factor, response, entry.Level);
        var differences = AdjustedMeans.Contrasts(covariance, factor, entry.Level)
            .Where(contrast => contrast.Earlier == levels[0]).Select(contrast => contrast.Difference.Value).ToArray();
        var residual = Math.Sqrt(model.ResidualVariance);
        var (after, before) = (AdjustedEffectSize.WithinSd(response), AdjustedEffectSize.WithinSd(covariate));
        string[] terms = [.. levels.Skip(1).Select(level => factor + level)];
        return new Found
        {
            ["term"] = Themselves(terms), ["adjusted_difference"] = By(terms, i => differences[i]),
            ["by_residual_sd"] = By(terms, i => differences[i] / residual),
            ["by_pooled_within_sd_post"] = By(terms, i => differences[i] / after),
            ["by_pooled_within_sd_first_covariate"] = By(terms, i => differences[i] / before),
            ["g_by_pooled_within_sd_post"] = By(terms, i => g[i].Value), ["pooled_within_sd_post"] = after, ["residual_sd"] = residual,
        };
    }

    static Found LinEstimators(ConformanceEntry entry)
    {
        Require(entry, "covariance", "HC2");
        var (treatment, covariates) = (entry.Raw("treatment"), entry.Texts("covariates"));
        var column = treatment.GetProperty("column").GetString()!;
        var frame = EntryFrame.Of(entry, [entry.Text("response"), column, .. covariates]);
        bool[] treated = Array.ConvertAll(frame.Cells(column), cell => DataTable.Same(cell, treatment.GetProperty("treated")));
        var covariance = LinEstimator.Of(
            frame.Sample(entry.Text("response")), treated, [.. covariates.Select(name => (name, frame.Sample(name)))], treatment.GetProperty("name").GetString()!);
        return Columns([.. covariance.Model.Design.Labels], Estimates(covariance, entry.Level));
    }

    static Found DifferencesInDifferences(ConformanceEntry entry)
    {
        var (treatedPre, treatedPost) = entry.PairsOf("treated");
        var (controlPre, controlPost) = entry.PairsOf("control");
        var effect = DifferenceInDifferences.OfPairs(treatedPre, treatedPost, controlPre, controlPost, entry.Level);
        var groups = DifferenceInDifferences.Groups(treatedPre, treatedPost, controlPre, controlPost);
        return new Found
        {
            ["did"] = effect.Value, ["se_welch"] = effect.StandardError, ["welch_t_on_change"] = effect.Value / effect.StandardError,
            ["welch_df"] = effect.DegreesOfFreedom, ["se_student"] = MeanDifference.Student(groups, entry.Level).StandardError,
        };
    }

    static Found ClusterSummaries(ConformanceEntry entry)
    {
        var (clusters, treatment) = (entry.Cells("cluster"), entry.Vector("treatment"));
        var sizes = clusters.GroupBy(cluster => cluster, StringComparer.Ordinal).Select(group => group.Count()).Order().ToArray();
        return new Found
        {
            ["n"] = clusters.Length, ["clusters"] = sizes.Length, ["cluster_sizes_sorted"] = sizes,
            ["clusters_treated"] = clusters.Where((_, row) => treatment[row] == 1).Distinct(StringComparer.Ordinal).Count(),
        };
    }
}
