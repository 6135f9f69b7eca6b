using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Missing;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found RubinPool(OracleEntry entry)
    {
        var variances = entry.Vector("variances");
        var pooled = RubinPooling.Of([.. entry.Vector("estimates").Select((value, i) => OfVariance(value, variances[i]))], entry.Number("n") - entry.Number("parameters"), entry.Level);
        return new Found
        {
            ["qbar"] = pooled.Estimate.Value, ["ubar"] = pooled.Within, ["b"] = pooled.Between, ["t"] = pooled.Total, ["r"] = pooled.RelativeIncrease,
            ["df_barnard_rubin"] = pooled.Estimate.DegreesOfFreedom, ["df_rubin_1987"] = pooled.DegreesOfFreedomOfRubin, ["fmi"] = pooled.FractionMissing,
            ["estimate"] = pooled.Estimate.Value, ["se"] = pooled.Estimate.StandardError, ["df"] = pooled.Estimate.DegreesOfFreedom,
            ["ci95"] = Limits(pooled.Estimate.Intervals.Primary),
        };
    }

    static Estimate OfVariance(double value, double variance) =>
        new(value, Math.Sqrt(variance), null, 0, NamedIntervals.Of(IntervalMethod.Normal, null, null, ConfidenceLevel.Percent95));

    static Found RubinPoolLinearModel(OracleEntry entry)
    {
        var fixedTerms = entry.Raw("formula").GetProperty("fixed").EnumerateArray().Select(term => term.GetString()!).ToArray();
        double[] Numbers(string column) => Array.ConvertAll(entry.Column(column), OracleTable.Number);
        var (imputation, y, x) = (entry.Column(entry.Text("imputation")), Numbers(entry.Raw("formula").GetProperty("response").GetString()!), fixedTerms.Select(Numbers).ToArray());
        var (fits, df) = (new List<Estimate[]>(), 0.0);
        foreach (var rows in Enumerable.Range(0, y.Length).GroupBy(row => imputation[row]).Select(group => group.ToArray()))
        {
            var design = Matrix<double>.Build.Dense(rows.Length, x.Length + 1, (i, j) => j == 0 ? 1 : x[j - 1][rows[i]]);
            var response = Vector<double>.Build.Dense(rows.Length, i => y[rows[i]]);
            var fitted = design.QR().Solve(response);
            df = rows.Length - fitted.Count;
            var variance = (response - design * fitted).DotProduct(response - design * fitted) / df;
            var inverse = design.TransposeThisAndMultiply(design).Inverse();
            fits.Add([.. fitted.Select((value, i) => OfVariance(value, variance * inverse[i, i]))]);
        }
        var pooled = Enumerable.Range(0, x.Length + 1).Select(term => RubinPooling.Of([.. fits.Select(fit => fit[term])], df, entry.Level)).ToArray();
        object?[] All(Func<PooledEstimate, double?> value) => [.. pooled.Select(term => (object?)value(term))];
        double T(PooledEstimate term) => term.Estimate.Value / term.Estimate.StandardError!.Value;
        return new Found
        {
            ["term"] = fixedTerms.Prepend("(Intercept)").ToArray(), ["estimate"] = All(term => term.Estimate.Value), ["se"] = All(term => term.Estimate.StandardError),
            ["t"] = All(term => T(term)), ["df"] = All(term => term.Estimate.DegreesOfFreedom),
            ["p"] = All(term => StudentT.PValue(T(term), term.Estimate.DegreesOfFreedom!.Value, Alternative.TwoSided)),
            ["low"] = All(term => term.Estimate.Intervals.Primary.Lower), ["high"] = All(term => term.Estimate.Intervals.Primary.Upper),
            ["within"] = All(term => term.Within), ["between"] = All(term => term.Between), ["total"] = All(term => term.Total),
            ["dfcom"] = All(_ => df), ["riv"] = All(term => term.RelativeIncrease), ["lambda"] = All(term => term.Lambda), ["fmi"] = All(term => term.FractionMissing),
        };
    }

    static Found LeeBoundsOf(OracleEntry entry)
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

    static Found Attrition(OracleEntry entry)
    {
        var (treated, observed) = (entry.Vector("treated"), entry.Vector("observed"));
        int Count(double arm, double least) => treated.Zip(observed).Count(person => person.First == arm && person.Second >= least);
        var table = AttritionTable.Of(Count(1, 0), Count(1, 1), Count(0, 0), Count(0, 1));
        return new Found
        {
            ["attrition_control"] = table.Comparison, ["attrition_treat"] = table.Treated, ["overall"] = table.Overall, ["differential"] = table.Differential,
            ["chi2"] = table.Test!.Statistic, ["p"] = table.Test.PValue,
        };
    }

    static Found? AttritionWeighting(OracleEntry entry)
    {
        if (entry.Text("covariance") != "HC2")
            return null;
        var model = entry.Raw("response_model");
        double[] Numbers(string column) => Array.ConvertAll(entry.Column(column), cell => cell.Length == 0 ? double.NaN : OracleTable.Number(cell));
        var (observed, treated) = (Numbers(model.GetProperty("response").GetString()!), Numbers(entry.Text("treatment")));
        double[] outcomes = [.. Numbers(entry.Text("outcome")).Select((outcome, i) => observed[i] == 1 ? outcome : double.NaN)];
        var predictors = model.GetProperty("fixed").EnumerateArray().Select(term => new Sample(Numbers(term.GetString()!))).ToArray();
        var found = ResponseWeighting.Of(outcomes, [.. treated.Select(arm => arm == 1)], predictors, ConfidenceLevel.Percent95, trim: 0);
        var (threshold, coefficients) = (found.ResponseModel.Thresholds[0], found.ResponseModel.Coefficients);
        return new Found
        {
            ["logit_coef"] = coefficients.Select(one => one.Value).Prepend(-threshold.Value).ToArray(),
            ["logit_se"] = coefficients.Select(one => one.StandardError!.Value).Prepend(threshold.StandardError!.Value).ToArray(),
            ["estimate"] = found.Difference.Value, ["se_hc2"] = found.Difference.StandardError, ["weight_min"] = found.Weights.Min(),
            ["weight_max"] = found.Weights.Max(), ["ess_kish"] = found.EffectiveSize,
        };
    }
}
