using ImpactEval.Statistics.Categorical;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class CategoricalStatistics
{
    static readonly NumberRange Counts = Options.From(0);

    /// <summary>The score from which one passes; columns of 0 and 1 need nothing else.</summary>
    static readonly StatisticOption PassMark = Options.Number("at_least", 1, NumberRange.All);

    static readonly StatisticOption[] FourCounts =
        [Options.Whole("both", null, Counts), Options.Whole("first_only", null, Counts), Options.Whole("second_only", null, Counts),
            Options.Whole("neither", null, Counts)];

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("mcnemar_test", "McNemar (1947), Psychometrika 12, 153–157; Edwards (1948); "
            + "Fagerland, Lydersen and Laake (2013), BMC Medical Research Methodology 13, 91", [Pairs, None],
            [PassMark, .. FourCounts, Options.Level], McNemar),
        Entry("paired_proportion_difference", "Newcombe (1998), Statistics in Medicine 17, 2635–2650, method 10", [Pairs, None],
            [PassMark, .. FourCounts, Options.Level],
            (input, rows) => rows.Add("diff", PairedShareEffects.Difference(Outcomes(input), input.Level))),
        Entry("cochran_q", "Cochran (1950), Biometrika 37, 256–266", [Measures], [PassMark], Cochran),
        Entry("marginal_homogeneity", "Stuart (1955), Biometrika 42, 412–416; Maxwell (1970); Bowker (1948), JASA 43, 572–574",
            [new ColumnSet(Category("first"), Category("second"))],
            [Options.Levels], Margins),
        Entry("cohens_h", "Cohen (1988), Statistical power analysis, 2nd ed., chapter 6", [None],
            [Options.Needed("p_post", Options.Share), Options.Needed("p_pre", Options.Share)],
            (input, rows) => rows.Add("cohens_h", PairedShareEffects.CohensH(input.Number("p_post"), input.Number("p_pre")))),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Categorical, source, columns, options, compute);

    static PairedOutcomes Outcomes(StatisticInput input)
    {
        if (input.Has("pre"))
            return PairedOutcomes.Of(input.Sample("pre"), input.Sample("post"), input.Number("at_least"));
        foreach (var option in FourCounts.Where(option => !input.IsSet(option.Name)))
            throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, option.Name, null, option.Allowed);
        // First = before, second = after.
        return new PairedOutcomes(input.Whole("both"), input.Whole("second_only"), input.Whole("first_only"), input.Whole("neither"));
    }

    static void McNemar(StatisticInput input, ResultRows rows)
    {
        var outcomes = Outcomes(input);
        var n = outcomes.Size;
        if (n == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        rows.Add("p_pre", outcomes.ShareBefore, n: n);
        rows.Add("p_post", outcomes.ShareAfter, n: n);
        rows.Add("b", outcomes.Gained, n: n);
        rows.Add("c", outcomes.Lost, n: n);
        rows.Add("mid_p", () => McNemarTest.Of(outcomes, McNemarMethod.MidP), n: n);
        rows.Add("exact", () => McNemarTest.Of(outcomes, McNemarMethod.Exact), n: n);
        rows.Add("chi2", () => McNemarTest.Of(outcomes, McNemarMethod.Asymptotic), n: n);
        rows.Add("chi2_edwards", () => McNemarTest.Of(outcomes, McNemarMethod.Edwards), n: n);
        rows.Add("diff", () => PairedShareEffects.Difference(outcomes, input.Level));
        rows.Add("odds_ratio", () => PairedShareEffects.OddsRatio(outcomes, input.Level));
        rows.Add("cohens_g", () => PairedShareEffects.CohensG(outcomes), n: n);
        rows.Add("cohens_h", PairedShareEffects.CohensH(outcomes.ShareAfter, outcomes.ShareBefore), n: n);
    }

    static void Cochran(StatisticInput input, ResultRows rows)
    {
        var mark = input.Number("at_least");
        rows.Add("Q", CochranQ.Of([.. input.List("measures").Select(wave => wave.Numbers.Select(score => score >= mark).ToArray())]));
    }

    static void Margins(StatisticInput input, ResultRows rows)
    {
        var counts = input.CrossTable("first", "second");
        rows.Add("stuart_maxwell_chi2", () => MarginalHomogeneity.StuartMaxwell(counts));
        rows.Add("bowker_chi2", () => MarginalHomogeneity.Bowker(counts));
    }
}
