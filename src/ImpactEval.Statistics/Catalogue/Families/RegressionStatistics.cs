using ImpactEval.Statistics.Regression;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class RegressionStatistics
{
    static readonly ColumnRole Outcome = Numeric("outcome").Or("response");

    static readonly ColumnSet Plain = new(Outcome, Predictors);

    static readonly StatisticOption[] Coding = [Options.Reference, ModelTerms.Factors, ModelTerms.Interactions];

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("linear_model", "Gauss (1823), Theoria combinationis; Fox (2016), Applied regression analysis, 3rd ed.", Plain,
            [.. Coding, Options.Level], Linear),
        Entry("linear_model_robust", "White (1980), Econometrica 48, 817–838; MacKinnon and White (1985), J. of Econometrics 29, 305–325", Plain,
            [Options.Word("covariance", "HC2", "HC0", "HC1", "HC3"), .. Coding, Options.Level],
            (input, rows) => rows.AddCoefficients(HeteroscedasticCovariance.Of(Fit(input),
                Enum.Parse<HeteroscedasticKind>(input.Word("covariance"))), input.Level)),
        Entry("cluster_robust", "Bell and McCaffrey (2002), Survey Methodology 28, 169–181; "
            + "Pustejovsky and Tipton (2018), J. of Business and Economic Statistics 36, 672–683",
            new ColumnSet(Outcome, Predictors, Category("cluster")),
            [Options.Word("covariance", "CR2", "CR0", "CR1", "CR1p", "CR1S"), .. Coding, Options.Level],
            (input, rows) => rows.AddCoefficients(
                ClusterCovariance.Of(Fit(input), input.Places("cluster"), Enum.Parse<ClusterKind>(input.Word("covariance"))), input.Level)),
        Entry("anova_table", "Yates (1934), JASA 29, 51–66; Fox (2016), Applied regression analysis, 3rd ed., 8.2; "
            + "Olejnik and Algina (2003), Psychological Methods 8, 434–447",
            Plain, [Options.Word("ss_type", "3", "2"), ModelTerms.Factors, ModelTerms.Interactions], Anova),
        Entry("nested_model_f", "Seber and Lee (2003), Linear regression analysis, 2nd ed., 4.3",
            new ColumnSet(Outcome, Predictors.Optional, Either("added").Several.Optional), Coding, Nested),
        Entry("logistic_regression", "McCullagh and Nelder (1989), Generalized linear models, 2nd ed., 4.4; "
            + "Albert and Anderson (1984), Biometrika 71, 1–10", Plain,
            [.. Coding, Options.Level], Logistic),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Regression, source, [columns], options, compute);

    static LinearModel Fit(StatisticInput input) => LinearModel.Fit(input.Design("predictor"), input.Sample("outcome"));

    static void Linear(StatisticInput input, ResultRows rows)
    {
        var model = Fit(input);
        rows.AddCoefficients(CoefficientCovariance.Classical(model), input.Level);
        rows.Add("residual_sd", Math.Sqrt(model.ResidualVariance));
        rows.Add("r_squared", model.RSquared);
        rows.Add("adj_r_squared", model.AdjustedRSquared);
        rows.Add("f", () => model.OverallTest());
        rows.Add("log_likelihood", model.LogLikelihood);
        rows.Add("aic", model.Aic);
        rows.Add("bic", model.Bic);
    }

    static void Anova(StatisticInput input, ResultRows rows)
    {
        var type = input.Word("ss_type") == "2" ? SumOfSquaresType.TypeII : SumOfSquaresType.TypeIII;
        var design = input.Design("predictor", FactorCoding.SumToZero);
        var model = LinearModel.Fit(design, input.Sample("outcome"));
        foreach (var test in TermTests.Of(design, input.Sample("outcome"), type))
        {
            rows.Add("F", new Descriptives.VarianceRatioTest(test.F, test.DegreesOfFreedom, model.DegreesOfFreedom, test.PValue), test.Term);
            rows.Add("ss", test.SumOfSquares, test.Term);
            rows.Add("partial_eta2", test.PartialEtaSquared, test.Term);
            rows.Add("partial_omega2", test.PartialOmegaSquared, test.Term);
        }
        rows.Add("ss", model.ResidualSumOfSquares, "Residuals");
    }

    static void Nested(StatisticInput input, ResultRows rows)
    {
        var (outcome, terms) = (input.Sample("outcome"), input.NestedTerms());
        if (terms.Full.Length == terms.Restricted.Length)
            throw StatisticInput.Refused(CatalogueProblemKind.MissingRole, "added");
        var (restricted, full) = (LinearModel.Fit(new Design(input.Size, terms.Restricted), outcome),
            LinearModel.Fit(new Design(input.Size, terms.Full), outcome));
        rows.Add("F", NestedModelTest.Of(restricted, full));
        rows.Add("r_squared_restricted", restricted.RSquared);
        rows.Add("r_squared_full", full.RSquared);
    }

    static void Logistic(StatisticInput input, ResultRows rows)
    {
        var model = LogisticRegression.Fit(input.Design("predictor"), InputGroups.YesNo(input.Column("outcome")));
        foreach (var label in model.Design.Labels)
            rows.Add("log_odds", model.Of(label, input.Level), of: label);
        foreach (var label in model.Design.Labels.Skip(1).Where(label => !label.Contains(':', StringComparison.Ordinal)))
            rows.Add("average_marginal_effect", () => model.AverageEffect(label), label);
        rows.Add("deviance", model.Deviance);
        rows.Add("null_deviance", model.NullDeviance);
        rows.Add("aic", model.Aic);
        rows.Add("mcfadden", model.McFadden);
    }
}
