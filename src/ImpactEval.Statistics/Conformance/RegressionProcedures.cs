using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    /// <summary>A formula over the table of its entry, and the least squares fit.</summary>
    sealed record Fitted(EntryFormula Formula, EntryFrame Frame, LinearModel Model, string[] Labels);

    static Fitted Fit(ConformanceEntry entry, string argument = "formula", params IEnumerable<string> columns)
    {
        var formula = new EntryFormula(entry.Raw(argument));
        return Fit(formula, EntryFrame.Of(entry, [.. formula.Columns, .. columns]));
    }

    static Fitted Fit(EntryFormula formula, EntryFrame frame)
    {
        var design = formula.Design(frame);
        return new Fitted(formula, frame, LinearModel.Fit(design, formula.ResponseOf(frame)), formula.Renamed(design.Labels));
    }

    static Estimate[] Estimates(CoefficientCovariance covariance, ConfidenceLevel level) =>
        [.. covariance.Model.Design.Labels.Select(label => covariance.Of(label, level))];

    static Found LinearModels(ConformanceEntry entry)
    {
        var (_, _, model, labels) = Fit(entry);
        var estimates = Estimates(CoefficientCovariance.Classical(model), entry.Level);
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
            ["adj_r_squared"] = model.AdjustedRSquared, ["f"] = new OnDemand(() => model.OverallTest().F),
            ["log_likelihood"] = model.LogLikelihood, ["aic"] = model.Aic, ["bic"] = model.Bic,
        };
    }

    static Found RobustLinearModels(ConformanceEntry entry)
    {
        if (!Enum.TryParse<HeteroscedasticKind>(entry.Text("covariance"), out var kind))
            throw new NotSupportedException($"covariance {entry.Text("covariance")}");
        var (_, _, model, labels) = Fit(entry);
        var estimates = Estimates(HeteroscedasticCovariance.Of(model, kind), entry.Level);
        // An entry lists its terms, or holds the standard error of each under the name of the term.
        return Merged(Columns(labels, estimates), Enumerable.Range(0, labels.Length).ToDictionary(i => labels[i], i => (object?)estimates[i].StandardError, StringComparer.Ordinal));
    }

    static Found ClusterRobusts(ConformanceEntry entry)
    {
        if (!Enum.TryParse<ClusterKind>(entry.Text("covariance"), out var kind))
            throw new NotSupportedException($"covariance {entry.Text("covariance")}");
        var (_, frame, model, labels) = Fit(entry, "formula", entry.Text("cluster"));
        var clusters = frame.Groups(entry.Text("cluster"));
        var covariance = ClusterCovariance.Of(model, clusters, kind);
        var tests = entry.Has("test") ? entry.Texts("test") : ["satterthwaite"];
        if (Array.Find(tests, test => test is not ("satterthwaite" or "naive_t")) is { } unknown)
            throw new NotSupportedException($"test {unknown}");
        int[] reported = entry.Has("report") ? [.. entry.Texts("report").Select(term => Place(labels, term))] : [.. Enumerable.Range(0, labels.Length)];
        string[] names = [.. reported.Select(i => labels[i])];
        var estimates = Array.ConvertAll(reported, i => covariance.Of(model.Design.Labels[i], entry.Level));
        var found = Columns(names, estimates);
        double others = clusters.Distinct().Count() - 1;
        var naive = By(names, i => StudentT.PValue(TwoSided(estimates[i]).Statistic, others, Alternative.TwoSided));
        (found["p_satterthwaite"], found["p_naive_t"]) = (found["p"], naive);
        return tests is ["naive_t"] ? Merged(found, new Found { ["p"] = naive, ["df"] = By(names, _ => others) }) : found;
    }

    static int Place(string[] labels, string term) => Array.IndexOf(labels, term) is >= 0 and var place ? place : throw new FormatException($"The model has no term '{term}'.");

    static Found AnovaTables(ConformanceEntry entry)
    {
        Require(entry, "ss_type", "2", "3");
        var (formula, frame, model, _) = Fit(entry);
        var response = formula.ResponseOf(frame);
        var tests = TermTests.Of(model.Design, response, entry.Number("ss_type") == 2 ? SumOfSquaresType.TypeII : SumOfSquaresType.TypeIII);
        string[] rows = [.. formula.Renamed(tests.Select(test => test.Term)), "Residuals"];
        Named Of(Func<TermTest, double> value, double? rest = null) => By(rows, i => i < tests.Count ? value(tests[i]) : rest);
        // An entry lists its terms, or holds them by name.
        var found = new Found
        {
            ["term"] = Themselves(rows), ["ss"] = Of(test => test.SumOfSquares, model.ResidualSumOfSquares), ["df"] = Of(test => test.DegreesOfFreedom, model.DegreesOfFreedom),
            ["F"] = Of(test => test.F), ["p"] = Of(test => test.PValue), ["partial_eta2"] = Of(test => test.PartialEtaSquared),
            ["partial_omega2"] = Of(test => test.PartialOmegaSquared),
        };
        foreach (var (term, test) in rows.Zip(tests))
            found[term] = new Found
            {
                ["ss"] = test.SumOfSquares, ["df"] = test.DegreesOfFreedom, ["F"] = test.F, ["p"] = test.PValue,
                ["partial_eta2"] = test.PartialEtaSquared, ["partial_omega2"] = test.PartialOmegaSquared,
            };
        found["residual"] = found["Residuals"] = new Found { ["ss"] = model.ResidualSumOfSquares, ["df"] = model.DegreesOfFreedom };
        return found;
    }

    static Found JointBalanceTests(ConformanceEntry entry) => VarianceTest(Fit(entry).Model.OverallTest());

    static TestResult TwoSided(Estimate estimate) => estimate.DegreesOfFreedom is null
        ? throw new NotSupportedException("a t test without degrees of freedom")
        : CoefficientCovariance.Test(estimate, Alternative.TwoSided);
}
