using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found EmNormal(ConformanceEntry entry)
    {
        var normal = NormalByEm.Of(IncompleteScoresOf(entry));
        return new Found
        {
            ["variables"] = entry.Raw("columns").EnumerateArray().Select((column, i) => column.TryGetProperty("column", out var name) ? name.GetString()! : $"{i + 1}").ToArray(),
            ["means"] = normal.Mean.ToArray(), ["cov"] = normal.Covariance.EnumerateRows().Select(row => row.ToArray()).ToArray(),
        };
    }

    static Found RubinPool(ConformanceEntry entry)
    {
        Require(entry, "df", "barnard_rubin", "rubin_1987");
        var variances = entry.Vector("variances");
        var pooled = RubinPooling.Of([.. entry.Vector("estimates").Select((value, i) => OfVariance(value, variances[i]))], entry.Number("n") - entry.Number("parameters", 1), entry.Level);
        var (value, error) = (pooled.Estimate.Value, pooled.Estimate.StandardError!.Value);
        var rubin = entry.Text("df", "barnard_rubin") == "rubin_1987";
        var (old, adjusted) = (pooled.DegreesOfFreedomOfRubin ?? double.PositiveInfinity, pooled.Estimate.DegreesOfFreedom ?? double.PositiveInfinity);
        var margin = double.IsFinite(old) ? StudentT.TwoSided(entry.Level, old) * error : StandardNormal.TwoSided(entry.Level) * error;
        return new Found
        {
            ["qbar"] = value, ["ubar"] = pooled.Within, ["b"] = pooled.Between, ["t"] = pooled.Total, ["r"] = pooled.RelativeIncrease,
            ["df_barnard_rubin"] = adjusted, ["df_rubin_1987"] = old, ["fmi"] = pooled.FractionMissing,
            ["estimate"] = value, ["se"] = error, ["df"] = rubin ? old : adjusted, ["ci95"] = rubin ? (double[])[value - margin, value + margin] : Limits(pooled.Estimate.Intervals.Primary),
        };
    }

    static Estimate OfVariance(double value, double variance) =>
        new(value, Math.Sqrt(variance), null, 0, NamedIntervals.Of(IntervalMethod.Normal, null, null, ConfidenceLevel.Percent95));

    static Found RubinPoolLinearModel(ConformanceEntry entry)
    {
        Require(entry, "df", "barnard_rubin");
        var (formula, imputation) = (new EntryFormula(entry.Raw("formula")), entry.Text("imputation"));
        var fits = EntryFrame.Of(entry, [.. formula.Columns, imputation]).SplitBy(imputation).Select(frame => Fit(formula, frame)).ToArray();
        var terms = fits[0].Labels;
        var estimates = Array.ConvertAll(fits, fit => Estimates(CoefficientCovariance.Classical(fit.Model), entry.Level));
        double df = fits[0].Model.DegreesOfFreedom;
        var pooled = terms.Select((_, term) => RubinPooling.Of([.. estimates.Select(fit => fit[term])], df, entry.Level)).ToArray();
        Named Of(Func<PooledEstimate, double?> value) => By(terms, i => value(pooled[i]));
        return Merged(Columns(terms, [.. pooled.Select(term => term.Estimate)]), new Found
        {
            ["within"] = Of(term => term.Within), ["between"] = Of(term => term.Between), ["total"] = Of(term => term.Total), ["dfcom"] = Of(_ => df),
            ["riv"] = Of(term => term.RelativeIncrease), ["lambda"] = Of(term => term.Lambda), ["fmi"] = Of(term => term.FractionMissing),
        });
    }

    static Found LeeBoundsOf(ConformanceEntry entry)
    {
        var (outcome, treated, observed) = (entry.Vector("outcome"), entry.Vector("treated"), entry.Vector("observed"));
        ObservedArm Arm(double arm) => new(new Sample(outcome.Where((_, i) => treated[i] == arm && observed[i] == 1)), treated.Count(one => one == arm));
        var (of, against) = (Arm(1), Arm(0));
        var bounds = LeeBounds.Of(of, against);
        return new Found
        {
            ["retention_treat"] = of.Retention, ["retention_control"] = against.Retention, ["trimming_proportion"] = bounds.TrimmedShare,
            ["n_trimmed"] = bounds.Trimmed, ["naive"] = bounds.Naive, ["lower"] = bounds.Lower, ["upper"] = bounds.Upper,
        };
    }

    static Found Attrition(ConformanceEntry entry)
    {
        var (treated, observed) = (entry.Vector("treated"), entry.Vector("observed"));
        int Count(double arm, double least) => treated.Zip(observed).Count(person => person.First == arm && person.Second >= least);
        var table = AttritionTable.Of(Count(1, 0), Count(1, 1), Count(0, 0), Count(0, 1));
        return new Found
        {
            ["attrition_control"] = table.Comparison, ["attrition_treat"] = table.Treated, ["overall"] = table.Overall, ["differential"] = table.Differential,
            ["chi2"] = table.Test?.Statistic, ["p"] = table.Test?.PValue,
        };
    }

    static Found AttritionWeighting(ConformanceEntry entry)
    {
        Require(entry, "covariance", "HC2");
        var model = new EntryFormula(entry.Raw("response_model"));
        // The outcome of people who are not observed may be missing: it is not used.
        var frame = EntryFrame.Of(entry, [.. model.Columns, entry.Text("treatment")]);
        var design = model.Design(frame);
        var observed = frame.Flags(model.Response);
        double[] outcomes = [.. frame.Numbers(entry.Text("outcome")).Select((outcome, i) => observed[i] ? outcome : double.NaN)];
        Sample[] predictors = [.. design.Terms.SelectMany(EntryFormula.ModelColumns).Select(column => column.Values)];
        var found = ResponseWeighting.Of(outcomes, frame.Flags(entry.Text("treatment")), predictors, entry.Level, trim: 0);
        var (threshold, coefficients) = (found.ResponseModel.Thresholds[0], found.ResponseModel.Coefficients);
        var labels = model.Renamed(design.Labels);
        return new Found
        {
            // A cumulative logit of two answers has a threshold, minus the intercept of the logit.
            ["logit_coef"] = By(labels, i => i == 0 ? -threshold.Value : coefficients[i - 1].Value),
            ["logit_se"] = By(labels, i => i == 0 ? threshold.StandardError : coefficients[i - 1].StandardError),
            ["estimate"] = found.Difference.Value, ["se_hc2"] = found.Difference.StandardError, ["weight_min"] = found.Weights.Min(),
            ["weight_max"] = found.Weights.Max(), ["ess_kish"] = found.EffectiveSize,
        };
    }
}
