using ImpactEval.Statistics.Bayes;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class BayesStatistics
{
    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("bayes_t_test", StatisticFamily.Bayes, "Rouder, Speckman, Sun, Morey and Iverson (2009), Psychonomic Bulletin and Review 16, 225–237; "
            + "Morey and Rouder (2011)",
            [.. PairsOrGroups, None],
            [
                Options.Number("rscale", JzsBayesFactor.UsualScale, Options.Above(0)), Options.Number("t"),
                Options.Whole("n1", null, Options.From(1)),
                Options.Whole("n2", 0, Options.From(0)), Options.Levels,
            ],
            Factor),
    ];

    static void Factor(StatisticInput input, ResultRows rows)
    {
        var found = Of(input, input.Number("rscale"));
        rows.Add("log_bf10", found.LogTwoSided);
        rows.Add("bf10", found.TwoSided);
        rows.Add("log_bf10_positive", found.LogPositive);
        rows.Add("log_bf10_negative", found.LogNegative);
        // The prior is a choice: what half and the double of the mass near zero would say stands beside.
        foreach (var scale in new[] { 0.5, 1 })
            rows.Add("log_bf10_at_rscale", Of(input, scale).LogTwoSided, FormattableString.Invariant($"{scale}"));
    }

    static JzsBayesFactor Of(StatisticInput input, double scale)
    {
        if (input.Has("pre"))
            return JzsBayesFactor.Paired(input.Sample("pre"), input.Sample("post"), scale);
        if (input.Has("first") || input.Has("values"))
        {
            var (first, second) = input.TwoSamples();
            return JzsBayesFactor.Independent(first, second, scale);
        }
        foreach (var option in new[] { "t", "n1" })
            if (!input.IsSet(option))
                throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, option);
        return JzsBayesFactor.FromT(input.Number("t"), input.Whole("n1"), input.Whole("n2"), scale);
    }
}
