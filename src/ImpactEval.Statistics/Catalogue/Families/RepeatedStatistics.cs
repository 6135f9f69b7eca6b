using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Repeated;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class RepeatedStatistics
{
    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("rm_anova", "Greenhouse and Geisser (1959), Psychometrika 24, 95–112; Lecoutre (1991); "
            + "Olejnik and Algina (2003), Psychological Methods 8, 434–447",
            [
                new ColumnSet(Numeric("measures").Or("measure").Several, Category("between").Several.Optional),
                new ColumnSet(Numeric("response").Or("outcome"), Category("subject"), Category("within").Several,
                    Category("between").Several.Optional),
            ],
            [Options.Word("correction", "GG", "HF", "none")], Anova),
        Entry("friedman_test", "Friedman (1937), JASA 32, 675–701; Iman and Davenport (1980); Kendall and Babington Smith (1939)", [Measures],
            [Options.Level, Options.Resamples, Options.Seed], Friedman),
        Entry("pairwise_paired_t_tests", "Student (1908), Biometrika 6, 1–25; Holm (1979), Scandinavian J. of Statistics 6, 65–70", [Measures],
            [Adjustments.Option, Options.Level], Pairwise),
        Entry("retention", "Fieller (1954), JRSS B 16, 175–185", [new ColumnSet(Numeric("pre"), Numeric("post"), Numeric("follow_up"))],
            [Options.Level], Retained),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Repeated, source, columns, options, compute);

    static void Anova(StatisticInput input, ResultRows rows)
    {
        var design = input.Has("measures") ? Wide(input) : LongForm.Of(input);
        foreach (var effect in RepeatedAnova.Of(design).Skip(1))
        {
            var (epsilon, p) = Corrected(effect, input.Word("correction"));
            rows.Add("F", new VarianceRatioTest(effect.F, epsilon * effect.DegreesOfFreedom, epsilon * effect.ErrorDegreesOfFreedom, p), effect.Term,
                design.Persons);
            rows.Add("ges", effect.GeneralisedEtaSquared, effect.Term, design.Persons);
            rows.Add("pes", effect.PartialEtaSquared, effect.Term, design.Persons);
            if (effect.Sphericity is not { } sphericity)
                continue;
            rows.Add("gg_eps", sphericity.GreenhouseGeisser, effect.Term, design.Persons);
            rows.Add("hf_eps", () => sphericity.HuynhFeldt ?? throw new NotEstimableException(NotEstimableReason.TooFewObservations), effect.Term,
                design.Persons);
            rows.Add("mauchly_W", () => sphericity is { MauchlyW: { } w, MauchlyPValue: { } pValue }
                ? new TestResult(w, null, pValue, Alternative.TwoSided)
                : throw new NotEstimableException(NotEstimableReason.TooFewObservations), effect.Term, design.Persons);
        }
    }

    static (double Epsilon, double P) Corrected(RepeatedEffect effect, string correction) => (correction, effect.Sphericity) switch
    {
        ("GG", { } sphericity) => (sphericity.GreenhouseGeisser, sphericity.PGreenhouseGeisser),
        ("HF", { HuynhFeldt: { } epsilon, PHuynhFeldt: { } p }) => (Math.Min(1, epsilon), p),
        ("HF", not null) => throw new NotEstimableException(NotEstimableReason.TooFewObservations),
        _ => (1, effect.PValue),
    };

    static RepeatedDesign Wide(StatisticInput input)
    {
        var between = input.List("between").Select(column =>
        {
            var levels = column.Levels();
            return new BetweenFactor(column.Name, [.. column.Categories.Select(category => Array.IndexOf(levels, category))]);
        });
        return new RepeatedDesign(input.Persons("measures"), [.. between], [new WithinFactor("measures", input.List("measures").Count)]);
    }

    static void Friedman(StatisticInput input, ResultRows rows)
    {
        var waves = input.Samples("measures");
        var found = FriedmanTest.Of(waves);
        double k = waves.Length, n = input.Size;
        rows.Add("chi2", found.Test);
        if (found.F is { } f)
            rows.Add("iman_davenport_F", new VarianceRatioTest(f, k - 1, (n - 1) * (k - 1), found.FPValue));
        rows.Add("kendall_w", () => FriedmanTest.Concordance(waves, input.Level, input.Resamples, input.Seed));
    }

    static void Pairwise(StatisticInput input, ResultRows rows)
    {
        var (waves, names) = (input.Samples("measures"), input.Names("measures"));
        var pairs = Enumerable.Range(0, waves.Length)
            .SelectMany(later => Enumerable.Range(0, later).Select(earlier => (Later: later, Earlier: earlier))).ToArray();
        var tests = pairs.Select(pair => PairedTTest.Of(waves[pair.Earlier], waves[pair.Later], Alternative.TwoSided)).ToArray();
        var adjusted = Adjustments.Of(input.Word("p_adjust"), [.. tests.Select(test => (double?)test.PValue)]);
        foreach (var (pair, test, p) in pairs.Zip(tests, adjusted))
        {
            var of = $"{names[pair.Later]} − {names[pair.Earlier]}";
            rows.Add("mean_diff", MeanGain.Of(waves[pair.Earlier], waves[pair.Later], input.Level), test, of);
            rows.Add("p_adjusted", p, of);
        }
    }

    static void Retained(StatisticInput input, ResultRows rows)
    {
        var found = Retention.Of(input.Sample("pre"), input.Sample("post"), input.Sample("follow_up"), input.Level);
        rows.Add("retention", found.Ratio);
        rows.Add("fieller_g", found.FiellerG);
        rows.Add("gain_post", found.GainAtEnd);
        rows.Add("gain_followup", found.GainAtFollowUp);
        rows.Add("decay", found.Decay);
    }
}
