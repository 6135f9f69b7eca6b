using ImpactEval.Statistics.Matching;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found LogisticRegressions(OracleEntry entry)
    {
        var formula = entry.Raw("formula");
        var frame = new RegressionFrame(entry, formula);
        var design = frame.Design(formula);
        var model = LogisticRegression.Fit(design, frame.Flags(formula.GetProperty("response").GetString()!));
        var labels = RegressionFrame.Labels(formula, design);
        return new Found
        {
            ["coef"] = By(labels, i => model.Coefficients[i]),
            ["se"] = Each(labels.Length, i => model.Of(design.Labels[i], ConfidenceLevel.Percent95).StandardError!.Value),
            ["deviance"] = model.Deviance, ["null_deviance"] = model.NullDeviance, ["aic"] = model.Aic, ["mcfadden"] = model.McFadden,
            ["ame_treat"] = entry.Has("average_marginal_effect") ? model.AverageEffect(entry.Text("average_marginal_effect")) : null,
            ["ps_first10"] = model.Probabilities.Take(10).ToArray(), ["ps_min"] = model.Probabilities.Min(), ["ps_max"] = model.Probabilities.Max(),
        };
    }

    static Found BalanceTables(OracleEntry entry)
    {
        var frame = new RegressionFrame(entry);
        var covariates = Covariates(entry, frame, "covariates");
        var table = BalanceTable.Of(covariates, frame.Flags(entry.Text("treatment")), ConfidenceLevel.Percent95);
        return By([.. covariates.Select(covariate => covariate.Name)], i => new Found
        {
            ["mean_T"] = table[i].MeanTreated, ["mean_C"] = table[i].MeanComparison, ["diff"] = table[i].Difference.Value,
            ["smd_sd_treated"] = table[i].ByTreatedSd, ["smd_sd_control"] = table[i].ByComparisonSd,
            ["smd_pooled_unweighted_average"] = table[i].ByAverageVariance, ["normalised_difference_imbens_rubin"] = table[i].ByAverageVariance,
            ["normalised_difference_imbens_wooldridge"] = table[i].BySumOfVariances, ["variance_ratio"] = table[i].VarianceRatio,
            ["log_sd_ratio"] = table[i].LogSdRatio, ["welch_p"] = TwoSided(table[i].Difference).PValue,
        });
    }

    static Found InverseProbabilities(OracleEntry entry)
    {
        var formula = entry.Raw("propensity_model");
        var frame = new RegressionFrame(entry, formula);
        var treated = frame.Flags(entry.Text("treatment"));
        var scores = PropensityScore.Of(frame.Design(formula), treated);
        var ofTreated = BalancingWeights.InverseProbability(scores, treated, Estimand.Treated);
        var ofEverybody = BalancingWeights.InverseProbability(scores, treated, Estimand.Everybody);
        var outcome = frame.Numbers(entry.Text("outcome"));
        var (att, ate) = (ofTreated.Impact(outcome, ConfidenceLevel.Percent95), ofEverybody.Impact(outcome, ConfidenceLevel.Percent95));
        var covariates = Covariates(entry, frame, "balance_covariates");
        var table = BalanceTable.Of(covariates, ofTreated, ConfidenceLevel.Percent95);
        return new Found
        {
            ["att"] = att.Value, ["att_se_hc2"] = att.StandardError, ["ate"] = ate.Value, ["ate_se_hc2"] = ate.StandardError,
            ["ess_control_att"] = ofTreated.EffectiveComparison, ["max_weight_ate"] = ofEverybody.Largest,
            ["smd_after_att"] = By([.. covariates.Select(covariate => covariate.Name)], i => table[i].ByTreatedSd),
        };
    }

    static Found EntropyBalances(OracleEntry entry)
    {
        var frame = new RegressionFrame(entry);
        var treated = frame.Flags(entry.Text("treatment"));
        var covariates = Covariates(entry, frame, "covariates");
        var weights = BalancingWeights.Entropy([.. covariates.Select(covariate => covariate.Values)], treated);
        var table = BalanceTable.Of(covariates, weights, ConfidenceLevel.Percent95);
        double[] controls = [.. weights.Weights.Where((_, row) => !treated[row])];
        return new Found
        {
            ["first5_control_weights"] = controls[..5], ["max_weight"] = controls.Max(), ["sum_weights"] = controls.Sum(),
            ["ess_control"] = weights.EffectiveComparison,
            ["att"] = weights.Impact(frame.Numbers(entry.Text("outcome")), ConfidenceLevel.Percent95).Value,
            ["max_abs_moment_error"] = table.Max(row => Math.Abs(row.Difference.Value / row.SdComparison)),
        };
    }

    static (string Name, Sample Values)[] Covariates(OracleEntry entry, RegressionFrame frame, string argument) =>
        [.. entry.Raw(argument).EnumerateArray().Select(name => (name.GetString()!, frame.Numbers(name.GetString()!)))];
}
