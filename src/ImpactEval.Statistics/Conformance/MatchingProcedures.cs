using ImpactEval.Statistics.Matching;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found LogisticRegressions(ConformanceEntry entry)
    {
        var formula = new EntryFormula(entry.Raw("formula"));
        var frame = EntryFrame.Of(entry, formula.Columns);
        var design = formula.Design(frame);
        var model = LogisticRegression.Fit(design, frame.Flags(formula.Response));
        var labels = formula.Renamed(design.Labels);
        var found = new Found
        {
            ["coef"] = By(labels, i => model.Coefficients[i]), ["se"] = By(labels, i => model.Of(design.Labels[i], entry.Level).StandardError),
            ["deviance"] = model.Deviance, ["null_deviance"] = model.NullDeviance, ["aic"] = model.Aic, ["mcfadden"] = model.McFadden,
            ["ps_first10"] = model.Probabilities.Take(10).ToArray(), ["ps_min"] = model.Probabilities.Min(), ["ps_max"] = model.Probabilities.Max(),
        };
        if (entry.Has("average_marginal_effect"))
            found[$"ame_{entry.Text("average_marginal_effect")}"] = model.AverageEffect(entry.Text("average_marginal_effect"));
        return found;
    }

    static Found BalanceTables(ConformanceEntry entry)
    {
        var names = entry.Texts("covariates");
        var frame = EntryFrame.Of(entry, [entry.Text("treatment"), .. names]);
        var table = BalanceTable.Of([.. names.Select(name => (name, frame.Sample(name)))], frame.Flags(entry.Text("treatment")), entry.Level);
        return names.Zip(table).ToDictionary(pair => pair.First, pair => (object?)new Found
        {
            ["mean_T"] = pair.Second.MeanTreated, ["mean_C"] = pair.Second.MeanComparison, ["diff"] = pair.Second.Difference.Value,
            ["smd_sd_treated"] = pair.Second.ByTreatedSd, ["smd_sd_control"] = pair.Second.ByComparisonSd,
            ["smd_pooled_unweighted_average"] = pair.Second.ByAverageVariance, ["normalised_difference_imbens_rubin"] = pair.Second.ByAverageVariance,
            ["normalised_difference_imbens_wooldridge"] = pair.Second.BySumOfVariances, ["variance_ratio"] = pair.Second.VarianceRatio,
            ["log_sd_ratio"] = pair.Second.LogSdRatio, ["welch_p"] = TwoSided(pair.Second.Difference).PValue,
        }, StringComparer.Ordinal);
    }

    static Found InverseProbabilities(ConformanceEntry entry)
    {
        Require(entry, "covariance", "HC2");
        var (formula, names) = (new EntryFormula(entry.Raw("propensity_model")), entry.Has("balance_covariates") ? entry.Texts("balance_covariates") : []);
        var frame = EntryFrame.Of(entry, [.. formula.Columns, entry.Text("outcome"), entry.Text("treatment"), .. names]);
        var treated = frame.Flags(entry.Text("treatment"));
        var scores = PropensityScore.Of(formula.Design(frame), treated);
        var ofTreated = BalancingWeights.InverseProbability(scores, treated, Estimand.Treated);
        var ofEverybody = BalancingWeights.InverseProbability(scores, treated, Estimand.Everybody);
        var outcome = frame.Sample(entry.Text("outcome"));
        var (att, ate) = (ofTreated.Impact(outcome, entry.Level), ofEverybody.Impact(outcome, entry.Level));
        var table = BalanceTable.Of([.. names.Select(name => (name, frame.Sample(name)))], ofTreated, entry.Level);
        return new Found
        {
            ["att"] = att.Value, ["att_se_hc2"] = att.StandardError, ["ate"] = ate.Value, ["ate_se_hc2"] = ate.StandardError,
            ["ess_control_att"] = ofTreated.EffectiveComparison, ["max_weight_ate"] = ofEverybody.Largest,
            ["smd_after_att"] = By(names, i => table[i].ByTreatedSd),
        };
    }

    static Found EntropyBalances(ConformanceEntry entry)
    {
        Require(entry, "moments", "1");
        Require(entry, "estimand", "ATT");
        var names = entry.Texts("covariates");
        var frame = EntryFrame.Of(entry, [entry.Text("outcome"), entry.Text("treatment"), .. names]);
        var treated = frame.Flags(entry.Text("treatment"));
        var covariates = names.Select(name => (name, frame.Sample(name))).ToArray();
        var weights = BalancingWeights.Entropy([.. covariates.Select(covariate => covariate.Item2)], treated);
        var table = BalanceTable.Of(covariates, weights, entry.Level);
        double[] controls = [.. weights.Weights.Where((_, row) => !treated[row])];
        return new Found
        {
            ["first5_control_weights"] = controls[..5], ["max_weight"] = controls.Max(), ["sum_weights"] = controls.Sum(),
            ["ess_control"] = weights.EffectiveComparison, ["att"] = weights.Impact(frame.Sample(entry.Text("outcome")), entry.Level).Value,
            ["max_abs_moment_error"] = table.Max(row => Math.Abs(row.Difference.Value / row.SdComparison)),
        };
    }
}
