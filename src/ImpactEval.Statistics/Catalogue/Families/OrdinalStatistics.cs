using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Reliability;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class OrdinalStatistics
{
    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("ordinal_change", StatisticFamily.Ordinal, "Agresti (2002), Categorical data analysis, 2nd ed., equation 10.1; "
            + "Grissom and Kim (2012), chapter 5", [Pairs],
            [Options.Needed("top_from"), Options.Level], Change),
        new("ordinal_regression", StatisticFamily.Ordinal, "McCullagh (1980), Regression models for ordinal data, JRSS B 42, 109–142",
            [new ColumnSet(Category("outcome").Or("response"), Predictors.Optional)],
            [Options.Levels, Options.Reference, ModelTerms.Factors, ModelTerms.Interactions, Options.Level], Regression),
        new("ordinal_mixed_model", StatisticFamily.Ordinal, "Hedeker and Gibbons (1994), Biometrics 50, 933–944; "
            + "Pinheiro and Bates (1995), J. of Computational and Graphical Statistics 4, 12–35",
            [new ColumnSet(Category("outcome").Or("response"), Predictors, Category("subject"))],
            [Options.Levels, Options.Reference, ModelTerms.Factors, ModelTerms.Interactions, Options.Level], Mixed),
        new("polychoric_correlation", StatisticFamily.Ordinal, "Olsson (1979), Psychometrika 44, 443–460",
            [new ColumnSet(Numeric("x"), Numeric("y"))], [Options.Level],
            (input, rows) => rows.Add("rho", PolychoricCorrelation.Of(input.Sample("x"), input.Sample("y"), input.Level))),
        new("ordinal_reliability", StatisticFamily.Ordinal, "Zumbo, Gadermann and Zeisser (2007), J. of Modern Applied Statistical Methods 6, 21–29; "
            + "Chalmers (2018), Educational and Psychological Measurement 78, 1056–1071", [Items],
            [Options.Level, Options.Whole("resamples", 999, new NumberRange(100, 100_000)), Options.Seed],
            (input, rows) =>
            {
                var scores = ScoreMatrix.Listwise(input.Persons("items"));
                rows.Add("ordinal_alpha", () => OrdinalReliability.Alpha(scores, input.Level, input.Resamples, input.Seed));
                rows.Add("ordinal_omega", () => OrdinalReliability.Omega(scores, input.Level, input.Resamples, input.Seed));
            }),
    ];

    static void Change(StatisticInput input, ResultRows rows)
    {
        var (pre, post) = (input.Sample("pre"), input.Sample("post"));
        var change = OrdinalChange.Of(pre, post, input.Number("top_from"));
        rows.Add("net_change", change.Net(input.Level));
        rows.Add("up", change.Up);
        rows.Add("same", change.Same);
        rows.Add("down", change.Down);
        rows.Add("p_sup_paired", change.ProbabilityOfSuperiority);
        rows.Add("top_pre", change.TopBefore);
        rows.Add("top_post", change.TopAfter);
        rows.Add("sign_test", () => change.SignTest ?? throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences),
            n: change.Up + change.Down);
        rows.Add("rb_pratt", () => MatchedRankBiserial.Value(pre, post, ZeroRule.Pratt));
    }

    static (string[] Levels, int[] Answers) Coded(StatisticInput input)
    {
        var (levels, answers) = (input.LevelsOf("outcome"), input.Categories("outcome"));
        if (answers.FirstOrDefault(answer => !levels.Contains(answer)) is { } other)
            throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, "levels", other, string.Join(", ", levels));
        input.Fact("levels", string.Join(" < ", levels));
        return (levels, Array.ConvertAll(answers, answer => Array.IndexOf(levels, answer)));
    }

    static void Mixed(StatisticInput input, ResultRows rows)
    {
        var ((levels, answers), columns) = (Coded(input), input.NumberColumns("predictor"));
        var model = OrdinalMixedModel.Of(answers, [.. columns.Select(column => column.Values)], input.Places("subject"), input.Level);
        foreach (var (column, coefficient) in columns.Zip(model.Coefficients))
            rows.Add("log_odds", coefficient, of: column.Name);
        foreach (var (threshold, step) in model.Thresholds.Select((threshold, step) => (threshold, step)))
            rows.Add("threshold", threshold, $"{levels[step]}|{levels[step + 1]}");
        rows.Add("intercept_variance", model.InterceptVariance);
        rows.Add("log_likelihood", model.LogLikelihood);
        rows.Add("subjects", model.Clusters);
    }

    static void Regression(StatisticInput input, ResultRows rows)
    {
        var ((levels, answers), columns) = (Coded(input), input.NumberColumns("predictor"));
        var model = OrdinalLogit.Of(answers, [.. columns.Select(column => column.Values)], input.Level);
        foreach (var (column, coefficient) in columns.Zip(model.Coefficients))
            rows.Add("log_odds", coefficient, of: column.Name);
        foreach (var (threshold, step) in model.Thresholds.Select((threshold, step) => (threshold, step)))
            rows.Add("threshold", threshold, of: $"{levels[step]}|{levels[step + 1]}");
        rows.Add("deviance", model.Deviance);
        rows.Add("log_likelihood", model.LogLikelihood);
    }
}
