using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static ScoreMatrix Scores(double[][] items) => ScoreMatrix.Listwise(Persons(items));

    static Found CronbachAlphas(ConformanceEntry entry)
    {
        var scores = Scores(entry.Vectors("items"));
        var (alpha, analysis) = (CronbachAlpha.Of(scores, entry.Level), ItemAnalysis.Of(scores));
        return new Found
        {
            ["n"] = scores.Persons, ["k"] = scores.Items, ["raw_alpha"] = alpha.Value, ["std_alpha"] = CronbachAlpha.Standardised(scores),
            ["average_r"] = CronbachAlpha.MeanInterItemCorrelation(scores), ["sem"] = CronbachAlpha.StandardErrorOfMeasurement(scores),
            ["feldt_ci95"] = new Found { ["lower"] = alpha.Intervals.Primary.Lower, ["upper"] = alpha.Intervals.Primary.Upper },
            ["alpha_if_item_dropped"] = analysis.Select(item => item.AlphaWithout).ToArray(),
            ["r_item_rest"] = analysis.Select(item => item.RestCorrelation).ToArray(), ["r_item_total"] = analysis.Select(item => item.TotalCorrelation).ToArray(),
            ["item_mean"] = analysis.Select(item => item.Mean).ToArray(), ["item_sd"] = analysis.Select(item => item.StandardDeviation).ToArray(),
            ["n_negative_item_rest"] = analysis.Count(item => item.RunsAgainstTheScale),
        };
    }

    static Found OmegaOneFactor(ConformanceEntry entry)
    {
        Require(entry, "estimator", "ML");
        var model = FactorModel.Fit(Scores(entry.Vectors("items")));
        var fit = FactorFit.Of(model);
        return new Found
        {
            ["loadings"] = model.Loadings.ToArray(), ["residual_variances"] = model.ResidualVariances.ToArray(),
            ["omega"] = McDonaldOmega.Of(model, entry.Level).Value, ["omega_observed_variance_denominator"] = McDonaldOmega.OfObservedVariance(model),
            ["chisq"] = fit.ChiSquare, ["df"] = fit.DegreesOfFreedom, ["cfi"] = fit.ComparativeFitIndex, ["rmsea"] = fit.RootMeanSquareError,
            ["srmr"] = fit.StandardisedResidual,
        };
    }

    static Found SplitHalves(ConformanceEntry entry)
    {
        double[][] first = entry.Vectors("first_half"), second = entry.Vectors("second_half");
        var halves = SplitHalf.Of(Scores([.. first, .. second]), [.. Enumerable.Range(0, first.Length)]);
        return new Found { ["r"] = halves.Correlation, ["spearman_brown"] = halves.SpearmanBrown, ["guttman_split_half"] = halves.Guttman };
    }

    static Found Iccs(ConformanceEntry entry)
    {
        var ratings = Scores(entry.Vectors("ratings"));
        var forms = Enum.GetValues<IntraclassForm>().Select(form => IntraclassCorrelation.Of(ratings, form, entry.Level)).ToArray();
        Estimate[] estimates = [.. forms.Select(form => form.OneRating), .. forms.Select(form => form.MeanRating)];
        var twice = forms.Concat(forms).ToArray();
        string[] types = ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"];
        return new Found
        {
            ["type"] = Themselves(types), ["icc"] = By(types, i => estimates[i].Value),
            ["F"] = By(types, i => twice[i].F), ["df1"] = By(types, i => twice[i].DegreesOfFreedom1), ["df2"] = By(types, i => twice[i].DegreesOfFreedom2),
            ["p"] = By(types, i => twice[i].PValue), ["low"] = By(types, i => estimates[i].Intervals.Primary.Lower),
            ["high"] = By(types, i => estimates[i].Intervals.Primary.Upper),
        };
    }

    static Found FleissKappas(ConformanceEntry entry)
    {
        var kappa = FleissKappa.Of(
            [.. entry.Raw("counts").EnumerateArray().Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToArray())], entry.Level);
        return new Found { ["kappa"] = kappa.Kappa.Value, ["P_bar"] = kappa.MeanAgreement, ["P_e"] = kappa.ChanceAgreement };
    }

    static Found CohenKappas(ConformanceEntry entry)
    {
        var table = new AgreementTable(Crossed(entry, "first", "second", "levels", "levels"));
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

    /// <summary>People by two categories; who has a gap in either is left out.</summary>
    static int[,] Crossed(ConformanceEntry entry, string rows, string columns, string rowLevels, string columnLevels)
    {
        var (ofRows, ofColumns) = (ConformanceEntry.Items(entry.Raw(rowLevels)).ToList(), ConformanceEntry.Items(entry.Raw(columnLevels)).ToList());
        var counts = new int[ofRows.Count, ofColumns.Count];
        foreach (var (row, column) in entry.Cells(rows).Zip(entry.Cells(columns)).Where(person => person.First.Length > 0 && person.Second.Length > 0))
            counts[ofRows.FindIndex(level => DataTable.Same(row, level)), ofColumns.FindIndex(level => DataTable.Same(column, level))]++;
        return counts;
    }
}
