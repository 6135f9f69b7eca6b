using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Resampling, and what keeps many p values honest.</summary>
static class ResamplingStatistics
{
    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("bootstrap_limits", StatisticFamily.Resampling, "Efron (1987), JASA 82, 171–185; "
            + "Davison and Hinkley (1997), Bootstrap methods and their application", [Pairs],
            [Options.Word("statistic", "d_av", "d_z", "d_rm", "g_av", "mean_change", "median_change"), Options.Level, Options.Resamples,
                Options.Seed], Bootstrapped),
        new("permutation_test", StatisticFamily.Resampling, "Pitman (1937), JRSS Supplement 4, 119–130; "
            + "Phipson and Smyth (2010), SAGMB 9, article 39", PairsOrGroups,
            [Options.Alternative, Options.Whole("draws", 99_999, new NumberRange(1, 10_000_000)), Options.Seed, Options.Levels], Permuted),
        new("p_adjust", StatisticFamily.Multiplicity, "Holm (1979); Hochberg (1988); Hommel (1988); Benjamini and Hochberg (1995); "
            + "Benjamini and Yekutieli (2001); Šidák (1967)",
            [new ColumnSet(Numeric("p").WithGaps, Category("label").Optional), None],
            [Options.Numbers("values", null, Options.Share), Options.Names("methods")], Adjusted),
    ];

    static void Bootstrapped(StatisticInput input, ResultRows rows)
    {
        var (pre, post, name) = (input.Sample("pre"), input.Sample("post"), input.Word("statistic"));
        var drawn = name == "median_change"
            ? Bootstrap.Of(pre.Size, people => MedianChange(pre, post, people), input.Resamples, input.Seed)
            : PairedBootstrap.Of(pre, post, input.Resamples, input.Seed).Of(Statistic(name));
        var intervals = NamedIntervals.Of(name == "median_change" ? drawn.Percentile(input.Level) : drawn.Bca(input.Level));
        intervals = name == "median_change" ? intervals : intervals.And(drawn.Percentile(input.Level));
        rows.Add(name, new Estimate(drawn.Observed, drawn.StandardError, null, pre.Size,
            intervals.And(drawn.Basic(input.Level)).And(drawn.Normal(input.Level))));
        rows.Add("bias", drawn.Bias);
        rows.Add("z0", () => drawn.BiasCorrection);
        rows.Add("acceleration_jackknife", () => drawn.Acceleration);
        if (drawn.Undefined > 0)
            rows.Add("undefined_replicates", drawn.Undefined);
    }

    static Func<PairedSummary, double> Statistic(string name) => name switch
    {
        "d_av" => CohensDav.Value,
        "d_z" => CohensDz.Value,
        "d_rm" => CohensDrm.Value,
        "g_av" => HedgesGav.Value,
        _ => pairs => pairs.MeanGain,
    };

    static double MedianChange(Sample pre, Sample post, ReadOnlySpan<int> people)
    {
        var gains = new double[people.Length];
        for (var i = 0; i < gains.Length; i++)
            gains[i] = post.Values[people[i]] - pre.Values[people[i]];
        return Median.Of(new Sample(gains));
    }

    static void Permuted(StatisticInput input, ResultRows rows)
    {
        PermutationTest found;
        if (input.Has("pre"))
            found = PermutationTest.Paired(input.Sample("pre"), input.Sample("post"), input.Alternative, input.Whole("draws"), input.Seed);
        else
        {
            var (first, second) = input.TwoSamples();
            found = PermutationTest.Independent(first, second, input.Alternative, input.Whole("draws"), input.Seed);
        }
        rows.Add("mean_difference", found.Test);
        rows.Add("n_permutations", found.Arrangements);
        rows.Fact("enumeration", found.Exact ? "all" : "drawn");
    }

    static readonly string[] Methods = ["holm", "hochberg", "hommel", "BH", "BY", "bonferroni", "sidak", "holm_sidak"];

    static void Adjusted(StatisticInput input, ResultRows rows)
    {
        if (!input.Has("p") && !input.IsSet("values"))
            throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, "values", null, "x,y,…");
        double?[] family = input.Has("p")
            ? [.. input.Column("p").Numbers.Select(p => double.IsNaN(p) ? (double?)null : p)]
            : [.. input.Numbers("values").Select(p => (double?)p)];
        if (Array.Exists(family, p => p is < 0 or > 1))
            throw new ArgumentException("A p value lies between 0 and 1.", nameof(input));
        var labels = input.Has("label") ? input.Categories("label") : [.. Enumerable.Range(1, family.Length).Select(place => $"{place}")];
        var chosen = input.Named("methods") is { Length: > 0 } named ? named : Methods;
        if (chosen.FirstOrDefault(method => !Methods.Contains(method)) is { } unknown)
            throw StatisticInput.Refused(CatalogueProblemKind.OptionWordUnknown, "methods", unknown, string.Join("|", Methods));
        var size = family.Count(p => p is not null);
        foreach (var method in chosen)
            foreach (var (label, p) in labels.Zip(Adjustments.Of(method, family)).Where(pair => pair.Second is not null))
                rows.Add(method, p, label, size);
    }
}
