using ImpactEval.Statistics.Shares;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class ShareStatistics
{
    const string Source = "Wilson (1927), JASA 22, 209–212; Clopper and Pearson (1934), Biometrika 26, 404–413";

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("proportion_limits", StatisticFamily.Shares, Source, [Values, None],
            [Options.Numbers("x", null, Options.From(0)), Options.Numbers("n", null, Options.From(1)), Options.Level], Limits),
        new("clustered_share", StatisticFamily.Shares, "Cochran (1977), Sampling techniques, 3rd ed.; Rao and Scott (1992), Biometrics 48, 577–585",
            [new ColumnSet(Numeric("values"), Category("cluster"))], [Options.Level], Clustered),
    ];

    static void Limits(StatisticInput input, ResultRows rows)
    {
        if (input.Has("values"))
        {
            var yes = InputGroups.YesNo(input.Column("values"));
            Share(rows, yes.Count(one => one), yes.Length, input.Level, null);
            return;
        }
        foreach (var option in new[] { "x", "n" })
            if (!input.IsSet(option))
                throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, option, null, "x,y,…");
        var (counts, sizes) = (input.Numbers("x"), input.Numbers("n"));
        if (counts.Length != sizes.Length)
            throw StatisticInput.Refused(CatalogueProblemKind.UnequalRows, "n", $"{sizes.Length}", $"{counts.Length}");
        foreach (var (count, size) in counts.Zip(sizes))
            Share(rows, Whole("x", count), Whole("n", size), input.Level, FormattableString.Invariant($"{count}/{size}"));
    }

    static int Whole(string option, double number) => Math.Floor(number) == number && number <= int.MaxValue
        ? (int)number
        : throw StatisticInput.Refused(CatalogueProblemKind.OptionNotWhole, option, FormattableString.Invariant($"{number}"), "0, 1, 2, …");

    static void Share(ResultRows rows, int count, int size, ConfidenceLevel level, string? of)
    {
        var share = ShareEstimate.Wilson(count, size, level);
        rows.Add("share", share with { Intervals = share.Intervals.And(ShareEstimate.ClopperPearson(count, size, level).Intervals.Primary) }, of: of);
    }

    static void Clustered(StatisticInput input, ResultRows rows)
    {
        var (yes, places) = (InputGroups.YesNo(input.Column("values")), input.Places("cluster"));
        var clusters = yes.Zip(places).ToLookup(pair => pair.Second, pair => pair.First);
        int[] order = [.. places.Distinct()];
        rows.Add("share", ClusteredShare.Of([.. order.Select(cluster => clusters[cluster].Count(one => one))],
            [.. order.Select(cluster => clusters[cluster].Count())], input.Level));
        rows.Add("clusters", order.Length);
    }
}
