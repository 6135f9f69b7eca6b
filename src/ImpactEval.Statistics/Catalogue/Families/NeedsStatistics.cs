using ImpactEval.Statistics.Needs;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class NeedsStatistics
{
    /// <summary>Columns of both roles stand for the same competences in the same order; gaps are left out competence by competence.</summary>
    static readonly ColumnSet Ratings = new(Numeric("importance").Several.WithGaps, Numeric("competence").Several.WithGaps);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("borich", "Borich (1980), A needs assessment model for conducting follow-up studies, J. of Teacher Education 31(3), 39–42", Ratings,
            [], Borich),
        Entry("ranked_discrepancy", "Narine and Harder (2021), Advancements in Agricultural Development 2(3), 96–111", Ratings, [], Discrepancy),
        Entry("importance_performance", "Martilla and James (1977), J. of Marketing 41(1), 77–79; "
            + "Slack (1994), Int. J. of Operations and Production Management 14(5), 59–75",
            new ColumnSet(Numeric("importance").Several.WithGaps, Numeric("performance").Or("competence").Several.WithGaps),
            [Options.Word("crosshair", "grand_mean")], Map),
        Entry("needs_priorities", "Borich (1980); Goldstein and Spiegelhalter (1996), JRSS A 159, 385–443", Ratings,
            [Options.Level, Options.Resamples, Options.Seed], Priorities),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Needs, source, [columns], options, compute);

    static (DataColumn Importance, DataColumn Other)[] Both(StatisticInput input, string other)
    {
        var (importance, second) = (input.List("importance"), input.List(other));
        return importance.Count == second.Count
            ? [.. importance.Zip(second)]
            : throw StatisticInput.Refused(CatalogueProblemKind.UnequalRows, other, $"{second.Count}", $"{importance.Count}");
    }

    static (Sample Importance, Sample Competence) Rated((DataColumn Importance, DataColumn Other) item)
    {
        int[] both = [.. Enumerable.Range(0, item.Importance.Count).Where(row => !item.Importance.IsMissing(row) && !item.Other.IsMissing(row))];
        return (new Sample(both.Select(row => item.Importance.Numbers[row])), new Sample(both.Select(row => item.Other.Numbers[row])));
    }

    static void Borich(StatisticInput input, ResultRows rows)
    {
        foreach (var item in Both(input, "competence"))
        {
            var (importance, competence) = Rated(item);
            var (score, of) = (BorichScore.Of(importance, competence), item.Importance.Name);
            rows.Add("mwds", score.MeanWeightedDiscrepancy, of, score.Size);
            rows.Add("mean_discrepancy", score.MeanDiscrepancy, of, score.Size);
            rows.Add("mean_importance", score.MeanImportance, of, score.Size);
            rows.Add("mean_competence", score.MeanCompetence, of, score.Size);
        }
    }

    static void Discrepancy(StatisticInput input, ResultRows rows)
    {
        foreach (var item in Both(input, "competence"))
        {
            var (importance, competence) = Rated(item);
            var (found, of) = (RankedDiscrepancy.Of(importance, competence), item.Importance.Name);
            rows.Add("rds", found.Score, of, found.Size);
            rows.Add("below", found.Below, of, found.Size);
            rows.Add("equal", found.Equal, of, found.Size);
            rows.Add("above", found.Above, of, found.Size);
        }
    }

    static void Map(StatisticInput input, ResultRows rows)
    {
        var items = Both(input, "performance");
        var (importance, performance) = (Means(items.Select(item => item.Importance)), Means(items.Select(item => item.Other)));
        var map = ImportancePerformanceMap.Of(importance, performance);
        rows.Add("cross_importance", map.Crosshair.Importance);
        rows.Add("cross_performance", map.Crosshair.Performance);
        foreach (var (found, item) in map.Items.Zip(items))
        {
            var of = item.Importance.Name;
            rows.Add("importance", found.Importance, of, Answers(item.Importance));
            rows.Add("performance", found.Performance, of, Answers(item.Other));
            rows.Add("gap", found.Gap, of);
            rows.Word("quadrant", Name(found.Quadrant), of);
        }
    }

    static int Answers(DataColumn column) => column.Numbers.Count(rating => !double.IsNaN(rating));

    static Sample Means(IEnumerable<DataColumn> columns) => new(columns.Select(column =>
    {
        var answers = new Sample(column.Numbers.Where(rating => !double.IsNaN(rating)));
        return answers.Size > 0 ? Descriptives.Moments.Of(answers).Mean : throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }));

    static string Name(ImportancePerformanceQuadrant quadrant) => quadrant switch
    {
        ImportancePerformanceQuadrant.ConcentrateHere => "concentrate_here",
        ImportancePerformanceQuadrant.KeepUp => "keep_up",
        ImportancePerformanceQuadrant.LowPriority => "low_priority",
        _ => "possible_overkill",
    };

    static void Priorities(StatisticInput input, ResultRows rows)
    {
        var items = Both(input, "competence");
        var survey = new NeedsSurvey([.. items.Select(item => new CompetenceRatings(item.Importance.Name, item.Importance.Numbers, item.Other.Numbers))]);
        foreach (var (need, score) in NeedsPriorities.Of(survey, input.Level, input.Resamples, input.Seed).Zip(survey.Scores))
        {
            rows.Add("rank", need.Rank, need.RankInterval, need.Item, score.Size);
            rows.Add("mwds", score.MeanWeightedDiscrepancy, need.Score, need.Item, score.Size);
            rows.Add("first_share", need.FirstShare, need.Item, score.Size);
            foreach (var (quadrant, share) in need.QuadrantShares.OrderBy(pair => pair.Key))
                rows.Add($"share_{Name(quadrant)}", share, need.Item, score.Size);
        }
    }
}
