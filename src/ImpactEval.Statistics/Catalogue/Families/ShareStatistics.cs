using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Shares;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class ShareStatistics
{
    const string Source = "Wilson (1927), JASA 22, 209–212; Clopper and Pearson (1934), Biometrika 26, 404–413";

    static readonly StatisticOption[] FourCounts =
        [Options.Whole("x1", null, Options.From(0)), Options.Whole("n1", null, Options.From(1)), Options.Whole("x2", null, Options.From(0)),
            Options.Whole("n2", null, Options.From(1))];

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("proportion_limits", StatisticFamily.Shares, Source, [Values, None],
            [Options.Numbers("x", null, Options.From(0)), Options.Numbers("n", null, Options.From(1)), Options.Level], Limits),
        new("clustered_share", StatisticFamily.Shares, "Cochran (1977), Sampling techniques, 3rd ed.; Rao and Scott (1992), Biometrics 48, 577–585",
            [new ColumnSet(Numeric("values"), Category("cluster"))], [Options.Level], Clustered),
        new("two_proportions", StatisticFamily.Shares, "Newcombe (1998), Statistics in Medicine 17, 873–890; Katz et al. (1978), Biometrics 34, "
            + "469–474; Woolf (1955); Fisher (1935), JRSS 98, 39–54", [.. Compared, None],
            [.. FourCounts, Options.Level, Options.Levels], Two),
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

    static void Two(StatisticInput input, ResultRows rows)
    {
        var (shares, level) = (SharesOf(input), input.Level);
        rows.Add("p1", ShareEstimate.Wilson(shares.FirstSuccesses, shares.FirstSize, level));
        rows.Add("p2", ShareEstimate.Wilson(shares.SecondSuccesses, shares.SecondSize, level));
        rows.Add("risk_difference", shares.Difference(level));
        rows.Add("risk_ratio", () => shares.Ratio(level));
        rows.Add("odds_ratio", () => shares.OddsRatio(level));
        rows.Add("fisher", shares.FisherTest(), n: shares.Size);
        rows.Add("chi2", () => shares.ChiSquareTest(), n: shares.Size);
        rows.Add("chi2_yates", () => shares.YatesTest(), n: shares.Size);
        rows.Add("phi", () => shares.Phi(), n: shares.Size);
        rows.Add("cohens_h", PairedShareEffects.CohensH(shares.First, shares.Second), n: shares.Size);
    }

    static TwoShares SharesOf(StatisticInput input)
    {
        if (input.Has("first") || input.Has("values"))
        {
            var (first, second) = input.TwoSamples();
            return new TwoShares(Successes(first, input), first.Size, Successes(second, input), second.Size);
        }
        foreach (var option in FourCounts.Where(option => !input.IsSet(option.Name)))
            throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, option.Name, null, option.Allowed);
        return new TwoShares(input.Whole("x1"), input.Whole("n1"), input.Whole("x2"), input.Whole("n2"));
    }

    static int Successes(Sample sample, StatisticInput input)
    {
        var name = input.Column(input.Has("first") ? "first" : "values").Name;
        return InputGroups.YesNo(DataColumn.OfNumbers(name, sample.Values.ToArray())).Count(one => one);
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
