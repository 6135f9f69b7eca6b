using ImpactEval.Statistics.Change;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Shares;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class ChangeStatistics
{
    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("reliable_change", "Jacobson and Truax (1991), Clinical significance, J. of Consulting and Clinical Psychology 59, 12–19", [Pairs],
            [
                Options.Needed("reliability", Options.ShareBelowOne),
                Options.Number("critical_value", ReliableChange.UsualCriticalValue, Options.Above(0)),
                Options.Flag("higher_is_better", true), Options.Level,
            ],
            Reliable),
        Entry("normalised_gain", "Hake (1998), American J. of Physics 66, 64–74; Marx and Cummings (2007), American J. of Physics 75, 87–91", [Pairs],
            [Options.Needed("maximum"), Options.Number("minimum", 0, NumberRange.All), Options.Level, Options.Resamples, Options.Seed], Gain),
        Entry("improved_share", "Wilson (1927), JASA 22, 209–212; Clopper and Pearson (1934), Biometrika 26, 404–413", [Pairs],
            [Options.Flag("higher_is_better", true), Options.Number("difference", null, Options.Above(0)), Options.Level], Improved),
        Entry("distribution_based_mid", "Norman, Sloan and Wyrwich (2003), Medical Care 41, 582–592; "
            + "Weir (2005), J. of Strength and Conditioning Research 19, 231–240",
            [Values], [Options.Needed("reliability", Options.ShareBelowOne)], Minimal),
        Entry("anchored_mid", "Jaeschke, Singer and Guyatt (1989), Controlled Clinical Trials 10, 407–415; "
            + "Revicki, Hays, Cella and Sloan (2008), J. of Clinical Epidemiology 61, 102–109",
            [new ColumnSet(Numeric("pre"), Numeric("post"), Numeric("anchor"))],
            [Options.Whole("little_better", null, NumberRange.All) with { IsRequired = true }, Options.Level], Anchored),
        Entry("response_shift", "Howard (1980), Response-shift bias, Evaluation Review 4, 93–106",
            [new ColumnSet(Numeric("pre"), Numeric("then"), Numeric("post"))], [Options.Level],
            (input, rows) =>
            {
                var found = ResponseShift.Of(input.Sample("pre"), input.Sample("then"), input.Sample("post"), input.Level);
                rows.Add("conventional_gain", found.Conventional);
                rows.Add("retrospective_gain", found.Retrospective);
                rows.Add("response_shift", found.Shift);
            }),
        Entry("tost", "Schuirmann (1987), J. of Pharmacokinetics and Biopharmaceutics 15, 657–680; "
            + "Lakens (2017), Social Psychological and Personality Science 8, 355–362",
            PairsOrGroups,
            [
                Options.Needed("low"), Options.Needed("high"), Options.Word("bounds", "raw", "standardised_by_sd_of_differences"),
                Options.Number("alpha", 0.05, new NumberRange(0, 0.5, true, true)), Options.Levels,
            ],
            Tost),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Change, source, columns, options, compute);

    static void Reliable(StatisticInput input, ResultRows rows)
    {
        var (critical, better) = (input.Number("critical_value"), input.Flag("higher_is_better"));
        var change = ReliableChange.Of(input.Sample("pre"), input.Sample("post"), input.Number("reliability"), input.Level, critical);
        rows.Add("sem", change.StandardErrorOfMeasurement);
        rows.Add("s_diff", change.Threshold / critical);
        rows.Add("threshold_raw", change.Threshold);
        rows.Add("improved", better ? change.Risen : change.Fallen);
        rows.Add("deteriorated", better ? change.Fallen : change.Risen);
        rows.Add("n_improved", change.Indices.Count(index => better ? index > critical : index < -critical));
        rows.Add("n_deteriorated", change.Indices.Count(index => better ? index < -critical : index > critical));
        rows.Add("n_unchanged", change.Indices.Count(index => Math.Abs(index) <= critical));
    }

    static void Gain(StatisticInput input, ResultRows rows)
    {
        var (pre, post, maximum) = (input.Sample("pre"), input.Sample("post"), input.Number("maximum"));
        var change = NormalisedGain.Change(pre, post, input.Number("minimum"), maximum);
        rows.Add("class_gain", () => NormalisedGain.OfClass(pre, post, maximum, input.Level, input.Resamples, input.Seed));
        rows.Add("normalised_change", change.Mean, n: change.Size);
        rows.Add("mean_individual_gain", () => NormalisedGain.OfIndividuals(pre, post, maximum).Mean,
            n: pre.Values.ToArray().Count(score => score < maximum));
        rows.Add("r_gain_pre", () => NormalisedGain.CorrelationWithPre(pre, post, maximum, input.Level));
        rows.Add("n_at_ceiling_pre", pre.Values.ToArray().Count(score => score == maximum));
    }

    static void Improved(StatisticInput input, ResultRows rows)
    {
        // Falling scores are rising ones of the opposite sign.
        var sign = input.Flag("higher_is_better") ? 1 : -1;
        Sample Turned(string role) => new(input.Sample(role).Values.ToArray().Select(score => sign * score));
        var (pre, post, level) = (Turned("pre"), Turned("post"), input.Level);
        if (input.IsSet("difference"))
        {
            var difference = input.Number("difference");
            rows.Add("improved", WithExact(ChangedShare.ImprovedByAtLeast(pre, post, difference, level), level));
            rows.Add("worsened", WithExact(ChangedShare.ImprovedByAtLeast(post, pre, difference, level), level));
            return;
        }
        rows.Add("improved", WithExact(ChangedShare.Improved(pre, post, level), level));
        rows.Add("unchanged", WithExact(ChangedShare.Unchanged(pre, post, level), level));
        rows.Add("worsened", WithExact(ChangedShare.Worsened(pre, post, level), level));
    }

    static Estimate WithExact(Estimate share, ConfidenceLevel level)
    {
        var exact = ShareEstimate.ClopperPearson((int)Math.Round(share.Value * share.Size), share.Size, level).Intervals.Primary;
        return share with { Intervals = share.Intervals.And(exact) };
    }

    static void Minimal(StatisticInput input, ResultRows rows)
    {
        var (values, reliability) = (input.Sample("values"), input.Number("reliability"));
        rows.Add("half_sd", MinimalDifference.ShareOfDeviation(values, 0.5));
        rows.Add("fifth_sd", MinimalDifference.ShareOfDeviation(values, 0.2));
        rows.Add("one_sem", MinimalDifference.StandardErrorOfMeasurement(values, reliability));
        rows.Add("mdc95", MinimalDifference.SmallestDetectable(values, reliability));
    }

    static void Anchored(StatisticInput input, ResultRows rows)
    {
        var found = AnchoredDifference.Of(input.Sample("pre"), input.Sample("post"), InputGroups.WholeNumbers(input.Column("anchor")),
            input.Whole("little_better"), input.Level);
        rows.Add("mid", found.Difference);
        rows.Add("r_anchor_gain", found.AnchorCorrelation);
        rows.Word("anchor", Math.Abs(found.AnchorCorrelation.Value) >= AnchoredDifference.LeastCorrelation ? "usable" : "unrelated");
    }

    static void Tost(StatisticInput input, ResultRows rows)
    {
        var (low, high, level) = (input.Number("low"), input.Number("high"), new ConfidenceLevel(1 - 2 * input.Number("alpha")));
        var standardised = input.Word("bounds") != "raw";
        Equivalence found;
        if (input.Has("pre"))
        {
            var (pre, post) = (input.Sample("pre"), input.Sample("post"));
            var unit = standardised ? PairedSummary.Of(pre, post).SdOfGain : 1;
            found = Equivalence.Paired(pre, post, low * unit, high * unit, level);
        }
        else if (standardised)
            throw StatisticInput.Refused(CatalogueProblemKind.OptionWordUnknown, "bounds", input.Word("bounds"), "raw");
        else
        {
            var (first, second) = input.TwoSamples();
            found = Equivalence.Independent(first, second, low, high, level);
        }
        rows.Add("difference", found.Difference);
        rows.Add("t_lower", found.AboveLow);
        rows.Add("t_upper", found.BelowHigh);
        rows.Add("p_tost", found.PValue);
    }
}
