using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Shares;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class PairedStatistics
{
    const string Cumming = "Cumming (2012), Understanding the new statistics; "
        + "Algina and Keselman (2003), Educational and Psychological Measurement 63, 537–553";
    const string Hedges = "Hedges (1981), J. of Educational Statistics 6, 107–128";

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("paired_effects", $"{Cumming}; Cohen (1988); Morris and DeShon (2002), Psychological Methods 7, 105–125; Becker (1988); {Hedges}",
            Pairs, [Options.Level], Effects),
        Entry("mean_gain", "Student (1908), The probable error of a mean, Biometrika 6, 1–25", Pairs, [Options.Level],
            (input, rows) => rows.Add("mean_diff", MeanGain.Of(Summary(input), input.Level))),
        Entry("paired_t_test", "Student (1908), The probable error of a mean, Biometrika 6, 1–25", Pairs, [Options.Alternative, Options.Level],
            (input, rows) => rows.Add("mean_diff", OneSided.Of(input, level => MeanGain.Of(Summary(input), level)),
                PairedTTest.Of(Summary(input), input.Alternative))),
        Entry("cohens_d_paired", "Cohen (1988), Statistical power analysis, 2nd ed., p. 48; "
            + "Steiger and Fouladi (1997) for the noncentral-t interval; " + Hedges, Pairs,
            [Options.Word("correction", "none", "hedges_exact"), Options.Level], CohensDPaired),
        Entry("d_av", Cumming, Pairs, [Options.Level], (input, rows) => rows.Add("d_av", CohensDav.Of(Summary(input), input.Level))),
        Entry("g_av", $"{Cumming}; {Hedges}", Pairs, [Options.Level], (input, rows) => rows.Add("g_av", HedgesGav.Of(Summary(input), input.Level))),
        Entry("d_rm", "Morris and DeShon (2002), Psychological Methods 7, 105–125, equation 8", Pairs, [Options.Level],
            (input, rows) => rows.Add("d_rm", CohensDrm.Of(Summary(input), input.Level))),
        Entry("glass_delta_paired", "Becker (1988), British J. of Mathematical and Statistical Psychology 41, 257–278", Pairs,
            [Options.Word("standardizer", "pre", "post"), Options.Level],
            (input, rows) =>
            {
                if (input.Word("standardizer") == "pre")
                    rows.Add("d_becker_pre_sd", GlassDelta.ByPre(Summary(input), input.Level));
                else
                    rows.Add("glass_delta_post_sd", GlassDelta.ByPost(Summary(input), input.Level));
            }),
        Entry("pitman_morgan", "Pitman (1939), Biometrika 31, 9–12; Morgan (1939), Biometrika 31, 13–19", Pairs, [Options.Alternative],
            (input, rows) =>
            {
                var (pre, post) = (input.Sample("pre"), input.Sample("post"));
                rows.Add("t", PairedVarianceTest.Of(pre, post, input.Alternative));
                rows.Add("r_sum_gain", PairedVarianceTest.Correlation(pre, post));
            }),
        Entry("probability_of_superiority", "Grissom and Kim (2012), Effect sizes for research, 2nd ed.; Wilson (1927), JASA 22, 209–212", Pairs,
            [Options.Word("method", "empirical", "normal_paired"), Options.Level], Superiority),
        Entry("subgroup_gains", Cumming + "; Welch (1947), Biometrika 34, 28–35", new ColumnSet(Numeric("pre"), Numeric("post"), Groups),
            [Options.Levels, Options.Level], Subgroups),
        new("hedges_correction", StatisticFamily.Paired, Hedges, [None], [Options.NeededNumbers("df", Options.Above(1))],
            (input, rows) =>
            {
                foreach (var df in input.Numbers("df"))
                    rows.Add("J_exact", HedgesCorrection.J(df), FormattableString.Invariant($"{df}"));
            }),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Paired, source, [columns], options, compute);

    public static PairedSummary Summary(StatisticInput input) => PairedSummary.Of(input.Sample("pre"), input.Sample("post"));

    static void Effects(StatisticInput input, ResultRows rows)
    {
        var (pre, post, level) = (input.Sample("pre"), input.Sample("post"), input.Level);
        var pairs = PairedSummary.Of(pre, post);
        double df = pairs.DegreesOfFreedom;
        rows.Add("mean_pre", pairs.MeanPre);
        rows.Add("mean_post", pairs.MeanPost);
        rows.Add("mean_diff", MeanGain.Of(pairs, level));
        rows.Add("sd_pre", pairs.SdPre);
        rows.Add("sd_post", pairs.SdPost);
        rows.Add("sd_diff", pairs.SdOfGain);
        rows.Add("r", () => pairs.RequireVaryingScores().Correlation);
        rows.Add("t", () => PairedTTest.Of(pairs, Alternative.TwoSided));
        rows.Add("d_z", () => CohensDz.Of(pairs, level));
        rows.Add("d_av", () => CohensDav.Of(pairs, level));
        rows.Add("d_rm", () => CohensDrm.Of(pairs, level));
        rows.Add("d_becker_pre_sd", () => GlassDelta.ByPre(pairs, level));
        rows.Add("glass_delta_post_sd", () => GlassDelta.ByPost(pairs, level));
        rows.Add("g_z", () => HedgesCorrection.Apply(CohensDz.Of(pairs, level), df));
        rows.Add("g_av", () => HedgesGav.Of(pairs, level));
        rows.Add("g_rm", () => HedgesCorrection.Apply(CohensDrm.Of(pairs, level), df));
        rows.Add("g_becker", () => HedgesCorrection.Apply(GlassDelta.ByPre(pairs, level), df));
        rows.Add("p_superiority_paired_empirical", () => ProbabilityOfSuperiority.Of(pre, post, level));
        rows.Add("pct_improved", () => ChangedShare.Improved(pre, post, level));
        rows.Add("pct_unchanged", () => ChangedShare.Unchanged(pre, post, level));
        rows.Add("pct_worse", () => ChangedShare.Worsened(pre, post, level));
    }

    static void CohensDPaired(StatisticInput input, ResultRows rows)
    {
        var (pairs, corrected) = (Summary(input), input.Word("correction") == "hedges_exact");
        var d = CohensDz.Of(pairs, input.Level);
        rows.Add(corrected ? "g_z" : "d_z", corrected ? HedgesCorrection.Apply(d, pairs.DegreesOfFreedom) : d);
    }

    static void Superiority(StatisticInput input, ResultRows rows)
    {
        if (input.Word("method") == "empirical")
        {
            rows.Add("p_sup", ProbabilityOfSuperiority.Of(input.Sample("pre"), input.Sample("post"), input.Level));
            return;
        }
        var d = CohensDz.Of(Summary(input), input.Level);
        var limits = d.Intervals.Primary;
        // Φ rises: the limits of d_z become limits of the share.
        rows.Add("p_sup", StandardNormal.Cdf(d.Value),
            limits with { Lower = StandardNormal.Cdf(limits.Lower!.Value), Upper = StandardNormal.Cdf(limits.Upper!.Value) });
    }

    static void Subgroups(StatisticInput input, ResultRows rows)
    {
        var (pre, post, groups) = (input.Sample("pre"), input.Sample("post"), input.Categories("groups"));
        var gains = new List<Sample>();
        foreach (var level in input.LevelsOf("groups"))
        {
            Sample Of(Sample sample) => new(sample.Values.ToArray().Where((_, row) => groups[row] == level));
            var (before, after) = (Of(pre), Of(post));
            gains.Add(new Sample(before.Values.ToArray().Zip(after.Values.ToArray(), (one, other) => other - one)));
            rows.Add("mean_diff", () => MeanGain.Of(before, after, input.Level), level);
            rows.Add("d_z", () => CohensDz.Of(before, after, input.Level), level);
            rows.Add("d_av", () => CohensDav.Of(before, after, input.Level), level);
            rows.Add("g_av", () => HedgesGav.Of(before, after, input.Level), level);
        }
        if (gains.Count != 2)
            return;
        rows.Add("welch_t", () => WelchTTest.Of(gains[0], gains[1], Alternative.TwoSided));
        rows.Add("difference_of_gains", () => MeanDifference.Welch(gains[0], gains[1], input.Level));
    }
}
