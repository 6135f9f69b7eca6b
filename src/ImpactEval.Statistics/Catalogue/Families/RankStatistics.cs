using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Shares;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class RankStatistics
{
    static readonly StatisticOption Zeros = Options.Word("zero_method", "pratt", "wilcoxon");

    /// <summary>Exact up to 50 people unless a method is named; which one was used is said.</summary>
    static readonly StatisticOption Method = Options.Word("method", "exact_up_to_50", "exact_conditional", "normal_approximation");

    const int LargestExact = 50;

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("wilcoxon_signed_rank", "Wilcoxon (1945), Biometrics Bulletin 1(6), 80–83; Pratt (1959), JASA 54, 655–667; "
            + "Streitberg and Röhmel (1986)", [Pairs],
            [Zeros, Method, Options.Flag("correction", false), Options.Alternative], SignedRank),
        Entry("signed_rank_effects", "Hodges and Lehmann (1963), Annals of Mathematical Statistics 34, 598–611; "
            + "Kerby (2014), Comprehensive Psychology 3, 1", [Pairs], [Options.Level],
            SignedRankEffects),
        Entry("rank_biserial", "Kerby (2014), Comprehensive Psychology 3, 1; Pratt (1959), JASA 54, 655–667; "
            + "Cliff (1993), Psychological Bulletin 114, 494–509", PairsOrGroups,
            [Zeros, Options.Level, Options.Resamples, Options.Seed, Options.Levels], RankBiserial),
        Entry("sign_test", "Conover (1999), Practical nonparametric statistics, 3rd ed., section 3.4; "
            + "Clopper and Pearson (1934), Biometrika 26, 404–413", [Pairs], [Options.Level], SignTest),
        Entry("mann_whitney", "Mann and Whitney (1947), Annals of Mathematical Statistics 18, 50–60; Streitberg and Röhmel (1986)", Compared,
            [Method, Options.Flag("correction", false), Options.Alternative, Options.Levels], RankSum),
        Entry("cliffs_delta", "Cliff (1993), Dominance statistics, Psychological Bulletin 114, 494–509", Compared, [Options.Level, Options.Levels],
            (input, rows) =>
            {
                var (first, second) = input.TwoSamples();
                var delta = CliffsDelta.Of(first, second, input.Level);
                rows.Add("delta", delta);
                rows.Add("prob_superiority", (delta.Value + 1) / 2, n: delta.Size);
            }),
        Entry("hodges_lehmann", "Hodges and Lehmann (1963), Annals of Mathematical Statistics 34, 598–611; "
            + "Hollander and Wolfe (1999), Nonparametric statistical methods, 2nd ed., sections 3.3 and 4.3", PairsOrGroups,
            [Options.Level, Options.Levels], Shift),
        Entry("yuen_test", "Yuen (1974), Biometrika 61, 165–170; Wilcox (2012), Introduction to robust estimation, 3rd ed., section 5.9.5",
            PairsOrGroups,
            [Options.Number("trim", 0.2, Options.Trim), Options.Alternative, Options.Level, Options.Levels], Yuen),
        Entry("akp_robust_d", "Algina, Keselman and Penfield (2005), Psychological Methods 10, 317–328", Compared,
            [Options.Number("trim", 0.2, Options.Trim), Options.Level, Options.Resamples, Options.Seed, Options.Levels],
            (input, rows) =>
            {
                var (first, second) = input.TwoSamples();
                rows.Add("akp", RobustEffectSize.Of(first, second, input.Number("trim"), input.Level, input.Resamples, input.Seed));
            }),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Nonparametric, source, columns, options, compute);

    static ZeroRule Rule(StatisticInput input) => input.Word("zero_method") == "pratt" ? ZeroRule.Pratt : ZeroRule.Wilcoxon;

    static ContinuityCorrection Correction(StatisticInput input) => input.Flag("correction") ? ContinuityCorrection.Half : ContinuityCorrection.None;

    static bool IsExact(StatisticInput input, int size)
    {
        var exact = input.Word("method") == "exact_conditional" || (input.Word("method") == "exact_up_to_50" && size <= LargestExact);
        if (exact && input.Flag("correction"))
            throw StatisticInput.Refused(CatalogueProblemKind.OptionWordUnknown, "correction", "true", "method=normal_approximation");
        input.Fact("method", exact ? "exact_conditional" : "normal_approximation");
        return exact;
    }

    static void SignedRank(StatisticInput input, ResultRows rows)
    {
        var ranks = SignedRanks.Of(input.Sample("pre"), input.Sample("post"), Rule(input));
        var test = IsExact(input, input.Size)
            ? WilcoxonSignedRank.Exact(ranks, input.Alternative)
            : WilcoxonSignedRank.Approximate(ranks, Correction(input), input.Alternative);
        rows.Add("z", test);
        rows.Add("V", ranks.PositiveSum);
        rows.Add("n_zero", ranks.Zeros);
    }

    static void SignedRankEffects(StatisticInput input, ResultRows rows)
    {
        var (pre, post) = (input.Sample("pre"), input.Sample("post"));
        var ranks = SignedRanks.Of(pre, post, ZeroRule.Wilcoxon);
        rows.Add("pseudomedian", HodgesLehmann.OfChange(pre, post, input.Level));
        rows.Add("n_zero", ranks.Zeros);
        rows.Add("n_tied_abs", ranks.TiedSizes);
        rows.Add("rank_biserial_wilcoxon_zeros", () => MatchedRankBiserial.Value(pre, post, ZeroRule.Wilcoxon));
        rows.Add("rank_biserial_pratt_zeros", () => MatchedRankBiserial.Value(pre, post, ZeroRule.Pratt));
    }

    static void RankBiserial(StatisticInput input, ResultRows rows)
    {
        if (input.Has("pre"))
        {
            rows.Add("r", MatchedRankBiserial.Of(input.Sample("pre"), input.Sample("post"), Rule(input), input.Level, input.Resamples, input.Seed));
            return;
        }
        var (first, second) = input.TwoSamples();
        rows.Add("r", CliffsDelta.Of(first, second, input.Level));
    }

    static void SignTest(StatisticInput input, ResultRows rows)
    {
        var change = OrdinalChange.Of(input.Sample("pre"), input.Sample("post"), double.MaxValue);
        var moved = change.Up + change.Down;
        var test = change.SignTest ?? throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);
        rows.Add("share_up", ShareEstimate.ClopperPearson(change.Up, moved, input.Level));
        rows.Add("x", test, n: moved);
    }

    static void RankSum(StatisticInput input, ResultRows rows)
    {
        var (first, second) = input.TwoSamples();
        var test = IsExact(input, first.Size + second.Size)
            ? MannWhitney.Exact(first, second, input.Alternative)
            : MannWhitney.Approximate(first, second, Correction(input), input.Alternative);
        rows.Add("z", test);
        rows.Add("W", MannWhitney.PairsAbove(first, second));
    }

    static void Shift(StatisticInput input, ResultRows rows)
    {
        if (input.Has("pre"))
        {
            rows.Add("pseudomedian", HodgesLehmann.OfChange(input.Sample("pre"), input.Sample("post"), input.Level));
            return;
        }
        var (first, second) = input.TwoSamples();
        rows.Add("hodges_lehmann_shift", ShiftOfGroups.Of(first, second, input.Level));
    }

    static void Yuen(StatisticInput input, ResultRows rows)
    {
        var trim = input.Number("trim");
        Func<ConfidenceLevel, Estimate> difference;
        if (input.Has("pre"))
            difference = level => YuenTest.Paired(input.Sample("pre"), input.Sample("post"), trim, level);
        else
        {
            var (first, second) = input.TwoSamples();
            difference = level => YuenTest.Independent(first, second, trim, level);
        }
        rows.Add("diff", OneSided.Of(input, difference), YuenTest.Test(difference(input.Level), input.Alternative));
    }
}
