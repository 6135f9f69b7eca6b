using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static (EntryFormula Formula, EntryFrame Frame, Design Design) Frame(ConformanceEntry entry, bool sumToZero, params IEnumerable<string> columns)
    {
        var formula = new EntryFormula(entry.Raw("formula"));
        var frame = EntryFrame.Of(entry, [.. formula.Columns, .. columns]);
        return (formula, frame, formula.Design(frame, sumToZero));
    }

    static Found MixedModelOf(ConformanceEntry entry)
    {
        Require(entry, "df_method", "satterthwaite");
        var (formula, frame, design) = Frame(entry, sumToZero: false);
        var model = MixedModel.Of(
            new(formula.ResponseOf(frame), [.. design.Terms.SelectMany(EntryFormula.ModelColumns)], formula.Random(frame)), LikelihoodOf(entry), entry.Level);
        return Merged(FixedEffectsOf(model.Effects, formula), new Found
        {
            ["n"] = model.Fit.Rows, ["groups"] = model.Groups.Values.Select(count => (object?)count).ToArray(),
            ["variance_components"] = ComponentsOf(model), ["sigma"] = Math.Sqrt(model.ResidualVariance),
            ["loglik"] = model.Fit.LogLikelihood, ["aic"] = model.Fit.Akaike, ["bic"] = model.Fit.Bayes,
        });
    }

    static Found FixedEffectsOf(FixedEffects effects, EntryFormula formula)
    {
        var coefficients = effects.Coefficients;
        var terms = formula.Renamed(coefficients.Select(one => one.Term));
        Named Of(Func<MixedCoefficient, double?> value) => By(terms, i => value(coefficients[i]));
        return new Found
        {
            ["term"] = Themselves(terms), ["estimate"] = Of(one => one.Estimate.Value), ["se"] = Of(one => one.Estimate.StandardError),
            ["df"] = Of(one => one.Estimate.DegreesOfFreedom), ["t"] = Of(one => one.Test.Statistic), ["p"] = Of(one => one.Test.PValue),
            ["low"] = Of(one => one.Estimate.Intervals.Primary.Lower), ["high"] = Of(one => one.Estimate.Intervals.Primary.Upper),
        };
    }

    static Found MixedModelAnova(ConformanceEntry entry)
    {
        Require(entry, "df_method", "satterthwaite");
        Require(entry, "ss_type", "3");
        // Type III tests are those of the coefficients under sum-to-zero coding.
        var (formula, frame, design) = Frame(entry, sumToZero: true);
        var model = MixedModel.Of(
            new(formula.ResponseOf(frame), [.. design.Terms.SelectMany(EntryFormula.ModelColumns)], formula.Random(frame)), LikelihoodOf(entry), entry.Level);
        var tests = design.Terms.Select(term => model.Effects.Test(term.Labels)).ToArray();
        var terms = formula.Renamed(design.Terms.Select(term => term.Name));
        return new Found
        {
            ["term"] = Themselves(terms), ["ss"] = By(terms, i => tests[i].Statistic * tests[i].NumeratorDegreesOfFreedom * model.ResidualVariance),
            ["num_df"] = By(terms, i => tests[i].NumeratorDegreesOfFreedom), ["den_df"] = By(terms, i => tests[i].DenominatorDegreesOfFreedom),
            ["F"] = By(terms, i => tests[i].Statistic), ["p"] = By(terms, i => tests[i].PValue),
        };
    }

    static Found MarginalModelOf(ConformanceEntry entry)
    {
        Require(entry, "covariance", "unstructured");
        var (formula, frame, design) = Frame(entry, false, entry.Text("subject"), entry.Text("wave"));
        var marginal = new MarginalDesign(
            formula.ResponseOf(frame), [.. design.Terms.SelectMany(EntryFormula.ModelColumns)], frame.Cells(entry.Text("subject")), formula.Places(frame, entry.Text("wave")));
        var model = MarginalModel.Of(marginal, LikelihoodOf(entry), entry.Level);
        return Merged(FixedEffectsOf(model.Effects, formula), new Found { ["marginal_covariance"] = model.Covariance, ["loglik"] = model.Fit.LogLikelihood });
    }

    static Found IccDesignEffect(ConformanceEntry entry)
    {
        var (values, clusters) = (entry.Vector("values"), entry.Cells("cluster"));
        int[] rows = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]) && clusters[row].Length > 0)];
        var found = ClusterCorrelation.Of(new Sample(rows.Select(row => values[row])), Array.ConvertAll(rows, row => clusters[row]));
        return new Found
        {
            ["ms_between"] = found.BetweenMeanSquare, ["ms_within"] = found.WithinMeanSquare, ["n0"] = found.EffectiveSize, ["icc1"] = found.Correlation,
            ["mean_cluster_size"] = found.MeanSize, ["design_effect_mean_size"] = found.DesignEffect, ["design_effect_cv"] = found.DesignEffectOfUnequalSizes,
        };
    }

    /// <summary>lme4's names: <c>group|term|term2</c>; uncorrelated terms after the first count as groupings <c>group.1</c>, <c>group.2</c> ….</summary>
    static Found ComponentsOf(MixedModel model)
    {
        var found = new Found { ["Residual||"] = model.ResidualVariance };
        foreach (var factor in model.Components.GroupBy(component => component.Factor))
        {
            var covaries = factor.Any(component => component.OtherTerm is not null);
            foreach (var (component, i) in factor.Select((component, i) => (component, i)))
                found[$"{factor.Key}{(i == 0 || covaries ? "" : $".{i}")}|{component.Term}|{component.OtherTerm}"] = component.Value;
        }
        return found;
    }

    static LikelihoodMethod LikelihoodOf(ConformanceEntry entry)
    {
        Require(entry, "method", "REML", "ML");
        return entry.Text("method", "REML") == "ML" ? LikelihoodMethod.Maximum : LikelihoodMethod.Restricted;
    }
}
