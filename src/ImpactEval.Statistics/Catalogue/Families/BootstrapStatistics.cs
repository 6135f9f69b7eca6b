using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Limits from people or clusters drawn again with replacement.</summary>
static class BootstrapStatistics
{
    const string Efron = "Efron (1987), JASA 82, 171–185; Davison and Hinkley (1997), Bootstrap methods and their application";

    static readonly ColumnRole Stratum = Category("stratum").Or("strata").Optional;

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("bootstrap_limits", Efron, [new ColumnSet(Numeric("pre"), Numeric("post"), Category("cluster").Optional, Stratum)],
            [Options.Word("statistic", "d_av", "d_z", "d_rm", "g_av", "mean_change", "median_change"), Options.Level, Options.Resamples,
                Options.Seed], OfPairs),
        Entry("pre_post_control_bootstrap", Efron + ", 3.2; Morris (2008), Organizational Research Methods 11, 364–386, equation 8",
            [new ColumnSet(Numeric("pre"), Numeric("post"), Treated)],
            [Options.Levels, Options.Reference, Options.Level, Options.Resamples, Options.Seed], OfArms),
        Entry("studentised_bootstrap", "Davison and Hinkley (1997), Bootstrap methods and their application, chapter 5; Efron and Tibshirani (1993)",
            [new ColumnSet(Numeric("values"), Category("cluster").Optional, Stratum),
                new ColumnSet(Numeric("pre"), Numeric("post"), Category("cluster").Optional, Stratum)],
            [Options.Level, Options.Resamples, Options.Seed], Studentised),
        Entry("bootstrap_limits_from_replicates", Efron + ", chapter 5",
            [new ColumnSet(Numeric("replicates"), Numeric("left_out").Optional) { IsAligned = false }],
            [Options.Needed("observed"), Options.Word("ties", "half", "none"), Options.Level], OfReplicates),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Resampling, source, columns, options, compute);

    /// <summary>Limits that need a smooth statistic come first where it is one.</summary>
    static void Add(string term, BootstrapReplicates drawn, int size, StatisticInput input, ResultRows rows)
    {
        var percentile = drawn.Percentile(input.Level);
        var intervals = term == "median_change" ? NamedIntervals.Of(percentile) : NamedIntervals.Of(drawn.Bca(input.Level)).And(percentile);
        rows.Add(term, new Estimate(drawn.Observed, drawn.StandardError, null, size,
            intervals.And(drawn.Basic(input.Level)).And(drawn.Normal(input.Level))));
        rows.Add("bias", drawn.Bias);
        rows.Add("z0", () => drawn.BiasCorrection);
        rows.Add("acceleration_jackknife", () => drawn.Acceleration);
        if (drawn.Undefined > 0)
            rows.Add("undefined_replicates", drawn.Undefined);
    }

    static void OfPairs(StatisticInput input, ResultRows rows)
    {
        var (pre, post, name) = (input.Sample("pre"), input.Sample("post"), input.Word("statistic"));
        var plain = name != "median_change" && !input.Has("cluster") && !input.Has("stratum");
        Add(name, plain
            ? PairedBootstrap.Of(pre, post, input.Resamples, input.Seed).Of(OfMoments(name))
            : Bootstrap.Of(Plan(input), people => Drawn(name, pre, post, people), input.Resamples, input.Seed), pre.Size, input, rows);
    }

    /// <summary>People or whole clusters, within strata or not.</summary>
    static ResamplingPlan Plan(StatisticInput input)
    {
        var plan = input.Has("cluster") ? ResamplingPlan.Clusters(input.Places("cluster")) : ResamplingPlan.Persons(input.Size);
        return input.Has("stratum") ? plan.Within(input.Places("stratum")) : plan;
    }

    static Func<PairedSummary, double> OfMoments(string name) => name switch
    {
        "d_av" => CohensDav.Value,
        "d_z" => CohensDz.Value,
        "d_rm" => CohensDrm.Value,
        "g_av" => HedgesGav.Value,
        _ => pairs => pairs.MeanGain,
    };

    static double Drawn(string name, Sample pre, Sample post, ReadOnlySpan<int> people)
    {
        var (before, after) = (new double[people.Length], new double[people.Length]);
        for (var i = 0; i < people.Length; i++)
            (before[i], after[i]) = (pre.Values[people[i]], post.Values[people[i]]);
        return name == "median_change"
            ? Median.Of(new Sample(before.Zip(after, (one, other) => other - one)))
            : people.Length > 1 ? OfMoments(name)(PairedSummary.Of(new Sample(before), new Sample(after))) : double.NaN;
    }

    static void OfArms(StatisticInput input, ResultRows rows)
    {
        var (pre, post, arms) = (input.Sample("pre"), input.Sample("post"), input.Arms());
        Sample Arm(Sample wave, bool arm) => new(wave.Values.ToArray().Where((_, row) => arms[row] == arm));
        var bootstrap = ArmsBootstrap.Of(Arm(pre, true), Arm(post, true), Arm(pre, false), Arm(post, false), input.Resamples, input.Seed);
        Add("d_ppc2", bootstrap.Of(PrePostControl.D2Value), input.Size, input, rows);
    }

    static void Studentised(StatisticInput input, ResultRows rows)
    {
        double[] values = input.Has("values")
            ? [.. input.Column("values").Numbers]
            : [.. input.Column("pre").Numbers.Zip(input.Column("post").Numbers, (before, after) => after - before)];
        var mean = new ResampledMean(values, input.Has("cluster") ? input.Places("cluster") : [.. Enumerable.Range(0, values.Length)]);
        var drawn = Bootstrap.Studentised(Plan(input), mean.Of, input.Resamples, input.Seed);
        rows.Add(input.Has("values") ? "mean" : "mean_change", new Estimate(
            drawn.Observed.Estimate, drawn.Observed.StandardError, null, values.Length, NamedIntervals.Of(drawn.Interval(input.Level))));
        if (drawn.Undefined > 0)
            rows.Add("undefined_replicates", drawn.Undefined);
    }

    static void OfReplicates(StatisticInput input, ResultRows rows)
    {
        var leftOut = input.Has("left_out") ? input.Column("left_out").Numbers : [];
        var ties = input.Word("ties") == "half" ? TiedReplicates.CountHalf : TiedReplicates.CountNone;
        var drawn = new BootstrapReplicates(input.Number("observed"), input.Column("replicates").Numbers, leftOut, ties);
        Add("observed", drawn, drawn.Size, input, rows);
    }
}
