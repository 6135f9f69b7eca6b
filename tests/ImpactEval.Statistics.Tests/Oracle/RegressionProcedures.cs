using System.Text.Json;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found LinearModels(OracleEntry entry)
    {
        var (model, labels) = Model(entry);
        var covariance = CoefficientCovariance.Classical(model);
        var estimates = model.Design.Labels.Select(label => covariance.Of(label, entry.Level)).ToArray();
        return new Found
        {
            ["coefficients"] = By(labels, i => new Found
            {
                ["estimate"] = estimates[i].Value, ["std_error"] = estimates[i].StandardError,
                ["t_value"] = TwoSided(estimates[i]).Statistic, ["pr_t_"] = TwoSided(estimates[i]).PValue,
            }),
            ["ci95"] = By(labels, i => new Found
            {
                ["lower"] = estimates[i].Intervals.Primary.Lower, ["upper"] = estimates[i].Intervals.Primary.Upper,
            }),
            ["residual_sd"] = Math.Sqrt(model.ResidualVariance), ["df_residual"] = model.DegreesOfFreedom, ["r_squared"] = model.RSquared,
            ["adj_r_squared"] = model.AdjustedRSquared, ["f"] = model.OverallTest().F, ["log_likelihood"] = model.LogLikelihood,
            ["aic"] = model.Aic, ["bic"] = model.Bic,
        };
    }

    static Found? RobustLinearModels(OracleEntry entry)
    {
        if (!Enum.TryParse<HeteroscedasticKind>(entry.Text("covariance"), out var kind))
            return null;
        var (model, labels) = Model(entry);
        var covariance = HeteroscedasticCovariance.Of(model, kind);
        var estimates = model.Design.Labels.Select(label => covariance.Of(label, entry.Level)).ToArray();
        return Merged(Columns(labels, estimates), By(labels, i => estimates[i].StandardError));
    }

    static Found? ClusterRobusts(OracleEntry entry)
    {
        if (!Enum.TryParse<ClusterKind>(entry.Text("covariance"), out var kind))
            return null;
        var formula = entry.Raw("formula");
        var frame = new RegressionFrame(entry, formula);
        var design = frame.Design(formula);
        var labels = RegressionFrame.Labels(formula, design);
        var model = LinearModel.Fit(design, frame.Response(formula));
        var clusters = frame.Clusters(entry.Text("cluster"));
        var covariance = ClusterCovariance.Of(model, clusters, kind);
        int[] reported = entry.Has("report")
            ? [.. entry.Raw("report").EnumerateArray().Select(term => Array.IndexOf(labels, term.GetString()))]
            : [.. Enumerable.Range(0, labels.Length)];
        var estimates = Array.ConvertAll(reported, i => covariance.Of(design.Labels[i], ConfidenceLevel.Percent95));
        var found = Columns([.. reported.Select(i => labels[i])], estimates);
        var others = clusters.Distinct().Count() - 1;
        var naive = Each(estimates.Length, i => StudentT.PValue(TwoSided(estimates[i]).Statistic, others, Alternative.TwoSided));
        found["p_satterthwaite"] = found["p"];
        found["p_naive_t"] = naive;
        if (entry.Text("test") == "naive_t")
            found["p"] = naive;
        return entry.Has("report") && estimates.Length == 1 ? found.ToDictionary(pair => pair.Key, pair => Single(pair.Value)) : found;
    }

    static Found AnovaTables(OracleEntry entry)
    {
        var formula = entry.Raw("formula");
        var frame = new RegressionFrame(entry, formula);
        var (design, response) = (frame.Design(formula), frame.Response(formula));
        var tests = TermTests.Of(design, response, entry.Number("ss_type") == 2 ? SumOfSquaresType.TypeII : SumOfSquaresType.TypeIII);
        var model = LinearModel.Fit(design, response);
        var found = By([.. tests.Select(test => test.Term)], i => new Found
        {
            ["ss"] = tests[i].SumOfSquares, ["df"] = tests[i].DegreesOfFreedom, ["F"] = tests[i].F, ["p"] = tests[i].PValue,
            ["partial_eta2"] = tests[i].PartialEtaSquared, ["partial_omega2"] = tests[i].PartialOmegaSquared,
        });
        found["residual"] = found["Residuals"] = new Found { ["ss"] = model.ResidualSumOfSquares, ["df"] = model.DegreesOfFreedom };
        return Merged(found, new Found
        {
            ["term"] = (object?[])[.. tests.Select(test => test.Term), "Residuals"],
            ["ss"] = (object?[])[.. tests.Select(test => (object)test.SumOfSquares), model.ResidualSumOfSquares],
            ["df"] = (object?[])[.. tests.Select(test => (object)test.DegreesOfFreedom), model.DegreesOfFreedom],
            ["F"] = (object?[])[.. tests.Select(test => (object)test.F), null],
            ["p"] = (object?[])[.. tests.Select(test => (object)test.PValue), null],
            ["partial_eta2"] = (object?[])[.. tests.Select(test => (object)test.PartialEtaSquared), null],
        });
    }

    static Found JointBalanceTests(OracleEntry entry)
    {
        var test = Model(entry).Model.OverallTest();
        return new Found { ["F"] = test.F, ["df1"] = test.DegreesOfFreedom1, ["df2"] = test.DegreesOfFreedom2, ["p"] = test.PValue };
    }

    static (LinearModel Model, string[] Labels) Model(OracleEntry entry)
    {
        var formula = entry.Raw("formula");
        var frame = new RegressionFrame(entry, formula);
        var design = frame.Design(formula);
        return (LinearModel.Fit(design, frame.Response(formula)), RegressionFrame.Labels(formula, design));
    }

    static TestResult TwoSided(Estimate estimate) => CoefficientCovariance.Test(estimate, Alternative.TwoSided);

    static Found Columns(string[] labels, Estimate[] estimates) => new()
    {
        ["term"] = labels,
        ["estimate"] = Each(estimates.Length, i => estimates[i].Value),
        ["se"] = Each(estimates.Length, i => estimates[i].StandardError!.Value),
        ["df"] = Each(estimates.Length, i => estimates[i].DegreesOfFreedom!.Value),
        ["t"] = Each(estimates.Length, i => TwoSided(estimates[i]).Statistic),
        ["p"] = Each(estimates.Length, i => TwoSided(estimates[i]).PValue),
        ["low"] = Each(estimates.Length, i => estimates[i].Intervals.Primary.Lower!.Value),
        ["high"] = Each(estimates.Length, i => estimates[i].Intervals.Primary.Upper!.Value),
    };

    static Found By(string[] names, Func<int, object?> value) =>
        Enumerable.Range(0, names.Length).ToDictionary(i => names[i], value, StringComparer.Ordinal);

    static Found Merged(Found one, Found other)
    {
        foreach (var (key, value) in other)
            one[key] = value;
        return one;
    }

    static object? Single(object? column) => column is Array { Length: 1 } one ? one.GetValue(0) : column;
}
