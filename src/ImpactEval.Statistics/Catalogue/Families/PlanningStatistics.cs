using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Planning;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class PlanningStatistics
{
    static readonly StatisticOption Power = Options.Number("power", 0.8, Options.Between);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("power_t_test", "Cohen (1988), Statistical power analysis, 2nd ed., chapter 2; Bloom (1995), Evaluation Review 19, 547–556",
            [
                Options.Word("solve", "power", "n", "d"), Options.Word("type", "paired", "two.sample"), Options.Number("d"),
                Options.Number("n", null, Options.Above(1)),
                Options.Number("n2", null, Options.Above(1)), Power, Options.Alpha, Options.Alternative,
            ],
            TTest),
        Entry("power_anova", "Cohen (1988), Statistical power analysis, 2nd ed., chapter 8",
            [Options.Whole("k", null, Options.From(2)) with { IsRequired = true }, Options.Needed("n", Options.Above(1)),
                Options.Needed("f", Options.Above(0)), Options.Alpha],
            (input, rows) => rows.Add("power", AnovaPower.At(input.Whole("k"), input.Number("n"), input.Number("f"), input.Number("alpha")))),
        Entry("power_two_proportions", "Cohen (1988), Statistical power analysis, 2nd ed., chapter 6",
            [Options.Needed("p1", Options.Share), Options.Needed("p2", Options.Share), Options.Needed("n", Options.Above(0)), Options.Alpha],
            (input, rows) =>
            {
                var (first, second) = (input.Number("p1"), input.Number("p2"));
                rows.Add("cohens_h", PairedShareEffects.CohensH(first, second));
                rows.Add("power", SharePower.At(first, second, input.Number("n"), input.Number("alpha")));
            }),
        Entry("power_correlation", "Cohen (1988), Statistical power analysis, 2nd ed., chapter 3 and p. 546",
            [Options.Needed("r", new NumberRange(-1, 1, true, true)), Options.Needed("n", Options.Above(0)), Options.Alpha],
            (input, rows) => rows.Add("power", CorrelationPower.At(input.Number("r"), input.Number("n"), input.Number("alpha")))),
        Entry("cluster_design_power", "Bloom, Richburg-Hayes and Black (2007), Educational Evaluation and Policy Analysis 29, 30–59; Kish (1965)",
            [
                Options.Needed("J", Options.From(3)), Options.Needed("m", Options.From(1)), Options.Needed("icc", Options.Share),
                Options.Number("P", 0.5, Options.Between),
                Options.Number("R2_between", 0, Options.ShareBelowOne), Options.Number("R2_within", 0, Options.ShareBelowOne),
                Options.Number("attrition", 0, Options.ShareBelowOne),
                Options.Number("d"), Power, Options.Alpha,
            ],
            Clusters),
        Entry("design_variance_factors", "Borm, Fransen and Lemmens (2007), J. of Clinical Epidemiology 60, 1234–1238",
            [Options.NeededNumbers("rho", new NumberRange(-1, 1))],
            (input, rows) =>
            {
                foreach (var rho in input.Numbers("rho"))
                {
                    var of = FormattableString.Invariant($"{rho}");
                    rows.Add("post_only", 1, of);
                    rows.Add("change_score", SampleSizeFactor.OfChangeScore(rho), of);
                    rows.Add("ancova", SampleSizeFactor.OfAncova(rho), of);
                }
            }),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Planning, source, [None], options, compute);

    static double Given(StatisticInput input, string option) =>
        input.IsSet(option) ? input.Number(option) : throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, option);

    static void TTest(StatisticInput input, ResultRows rows)
    {
        var design = input.Word("type") == "paired" ? TTestDesign.Paired : TTestDesign.Independent;
        var test = new TTestPower(design, input.Number("alpha"), input.Alternative);
        switch (input.Word("solve"))
        {
            case "n":
                var size = test.Size(Given(input, "d"), input.Number("power"));
                rows.Add("n", size);
                rows.Add("n_whole", Math.Ceiling(size));
                break;
            case "d":
                rows.Add("d", test.SmallestDetectable(Given(input, "n"), input.Number("power")));
                break;
            default:
                if (input.IsSet("n2") && design == TTestDesign.Paired)
                    throw StatisticInput.Refused(CatalogueProblemKind.OptionWordUnknown, "type", "paired", "two.sample");
                rows.Add("power", input.IsSet("n2")
                    ? test.At(Given(input, "d"), Given(input, "n"), input.Number("n2"))
                    : test.At(Given(input, "d"), Given(input, "n")));
                break;
        }
    }

    static void Clusters(StatisticInput input, ResultRows rows)
    {
        var design = new ClusterDesign(
            input.Number("J"), input.Number("m"), input.Number("icc"), input.Number("P"), input.Number("R2_between"), input.Number("R2_within"));
        rows.Add("mdes", design.SmallestDetectable(input.Number("alpha"), input.Number("power")));
        rows.Add("multiplier", design.Multiplier(input.Number("alpha"), input.Number("power")));
        rows.Add("df", design.DegreesOfFreedom);
        rows.Add("design_effect", design.DesignEffect);
        rows.Add("inflation_factor", SampleSizeFactor.ForAttrition(input.Number("attrition")));
        if (input.IsSet("d"))
            rows.Add("power", design.Power(input.Number("d"), input.Number("alpha")));
    }
}
