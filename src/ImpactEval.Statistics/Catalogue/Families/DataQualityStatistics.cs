using ImpactEval.Statistics.DataQuality;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Rows that deserve a second look; how many there are, then each by its place in the data.</summary>
static class DataQualityStatistics
{
    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("outlier_flags", StatisticFamily.Descriptives, "Leys et al. (2013), J. of Experimental Social Psychology 49, 764–766; "
            + "Tukey (1977), Exploratory data analysis, chapter 2; Tabachnick and Fidell (2013), Using multivariate statistics, 6th ed., chapter 4",
            [new ColumnSet(Numeric("columns").Or("column").Several)],
            [
                Options.Number("deviations", OutlierFlags.UsualDeviations, Options.Above(0)),
                Options.Number("fences", OutlierFlags.InnerFences, Options.Above(0)), Options.Number("tail", OutlierFlags.UsualTail, Options.Between),
            ],
            Outliers),
        new("careless_answers", StatisticFamily.Descriptives, "Curran (2016), J. of Experimental Social Psychology 66, 4–19; "
            + "Johnson (2005), J. of Research in Personality 39, 103–129; Dunn et al. (2018), J. of Business and Psychology 33, 105–121",
            [new ColumnSet(Numeric("items").Or("item").Several.WithGaps)],
            [
                Options.Number("string_share", CarelessAnswers.UsualStringShare, new NumberRange(0, 1, IsOpenBelow: true)),
                Options.Number("variability_limit", 0, Options.From(0)), Options.Whole("least_answers", null, Options.From(1)),
                Options.Flag("every_row", false),
            ],
            Careless),
    ];

    static void Outliers(StatisticInput input, ResultRows rows)
    {
        var (samples, names) = (input.Samples("columns"), input.Names("columns"));
        foreach (var (sample, name) in samples.Zip(names))
        {
            Flag("far_from_median", name, () => OutlierFlags.ByMedianDeviation(sample, input.Number("deviations")), input, rows);
            Flag("beyond_fences", name, () => OutlierFlags.ByFences(sample, input.Number("fences")), input, rows);
        }
        if (samples.Length > 1)
            Flag("far_from_centre", null, () => OutlierFlags.ByDistance(samples, input.Number("tail")), input, rows);
    }

    static void Careless(StatisticInput input, ResultRows rows)
    {
        var persons = input.Persons("items");
        if (persons.Length == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        // Without a number all questions must have been answered for two sheets to be compared.
        var least = input.IsSet("least_answers") ? input.Whole("least_answers") : persons[0].Length;
        Flag("long_string", null, () => CarelessAnswers.LongStrings(persons, input.Number("string_share")), input, rows);
        Flag("low_variability", null, () => CarelessAnswers.LowVariability(persons, input.Number("variability_limit")), input, rows);
        Flag("doubled_answers", null, () => CarelessAnswers.Doubled(persons, least), input, rows);
        if (!input.Flag("every_row"))
            return;
        foreach (var (person, row) in persons.Zip(input.Rows))
        {
            rows.Add("longest_string", CarelessAnswers.LongestString(person), $"{row}");
            rows.Add("variability",
                () => CarelessAnswers.Variability(person) ?? throw new NotEstimableException(NotEstimableReason.TooFewObservations), $"{row}");
        }
    }

    /// <summary>How many, then what was measured of each: <c>score|12</c> is the score in row 12, <c>12 = 7</c> row 12, the same as row 7.</summary>
    static void Flag(string term, string? column, Func<IReadOnlyList<RowFlag>> find, StatisticInput input, ResultRows rows)
    {
        IReadOnlyList<RowFlag> flags = [];
        rows.Add($"n_{term}", () => (flags = find()).Count, column);
        foreach (var flag in flags)
        {
            var row = flag.SameAs is { } same ? $"{input.Rows[flag.Row]} = {input.Rows[same]}" : $"{input.Rows[flag.Row]}";
            rows.Add(term, flag.Found, column is null ? row : $"{column}|{row}");
        }
    }
}
