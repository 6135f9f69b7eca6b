using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Multiplicity;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class IndependentStatistics
{
    const string Welch = "Student (1908), Biometrika 6, 1–25; Welch (1947), Biometrika 34, 28–35";
    const string Hedges = "Cohen (1988), Statistical power analysis, 2nd ed.; Hedges (1981), J. of Educational Statistics 6, 107–128; "
        + "Delacre et al. (2021)";

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("independent_t_test", Welch, Compared, [Options.Flag("equal_variances", false), Options.Alternative, Options.Level, Options.Levels],
            TTest),
        Entry("difference_in_means", "Neyman (1923), Statistical Science 5, 465–472 (1990); Welch (1947), Biometrika 34, 28–35", Compared,
            [Options.Level, Options.Levels],
            (input, rows) => rows.Add("difference", MeanDifference.Welch(Pair(input), input.Level))),
        Entry("independent_effects", Hedges + "; McGraw and Wong (1992), Psychological Bulletin 111, 361–365; Algina, Keselman and Penfield (2005)",
            Compared,
            [Options.Number("trim", 0.2, Options.Trim), Options.Level, Options.Levels], Effects),
        Entry("cohens_d_independent", Hedges, Compared,
            [Options.Word("standardizer", "pooled", "average_variance", "second_group"), Options.Word("correction", "none", "hedges_exact"),
                Options.Level, Options.Levels], CohensD),
        Entry("variance_ratio", "Fisher (1925); Nakagawa et al. (2015), Methods in Ecology and Evolution 6, 143–152", Compared,
            [Options.Level, Options.Levels],
            (input, rows) =>
            {
                var groups = Pair(input);
                rows.Add("var_ratio", VarianceRatio.Of(groups, input.Level));
                rows.Add("ln_var_ratio_bias_corrected", VarianceRatio.Log(groups, input.Level));
            }),
        Entry("brunner_munzel", "Brunner and Munzel (2000), Biometrical J. 42, 17–25", Compared, [Options.Alternative, Options.Level, Options.Levels],
            (input, rows) =>
            {
                var (first, second) = input.TwoSamples();
                var chance = BrunnerMunzel.Of(first, second, input.Level);
                rows.Add("p_y_greater", chance, BrunnerMunzel.Test(chance, input.Alternative));
            }),
        Entry("one_way_anova", "Fisher (1925); Welch (1951), Biometrika 38, 330–336; Steiger (2004), Psychological Methods 9, 164–182", [Grouped],
            [Options.Flag("equal_variances", true), Options.LevelOf(0.90), Options.Levels], Anova),
        Entry("kruskal_wallis", "Kruskal and Wallis (1952), JASA 47, 583–621", [Grouped], [Options.Levels],
            (input, rows) =>
            {
                var found = KruskalWallis.Of(Samples(input));
                rows.Add("H", found.Test);
                rows.Add("epsilon2", found.EpsilonSquared);
                rows.Add("eta2_H", found.EtaSquared);
            }),
        Entry("contrast_of_means", "Kline (2013), Beyond significance testing, 2nd ed., chapter 7; "
            + "Steiger (2004), Psychological Methods 9, 164–182", [Grouped],
            [Options.NeededNumbers("weights"), Options.Level, Options.Levels], Contrast),
        Entry("pairwise_t_tests", "Holm (1979), Scandinavian J. of Statistics 6, 65–70", [Grouped],
            [Options.Flag("pooled_sd", true), Adjustments.Option, Options.Level, Options.Levels], Pairwise),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Independent, source, columns, options, compute);

    static TwoGroups Pair(StatisticInput input)
    {
        var (first, second) = input.TwoSamples();
        return TwoGroups.Of(first, second);
    }

    static Sample[] Samples(StatisticInput input) => [.. input.Groups().Select(group => group.Values)];

    static void TTest(StatisticInput input, ResultRows rows)
    {
        var (first, second) = input.TwoSamples();
        var groups = TwoGroups.Of(first, second);
        var student = input.Flag("equal_variances");
        var difference = OneSided.Of(input, level => student ? MeanDifference.Student(groups, level) : MeanDifference.Welch(groups, level));
        rows.Add("difference", difference,
            student ? StudentTTest.Of(first, second, input.Alternative) : WelchTTest.Of(first, second, input.Alternative));
        rows.Add("mean1", groups.FirstMean, n: groups.FirstSize);
        rows.Add("mean2", groups.SecondMean, n: groups.SecondSize);
    }

    static void Effects(StatisticInput input, ResultRows rows)
    {
        var (first, second) = input.TwoSamples();
        var (groups, level) = (TwoGroups.Of(first, second), input.Level);
        rows.Add("diff", () => MeanDifference.Welch(groups, level));
        rows.Add("sd_pooled", Math.Sqrt(groups.PooledVariance));
        rows.Add("d_s", () => StandardisedDifference.CohensD(groups, level));
        rows.Add("g_s", () => StandardisedDifference.HedgesG(groups, level));
        rows.Add("d_average_variance", () => StandardisedDifference.AverageVariance(groups, level));
        rows.Add("g_star_delacre", () => StandardisedDifference.HedgesGStar(groups, level));
        rows.Add("glass_delta_sd2", () => StandardisedDifference.GlassDelta(groups, level));
        rows.Add("glass_g_sd2", () => HedgesCorrection.Apply(StandardisedDifference.GlassDelta(groups, level), groups.SecondSize - 1));
        rows.Add("cles_normal_pooled", () => NormalOverlap.CommonLanguage(StandardisedDifference.CohensD(groups, level)));
        rows.Add("cohens_u3", () => NormalOverlap.CohensU3(StandardisedDifference.CohensD(groups, level)));
        rows.Add("overlap", () => NormalOverlap.Overlap(StandardisedDifference.CohensD(groups, level)));
        rows.Add("var_ratio", () => VarianceRatio.Of(groups, level));
        rows.Add("ln_var_ratio_bias_corrected", () => VarianceRatio.Log(groups, level));
        rows.Add("akp_robust_d", () => RobustEffectSize.Of(first, second, input.Number("trim")));
    }

    static void CohensD(StatisticInput input, ResultRows rows)
    {
        var (groups, level, corrected) = (Pair(input), input.Level, input.Word("correction") == "hedges_exact");
        switch (input.Word("standardizer"))
        {
            case "pooled":
                rows.Add(corrected ? "g" : "d",
                    corrected ? StandardisedDifference.HedgesG(groups, level) : StandardisedDifference.CohensD(groups, level));
                break;
            case "average_variance":
                rows.Add(corrected ? "g" : "d",
                    corrected ? StandardisedDifference.HedgesGStar(groups, level) : StandardisedDifference.AverageVariance(groups, level));
                break;
            default:
                var delta = StandardisedDifference.GlassDelta(groups, level);
                rows.Add("delta", corrected ? HedgesCorrection.Apply(delta, groups.SecondSize - 1) : delta);
                break;
        }
    }

    static void Anova(StatisticInput input, ResultRows rows)
    {
        var groups = Samples(input);
        if (!input.Flag("equal_variances"))
        {
            rows.Add("F", WelchAnova.Of(groups));
            return;
        }
        var anova = OneWayAnova.Of(groups);
        rows.Add("F", anova.Test);
        rows.Add("ss_between", anova.BetweenSumOfSquares);
        rows.Add("ss_within", anova.WithinSumOfSquares);
        rows.Add("eta2", () => anova.EtaSquaredEstimate(input.Level));
        rows.Add("omega2", anova.OmegaSquared);
        rows.Add("epsilon2", anova.EpsilonSquared);
        rows.Add("cohens_f", anova.CohensF);
    }

    static void Contrast(StatisticInput input, ResultRows rows)
    {
        var (groups, weights) = (input.Groups(), input.Numbers("weights"));
        var found = ContrastOfMeans.Of([.. groups.Select(group => group.Values)], weights, input.Level);
        rows.Add("difference", found.Difference, found.Test);
        rows.Add("d", found.Standardised);
        foreach (var (group, weight) in groups.Zip(weights))
            rows.Fact($"weight {group.Name}", FormattableString.Invariant($"{weight}"));
    }

    static void Pairwise(StatisticInput input, ResultRows rows)
    {
        var groups = input.Groups();
        Sample[] samples = [.. groups.Select(group => group.Values)];
        var comparisons = input.Flag("pooled_sd") ? PairwiseComparisons.PooledSd(samples, input.Level) : PairwiseComparisons.Welch(samples,
            input.Level);
        var adjusted = Adjustments.Of(input.Word("p_adjust"), [.. comparisons.Select(comparison => (double?)comparison.Test.PValue)]);
        foreach (var (comparison, p) in comparisons.Zip(adjusted))
        {
            var of = $"{groups[comparison.Later].Name} − {groups[comparison.Earlier].Name}";
            rows.Add("difference", comparison.Difference, comparison.Test, of);
            rows.Add("p_adjusted", p, of, comparison.Difference.Size);
        }
    }
}
