using ImpactEval.Statistics.Multiplicity;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>What keeps many p values and many intervals honest.</summary>
static class MultiplicityStatistics
{
    /// <summary>With fewer no t distribution has a quantile of any use: that of 97.5 % is beyond 10¹².</summary>
    const double LeastFreedom = 0.1;

    static readonly ColumnSet Family = new(
        Numeric("estimates").Or("estimate"), Numeric("standard_errors").Or("standard_error", "se"), Numeric("df").Optional,
        Category("label").Optional);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("p_adjust", "Holm (1979); Hochberg (1988); Hommel (1988); Benjamini and Hochberg (1995); "
            + "Benjamini and Yekutieli (2001); Šidák (1967)",
            [new ColumnSet(Numeric("p").WithGaps, Category("label").Optional), None],
            [Options.Numbers("values", null, Options.Share), Options.Names("methods")], Adjusted),
        Entry("simultaneous_intervals", "Strassburger and Bretz (2008), Statistics in Medicine 27, 4914–4927; Guilbaud (2008), Biometrical J. 50, "
            + "678–692; Dunn (1961), JASA 56, 52–64; Šidák (1967), JASA 62, 626–633", [Family],
            [Options.Word("method", "holm_two_sided", "holm_lower", "holm_upper", "bonferroni", "sidak"), Options.Number("null", 0, NumberRange.All),
                Options.Level], Simultaneous),
        Entry("selected_intervals", "Benjamini and Yekutieli (2005), JASA 100, 71–81", [Family],
            [Options.Word("dependence", "positive", "any"), Options.Level], Selected),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Multiplicity, source, columns, options, compute);

    static readonly string[] Methods = ["holm", "hochberg", "hommel", "BH", "BY", "bonferroni", "sidak", "holm_sidak"];

    static string[] Labels(StatisticInput input, int count) =>
        input.Has("label") ? input.Categories("label") : [.. Enumerable.Range(1, count).Select(place => $"{place}")];

    static void Adjusted(StatisticInput input, ResultRows rows)
    {
        if (!input.Has("p") && !input.IsSet("values"))
            throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, "values", null, "x,y,…");
        double?[] family = input.Has("p")
            ? [.. input.Column("p").Numbers.Select(p => double.IsNaN(p) ? (double?)null : p)]
            : [.. input.Numbers("values").Select(p => (double?)p)];
        if (Array.Exists(family, p => p is < 0 or > 1))
            throw new ArgumentException("A p value lies between 0 and 1.", nameof(input));
        var labels = Labels(input, family.Length);
        var chosen = input.Named("methods") is { Length: > 0 } named ? named : Methods;
        if (chosen.FirstOrDefault(method => !Methods.Contains(method)) is { } unknown)
            throw StatisticInput.Refused(CatalogueProblemKind.OptionWordUnknown, "methods", unknown, string.Join("|", Methods));
        var size = family.Count(p => p is not null);
        foreach (var method in chosen)
            foreach (var (label, p) in labels.Zip(Adjustments.Of(method, family)).Where(pair => pair.Second is not null))
                rows.Add(method, p, label, size);
    }

    /// <summary>Estimates with the intervals that they have by themselves.</summary>
    static Estimate[] Estimates(StatisticInput input)
    {
        var (values, errors) = (input.Sample("estimates"), input.Sample("standard_errors"));
        if (values.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (errors.Values.ContainsAnyInRange(double.NegativeInfinity, 0))
            throw new ArgumentException("A standard error is positive.", nameof(input));
        double? Freedom(int row) => !input.Has("df") ? null
            : input.Column("df").Numbers[row] is >= LeastFreedom and var df ? df
            : throw new ArgumentException(FormattableString.Invariant($"Degrees of freedom are at least {LeastFreedom}."), nameof(input));
        Estimate[] bare = [.. Enumerable.Range(0, values.Size).Select(row => new Estimate(
            values.Values[row], errors.Values[row], Freedom(row), values.Size, NamedIntervals.Of(IntervalMethod.Normal, null, null, input.Level)))];
        return [.. bare.Zip(MarginalIntervals.Of(bare),
            (estimate, marginal) => estimate with { Intervals = NamedIntervals.Of(marginal!(input.Level)) })];
    }

    static void Simultaneous(StatisticInput input, ResultRows rows)
    {
        var (estimates, level, zero) = (Estimates(input), input.Level, input.Number("null"));
        var family = MarginalIntervals.Of(estimates);
        var intervals = input.Word("method") switch
        {
            "bonferroni" => SimultaneousIntervals.Bonferroni(family, level),
            "sidak" => SimultaneousIntervals.Sidak(family, level),
            "holm_lower" => SimultaneousIntervals.Holm(family, level, BoundedSide.Below, zero),
            "holm_upper" => SimultaneousIntervals.Holm(family, level, BoundedSide.Above, zero),
            _ => SimultaneousIntervals.HolmTwoSided(family, level, zero),
        };
        foreach (var (estimate, interval, label) in estimates.Zip(intervals, Labels(input, estimates.Length)))
            rows.Add("estimate", estimate with { Intervals = NamedIntervals.Of(interval!).And(estimate.Intervals.Primary) }, of: label);
    }

    static void Selected(StatisticInput input, ResultRows rows)
    {
        var estimates = Estimates(input);
        var tests = Array.ConvertAll(estimates, estimate => ModelTerms.Test(estimate, Alternative.TwoSided));
        var dependence = input.Word("dependence") == "any" ? FamilyDependence.Any : FamilyDependence.Positive;
        var intervals = SelectedIntervals.Of(
            MarginalIntervals.Of(estimates), [.. tests.Select(test => (double?)test.PValue)], input.Level, dependence);
        rows.Add("n_selected", intervals.Count(interval => interval is not null));
        var labels = Labels(input, estimates.Length);
        foreach (var ((estimate, test), interval, label) in estimates.Zip(tests).Zip(intervals, labels))
            if (interval is not null)
                rows.Add("selected", estimate with { Intervals = NamedIntervals.Of(interval).And(estimate.Intervals.Primary) }, test, label);
    }
}
