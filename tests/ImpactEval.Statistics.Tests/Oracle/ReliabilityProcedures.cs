using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static ScoreMatrix Rows(double[][] columns) =>
        ScoreMatrix.Listwise([.. Enumerable.Range(0, columns[0].Length).Select(person => Array.ConvertAll(columns, column => column[person]))]);

    static Found OmegaOneFactor(OracleEntry entry)
    {
        var model = FactorModel.Fit(Rows(entry.Vectors("items")));
        var fit = FactorFit.Of(model);
        return new Found
        {
            ["loadings"] = model.Loadings.ToArray(), ["residual_variances"] = model.ResidualVariances.ToArray(),
            ["omega"] = McDonaldOmega.Of(model, ConfidenceLevel.Percent95).Value, ["omega_observed_variance_denominator"] = McDonaldOmega.OfObservedVariance(model),
            ["chisq"] = fit.ChiSquare, ["df"] = fit.DegreesOfFreedom, ["cfi"] = fit.ComparativeFitIndex, ["rmsea"] = fit.RootMeanSquareError,
            ["srmr"] = fit.StandardisedResidual,
        };
    }

    static Found SplitHalves(OracleEntry entry)
    {
        double[][] first = entry.Vectors("first_half"), second = entry.Vectors("second_half");
        var halves = SplitHalf.Of(Rows([.. first, .. second]), [.. Enumerable.Range(0, first.Length)]);
        return new Found { ["r"] = halves.Correlation, ["spearman_brown"] = halves.SpearmanBrown, ["guttman_split_half"] = halves.Guttman };
    }

    static Found Iccs(OracleEntry entry)
    {
        var ratings = Rows(entry.Vectors("ratings"));
        var forms = Enum.GetValues<IntraclassForm>().Select(form => IntraclassCorrelation.Of(ratings, form, entry.Level)).ToArray();
        Estimate[] estimates = [.. forms.Select(form => form.OneRating), .. forms.Select(form => form.MeanRating)];
        var twice = forms.Concat(forms).ToArray();
        return new Found
        {
            ["type"] = new[] { "ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k" }, ["icc"] = Each(6, i => estimates[i].Value),
            ["F"] = Each(6, i => twice[i].F), ["df1"] = Each(6, i => twice[i].DegreesOfFreedom1), ["df2"] = Each(6, i => twice[i].DegreesOfFreedom2),
            ["p"] = Each(6, i => twice[i].PValue), ["low"] = Each(6, i => estimates[i].Intervals.Primary.Lower!.Value),
            ["high"] = Each(6, i => estimates[i].Intervals.Primary.Upper!.Value),
        };
    }

    static Found FleissKappas(OracleEntry entry)
    {
        var kappa = FleissKappa.Of(
            [.. entry.Raw("counts").EnumerateArray().Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToArray())], ConfidenceLevel.Percent95);
        return new Found { ["kappa"] = kappa.Kappa.Value, ["P_bar"] = kappa.MeanAgreement, ["P_e"] = kappa.ChanceAgreement };
    }

    static Found CohenKappas(OracleEntry entry)
    {
        var levels = entry.Raw("levels").EnumerateArray().Select(level => level.GetString()!).ToList();
        var counts = new int[levels.Count, levels.Count];
        foreach (var (first, second) in entry.Cells("first").Zip(entry.Cells("second")))
            counts[levels.IndexOf(first), levels.IndexOf(second)]++;
        var table = new AgreementTable(counts);
        Estimate Kappa(KappaWeights weights) => CohenKappa.Of(table, weights, entry.Level);
        var (plain, quadratic) = (Kappa(KappaWeights.None), Kappa(KappaWeights.Quadratic));
        return new Found
        {
            ["n"] = table.Size, ["kappa"] = plain.Value, ["kappa_var"] = plain.StandardError * plain.StandardError, ["ci_kappa"] = Limits(plain.Intervals.Primary),
            ["weighted_kappa_quadratic"] = quadratic.Value, ["weighted_kappa_linear"] = Kappa(KappaWeights.Linear).Value,
            ["weighted_kappa_quadratic_var"] = quadratic.StandardError * quadratic.StandardError, ["ci_weighted"] = Limits(quadratic.Intervals.Primary),
            ["percent_agreement"] = table.PercentAgreement, ["gwet_ac1"] = GwetAc1.Of(table, entry.Level).Value,
        };
    }
}
