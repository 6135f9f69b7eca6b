using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Regression;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class MixedStatistics
{
    static readonly ColumnRole Outcome = Numeric("outcome").Or("response");

    static readonly ColumnRole Fixed = Predictors.Optional;

    /// <summary>Random intercepts of people and of what people belong to; slopes belong to the first grouping.</summary>
    static readonly ColumnSet Model = new(Outcome, Fixed, Category("subject").Or("random").Several, Category("cluster").Several.Optional,
        Numeric("slope").Several.Optional);

    static readonly StatisticOption Correlated = Options.Flag("correlated", true);

    static readonly StatisticOption Likelihood = Options.Word("method", "REML", "ML");

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("mixed_model", "Bates, Mächler, Bolker and Walker (2015), J. of Statistical Software 67(1); "
            + "Kuznetsova et al. (2017), J. of Statistical Software 82(13)", Model,
            [Likelihood, Correlated, Options.Reference, ModelTerms.Factors, ModelTerms.Interactions,
                Options.Numbers("contrast", null, NumberRange.All), Options.Level], Mixed),
        Entry("mixed_model_effect_size", "Feingold (2009), Effect sizes for growth-modeling analysis, Psychological Methods 14, 43–53", Model,
            [Likelihood, Correlated, Options.Whole("people", null, Options.From(1)), Options.Reference, ModelTerms.Factors, ModelTerms.Interactions,
                Options.Level], Standardised),
        Entry("mixed_model_comparison", "Wilks (1938), Annals of Mathematical Statistics 9, 60–62; Self and Liang (1987), JASA 82, 605–610",
            new ColumnSet([.. Model.Roles, Either("added").Several.Optional, Numeric("added_slope").Several.Optional]),
            [Correlated, Options.Reference, ModelTerms.Factors, ModelTerms.Interactions], Compared),
        Entry("mixed_model_anova", "Fai and Cornelius (1996), J. of Statistical Computation and Simulation 54, 363–378; Kuznetsova et al. (2017)",
            Model,
            [Likelihood, Correlated, ModelTerms.Factors, ModelTerms.Interactions, Options.Level], Anova),
        Entry("marginal_model", "Mallinckrodt et al. (2008), Drug Information J. 42, 303–319; Pourahmadi (1999), Biometrika 86, 677–690",
            new ColumnSet(Outcome, Fixed, Category("subject"), Category("wave")),
            [Likelihood, Options.Levels, Options.Reference, ModelTerms.Factors, ModelTerms.Interactions,
                Options.Numbers("contrast", null, NumberRange.All), Options.Level], Marginal),
        Entry("icc_design_effect", "Donner and Koval (1980), Biometrics 36, 19–25; "
            + "Eldridge, Ashby and Kerry (2006), Int. J. of Epidemiology 35, 1292–1300",
            new ColumnSet(Numeric("values"), Category("cluster")), [], DesignEffect),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Mixed, source, [columns], options, compute);

    static LikelihoodMethod MethodOf(StatisticInput input) => input.Word("method") == "ML" ? LikelihoodMethod.Maximum : LikelihoodMethod.Restricted;

    static MixedModel Fit(StatisticInput input, ModelColumn[] columns) =>
        MixedModel.Of(Design(input, columns, "slope"), MethodOf(input), input.Level);

    static MixedModelDesign Design(StatisticInput input, ModelColumn[] columns, params IEnumerable<string> slopeRoles)
    {
        ModelColumn[] slopes = [.. slopeRoles.SelectMany(input.List).Select(column => new ModelColumn(column.Name, new Sample(column.Numbers)))];
        var groupings = input.List("subject").Concat(input.List("cluster")).Select((column, i) => new RandomFactor(
            column.Name, [.. column.Categories.Select(category => category!)], i == 0 ? slopes : [], input.Flag("correlated")));
        return new MixedModelDesign(input.Sample("outcome"), columns, [.. groupings]);
    }

    static void Mixed(StatisticInput input, ResultRows rows)
    {
        var model = Fit(input, input.ModelColumns("predictor"));
        Effects(model.Effects, input, rows);
        foreach (var component in model.Components)
            rows.Add(component.OtherTerm is null ? "variance" : "covariance", component.Value,
                component.OtherTerm is null ? $"{component.Factor}|{component.Term}" : $"{component.Factor}|{component.Term}|{component.OtherTerm}");
        rows.Add("variance", model.ResidualVariance, "Residual");
        rows.Add("sigma", Math.Sqrt(model.ResidualVariance));
        foreach (var (name, count) in model.Groups)
            rows.Add("groups", count, name);
        Quality(model.Fit, rows);
    }

    static void Effects(FixedEffects effects, StatisticInput input, ResultRows rows)
    {
        foreach (var coefficient in effects.Coefficients)
            rows.Add("coefficient", coefficient.Estimate, coefficient.Test, coefficient.Term);
        if (!input.IsSet("contrast"))
            return;
        var contrast = effects.Contrast("contrast", input.Numbers("contrast"), input.Level);
        rows.Add("contrast", contrast.Estimate, contrast.Test);
    }

    /// <summary>People are the levels of the first grouping unless their number at the start is given.</summary>
    static void Standardised(StatisticInput input, ResultRows rows)
    {
        var model = Fit(input, input.ModelColumns("predictor"));
        var people = input.IsSet("people") ? input.Whole("people") : model.Groups[input.List("subject")[0].Name];
        rows.Add("baseline_sd", model.BaselineDeviation, n: people);
        foreach (var coefficient in model.Effects.Coefficients.Skip(1))
            rows.Add("g", model.Standardised(coefficient, people, input.Level), of: coefficient.Term);
    }

    /// <summary>Both by maximum likelihood: restricted likelihoods of different fixed effects do not compare.</summary>
    static void Compared(StatisticInput input, ResultRows rows)
    {
        var terms = input.NestedTerms();
        if (terms.Full.Length == terms.Restricted.Length && !input.Has("added_slope"))
            throw StatisticInput.Refused(CatalogueProblemKind.MissingRole, "added, added_slope");
        ModelFit Fitted(IEnumerable<DesignTerm> fixedPart, params string[] slopes) => MixedModel.Of(
            Design(input, ModelTerms.ModelColumns(fixedPart), slopes), LikelihoodMethod.Maximum, ConfidenceLevel.Percent95).Fit;
        var (restricted, full) = (Fitted(terms.Restricted, "slope"), Fitted(terms.Full, "slope", "added_slope"));
        rows.Add("chi2", LikelihoodRatio.Test(restricted, full));
        rows.Add("loglik", restricted.LogLikelihood, "restricted");
        rows.Add("loglik", full.LogLikelihood, "full");
        rows.Add("aic", restricted.Akaike, "restricted");
        rows.Add("aic", full.Akaike, "full");
        rows.Add("bic", restricted.Bayes, "restricted");
        rows.Add("bic", full.Bayes, "full");
    }

    static void Quality(ModelFit fit, ResultRows rows)
    {
        rows.Add("loglik", fit.LogLikelihood);
        rows.Add("aic", fit.Akaike);
        rows.Add("bic", fit.Bayes);
    }

    /// <summary>Type III: the coefficients of a term under sum-to-zero coding, all at once.</summary>
    static void Anova(StatisticInput input, ResultRows rows)
    {
        var terms = input.Terms("predictor", FactorCoding.SumToZero);
        if (terms.Length == 0)
            throw StatisticInput.Refused(CatalogueProblemKind.MissingRole, "predictor");
        var columns = terms.SelectMany(term => term.Labels.Zip(term.Columns, (label, column) => new ModelColumn(label, new Sample(column))));
        var model = Fit(input, [.. columns]);
        foreach (var term in terms)
        {
            rows.Add("F", () =>
            {
                var test = model.Effects.Test(term.Labels);
                return new Descriptives.VarianceRatioTest(test.Statistic, test.NumeratorDegreesOfFreedom, test.DenominatorDegreesOfFreedom,
                    test.PValue);
            }, term.Name);
        }
    }

    static void Marginal(StatisticInput input, ResultRows rows)
    {
        var levels = input.LevelsOf("wave");
        if (input.Categories("wave").FirstOrDefault(wave => !levels.Contains(wave)) is { } other)
            throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, "levels", other, string.Join(", ", levels));
        input.Fact("levels", string.Join(", ", levels));
        var design = new MarginalDesign(
            input.Sample("outcome"), input.ModelColumns("predictor"), input.Categories("subject"),
                [.. input.Categories("wave").Select(wave => Array.IndexOf(levels, wave))]);
        var model = MarginalModel.Of(design, MethodOf(input), input.Level);
        Effects(model.Effects, input, rows);
        for (var row = 0; row < levels.Length; row++)
            for (var column = 0; column <= row; column++)
                rows.Add(row == column ? "variance" : "covariance", model.Covariance[row][column],
                    row == column ? levels[row] : $"{levels[column]}|{levels[row]}");
        rows.Add("subjects", model.Subjects);
        Quality(model.Fit, rows);
    }

    static void DesignEffect(StatisticInput input, ResultRows rows)
    {
        var found = ClusterCorrelation.Of(input.Sample("values"), input.Categories("cluster"));
        rows.Add("icc1", found.Correlation);
        rows.Add("ms_between", found.BetweenMeanSquare);
        rows.Add("ms_within", found.WithinMeanSquare);
        rows.Add("n0", found.EffectiveSize);
        rows.Add("mean_cluster_size", found.MeanSize);
        rows.Add("design_effect_mean_size", found.DesignEffect);
        rows.Add("design_effect_cv", found.DesignEffectOfUnequalSizes);
    }
}
