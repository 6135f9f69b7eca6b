using ImpactEval.Statistics.Pooling;
using static ImpactEval.Statistics.Catalogue.Families.PoolingStatistics;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Study by study: what the mean owes to each, whether small ones differ, what each is best believed to have reached.</summary>
static class PoolingChecks
{
    static readonly ColumnSet Labelled = new(Numeric("yi"), Numeric("vi"), Category("study").Optional);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("meta_leave_one_out", Viechtbauer, Labelled, [Method, Test, Options.Level], LeaveOneOut),
        Entry("cumulative_meta", "Lau et al. (1992), New England J. of Medicine 327, 248–254",
            new ColumnSet(Numeric("yi"), Numeric("vi"), Numeric("order").Optional, Category("study").Optional),
            [Method, Test, Options.Level], Cumulative),
        Entry("shrunken_effects", "Morris (1983), JASA 78, 47–55; Raudenbush and Bryk (1985), J. of Educational Statistics 10, 75–98", Labelled,
            [Method, Test, Options.Level],
            (input, rows) =>
            {
                foreach (var (name, effect) in input.StudyNames().Zip(ShrunkenEffects.Of(Effects(input), Model(input))))
                    rows.Add("effect", effect, of: name);
            }),
        Entry("egger_test", "Egger et al. (1997), BMJ 315, 629–634; Sterne and Egger (2005)", Shapes.Studies,
            [Options.Word("model", "mixed_effects", "weighted_regression"), Method, Options.Level], Egger),
        Entry("begg_rank_test", "Begg and Mazumdar (1994), Biometrics 50, 1088–1101", Shapes.Studies, [],
            (input, rows) =>
            {
                rows.Add("tau", BeggTest.Tau(Effects(input)));
                rows.Add("z", BeggTest.Of(Effects(input)));
            }),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Pooling, source, [columns], options, compute);

    static void LeaveOneOut(StatisticInput input, ResultRows rows)
    {
        foreach (var (name, without) in input.StudyNames().Zip(MetaAnalysis.LeavingOneOut(Effects(input), Model(input))))
            Add(name, without, rows);
    }

    /// <summary>In the order of a column such as the year, else of the rows; the first line has the first two studies.</summary>
    static void Cumulative(StatisticInput input, ResultRows rows)
    {
        int[] places = [.. Enumerable.Range(0, input.Size)];
        if (input.Has("order"))
            places = [.. places.OrderBy(place => input.Column("order").Numbers[place])];
        var names = input.StudyNames();
        var analyses = MetaAnalysis.Cumulative(Effects(input).At(places), Model(input));
        foreach (var (place, until) in places.Skip(1).Zip(analyses))
            Add(names[place], until, rows);
    }

    static void Add(string name, MetaAnalysis analysis, ResultRows rows)
    {
        rows.Add("estimate", analysis.Mean, analysis.Test, name);
        rows.Add("tau2", analysis.Heterogeneity.Variance, name, analysis.Mean.Size);
        rows.Add("I2", 100 * analysis.Heterogeneity.ISquared, name, analysis.Mean.Size);
        rows.Add("Q", analysis.Heterogeneity.Q, name, analysis.Mean.Size);
    }

    static void Egger(StatisticInput input, ResultRows rows)
    {
        var found = input.Word("model") == "mixed_effects"
            ? EggerTest.MixedEffects(Effects(input), Model(input))
            : EggerTest.Classical(Effects(input), input.Level);
        rows.Add(found.Asymmetry.DegreesOfFreedom is null ? "z" : "t", found.Asymmetry);
        rows.Add("limit_estimate", found.Limit);
    }
}
