using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Ordinal;
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

    static void Regression(StatisticInput input, ResultRows rows)
    {
        var levels = input.LevelsOf("outcome");
        var answers = input.Categories("outcome");
        if (answers.FirstOrDefault(answer => !levels.Contains(answer)) is { } other)
            throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, "levels", other, string.Join(", ", levels));
        input.Fact("levels", string.Join(" < ", levels));
        var columns = input.NumberColumns("predictor");
        var model = OrdinalLogit.Of(Array.ConvertAll(answers, answer => Array.IndexOf(levels, answer)), [.. columns.Select(column => column.Values)],
            input.Level);
        foreach (var (column, coefficient) in columns.Zip(model.Coefficients))
            rows.Add("log_odds", coefficient, of: column.Name);
        foreach (var (threshold, step) in model.Thresholds.Select((threshold, step) => (threshold, step)))
            rows.Add("threshold", threshold, of: $"{levels[step]}|{levels[step + 1]}");
        rows.Add("deviance", model.Deviance);
        rows.Add("log_likelihood", model.LogLikelihood);
    }
}
