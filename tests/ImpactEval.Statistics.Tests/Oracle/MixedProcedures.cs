using System.Text.Json;
using ImpactEval.Statistics.Mixed;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found MixedModelOf(OracleEntry entry)
    {
        var frame = new OracleFrame(entry);
        var columns = frame.Terms(sumCoding: false).SelectMany(term => term.Columns).ToArray();
        var model = MixedModel.Of(new(frame.Response, columns, frame.Random()), MethodOfLikelihood(entry), ConfidenceLevel.Percent95);
        var coefficients = model.Effects.Coefficients;
        Found ByTerm(Func<MixedCoefficient, double> value) => coefficients.ToDictionary(one => frame.Renamed(one.Term), one => (object?)value(one));
        return new Found
        {
            ["n"] = model.Fit.Rows, ["groups"] = Bare([.. model.Groups.Values.Select(count => (object?)count)]),
            ["term"] = coefficients.Select(one => frame.Renamed(one.Term)).ToArray(),
            ["estimate"] = ByTerm(one => one.Estimate.Value), ["se"] = ByTerm(one => one.Estimate.StandardError!.Value),
            ["df"] = ByTerm(one => one.Estimate.DegreesOfFreedom!.Value), ["t"] = ByTerm(one => one.Test.Statistic), ["p"] = ByTerm(one => one.Test.PValue),
            ["variance_components"] = ComponentsOf(model),
            ["sigma"] = Math.Sqrt(model.ResidualVariance), ["loglik"] = model.Fit.LogLikelihood, ["aic"] = model.Fit.Akaike, ["bic"] = model.Fit.Bayes,
        };
    }

    static Found? MixedModelAnova(OracleEntry entry)
    {
        if (entry.Text("df_method") != "satterthwaite")
            return null;
        // Type III tests are those of the coefficients under sum-to-zero coding.
        var frame = new OracleFrame(entry);
        var terms = frame.Terms(sumCoding: true);
        var model = MixedModel.Of(new(frame.Response, [.. terms.SelectMany(term => term.Columns)], frame.Random()), MethodOfLikelihood(entry), ConfidenceLevel.Percent95);
        var tests = terms.Select(term => model.Effects.Test([.. term.Columns.Select(column => column.Name)])).ToArray();
        return new Found
        {
            ["term"] = terms.Length == 1 ? terms[0].Name : terms.Select(term => term.Name).ToArray(),
            ["ss"] = Each(tests.Length, i => tests[i].Statistic * tests[i].NumeratorDegreesOfFreedom * model.ResidualVariance),
            ["num_df"] = Each(tests.Length, i => tests[i].NumeratorDegreesOfFreedom),
            ["den_df"] = Each(tests.Length, i => tests[i].DenominatorDegreesOfFreedom),
            ["F"] = Each(tests.Length, i => tests[i].Statistic), ["p"] = Each(tests.Length, i => tests[i].PValue),
        };
    }

    static Found? MarginalModelOf(OracleEntry entry)
    {
        if (entry.Text("covariance") != "unstructured")
            return null;
        var frame = new OracleFrame(entry);
        var columns = frame.Terms(sumCoding: false).SelectMany(term => term.Columns).ToArray();
        var design = new MarginalDesign(frame.Response, columns, frame.Cells(entry.Text("subject")), frame.Places(entry.Text("wave")));
        var model = MarginalModel.Of(design, MethodOfLikelihood(entry), ConfidenceLevel.Percent95);
        var coefficients = model.Effects.Coefficients;
        return new Found
        {
            ["term"] = coefficients.Select(one => frame.Renamed(one.Term)).ToArray(),
            ["estimate"] = Each(coefficients.Count, i => coefficients[i].Estimate.Value),
            ["se"] = Each(coefficients.Count, i => coefficients[i].Estimate.StandardError!.Value),
            ["marginal_covariance"] = model.Covariance, ["loglik"] = model.Fit.LogLikelihood,
        };
    }

    static Found IccDesignEffect(OracleEntry entry)
    {
        var found = ClusterCorrelation.Of(entry.Sample("values"), entry.Cells("cluster"));
        return new Found
        {
            ["ms_between"] = found.BetweenMeanSquare, ["ms_within"] = found.WithinMeanSquare, ["n0"] = found.EffectiveSize, ["icc1"] = found.Correlation,
            ["mean_cluster_size"] = found.MeanSize, ["design_effect_mean_size"] = found.DesignEffect, ["design_effect_cv"] = found.DesignEffectOfUnequalSizes,
        };
    }

    /// <summary>lme4's names: <c>group|term|term2</c>; uncorrelated terms after the first count as groupings <c>group.1</c>, <c>group.2</c> ….</summary>
    static Found ComponentsOf(MixedModel model)
    {
        var covaries = model.Components.Any(component => component.OtherTerm is not null);
        var found = new Found { ["Residual||"] = model.ResidualVariance };
        foreach (var factor in model.Components.GroupBy(component => component.Factor))
            foreach (var (component, i) in factor.Select((component, i) => (component, i)))
                found[$"{factor.Key}{(i == 0 || covaries ? "" : $".{i}")}|{component.Term}|{component.OtherTerm}"] = component.Value;
        return found;
    }

    static object? Bare(object?[] values) => values.Length == 1 ? values[0] : values;

    static LikelihoodMethod MethodOfLikelihood(OracleEntry entry) =>
        entry.Has("method") && entry.Text("method") == "ML" ? LikelihoodMethod.Maximum : LikelihoodMethod.Restricted;
}
