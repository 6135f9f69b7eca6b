using ImpactEval.Statistics.Reliability;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class ReliabilityStatistics
{
    static readonly ColumnSet Raters = new(Category("first"), Category("second"));

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("cronbach_alpha", "Cronbach (1951), Psychometrika 16, 297–334; Feldt (1965), Psychometrika 30, 357–370", [Items], [Options.Level],
            Alpha),
        Entry("item_analysis", "Nunnally and Bernstein (1994), Psychometric theory, 3rd ed., chapter 8", [Items], [],
            (input, rows) => ItemLines(ScoreMatrix.Listwise(input.Persons("items")), input.Names("items"), rows)),
        Entry("omega_one_factor", "McDonald (1999), Test theory, equation 6.20b; Raykov (2002), Multivariate Behavioral Research 37, 89–103",
            [Items], [Options.Level, Options.Resamples, Options.Seed], Omega),
        Entry("split_half", "Spearman (1910) and Brown (1910), British J. of Psychology 3, 271–322; Guttman (1945), Psychometrika 10, 255–282",
            [new ColumnSet(Numeric("first_half").Several, Numeric("second_half").Several)], [], Halves),
        Entry("icc", "Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428; McGraw and Wong (1996), Psychological Methods 1, 30–46",
            [new ColumnSet(Numeric("ratings").Or("rating").Several)], [Options.Level], Intraclass),
        Entry("cohen_kappa", "Cohen (1960, 1968); Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327; "
            + "Gwet (2008), British J. of Math. and Stat. Psychology 61, 29–48",
            [Raters], [Options.Levels, Options.Level], Kappa),
        Entry("gwet_ac1", "Gwet (2008), British J. of Mathematical and Statistical Psychology 61, 29–48", [Raters], [Options.Levels, Options.Level],
            (input, rows) => rows.Add("gwet_ac1", GwetAc1.Of(new AgreementTable(input.CrossTable("first", "second")), input.Level))),
        Entry("fleiss_kappa", "Fleiss (1971), Psychological Bulletin 76, 378–382",
            [new ColumnSet(Numeric("counts").Several), new ColumnSet(Category("ratings").Or("rating").Several)], [Options.Level], Fleiss),
        Entry("krippendorff_alpha", "Krippendorff (2011), Computing Krippendorff's alpha-reliability; "
            + "Zapf et al. (2016), BMC Medical Research Methodology 16, 93",
            [new ColumnSet(Either("ratings").Or("rating").Several.WithGaps)],
            [Options.Word("metric", "nominal", "ordinal", "interval", "ratio"), Options.Levels, Options.Level, Options.Resamples, Options.Seed],
            Krippendorff),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Reliability, source, columns, options, compute);

    static void Alpha(StatisticInput input, ResultRows rows)
    {
        var scores = ScoreMatrix.Listwise(input.Persons("items"));
        rows.Add("raw_alpha", CronbachAlpha.Of(scores, input.Level));
        rows.Add("std_alpha", () => CronbachAlpha.Standardised(scores));
        rows.Add("average_r", () => CronbachAlpha.MeanInterItemCorrelation(scores));
        rows.Add("sem", () => CronbachAlpha.StandardErrorOfMeasurement(scores));
        rows.Add("n_negative_item_rest", ItemAnalysis.Of(scores).Count(item => item.RunsAgainstTheScale));
        ItemLines(scores, input.Names("items"), rows);
    }

    static void ItemLines(ScoreMatrix scores, string[] names, ResultRows rows)
    {
        foreach (var (item, name) in ItemAnalysis.Of(scores).Zip(names))
        {
            rows.Add("item_mean", item.Mean, name);
            rows.Add("item_sd", item.StandardDeviation, name);
            rows.Add("r_item_rest", () => item.RestCorrelation ?? throw new NotEstimableException(NotEstimableReason.NoVariation), name);
            rows.Add("r_item_total", () => item.TotalCorrelation ?? throw new NotEstimableException(NotEstimableReason.NoVariation), name);
            rows.Add("alpha_if_item_dropped", () => item.AlphaWithout ?? throw new NotEstimableException(NotEstimableReason.TooFewItems), name);
        }
    }

    static void Omega(StatisticInput input, ResultRows rows)
    {
        var scores = ScoreMatrix.Listwise(input.Persons("items"));
        var model = FactorModel.Fit(scores);
        var fit = FactorFit.Of(model);
        rows.Add("omega", McDonaldOmega.WithBootstrap(scores, input.Level, input.Resamples, input.Seed));
        rows.Add("omega_observed_variance_denominator", McDonaldOmega.OfObservedVariance(model));
        rows.Add("chisq", () => fit.PValue is { } p
            ? new TestResult(fit.ChiSquare, fit.DegreesOfFreedom, p, Alternative.Greater)
            : throw new NotEstimableException(NotEstimableReason.TooFewItems));
        rows.Add("cfi", fit.ComparativeFitIndex);
        rows.Add("rmsea", () => fit.RootMeanSquareError ?? throw new NotEstimableException(NotEstimableReason.TooFewItems));
        rows.Add("srmr", fit.StandardisedResidual);
        foreach (var (name, item) in input.Names("items").Select((name, item) => (name, item)))
        {
            rows.Add("loadings", model.Loadings[item], name);
            rows.Add("residual_variances", model.ResidualVariances[item], name);
        }
    }

    static void Halves(StatisticInput input, ResultRows rows)
    {
        double[][] first = input.Persons("first_half"), second = input.Persons("second_half");
        var halves = SplitHalf.Of(
            ScoreMatrix.Listwise([.. first.Zip(second, (one, other) => (double[])[.. one, .. other])]),
                [.. Enumerable.Range(0, input.List("first_half").Count)]);
        rows.Add("r", halves.Correlation);
        rows.Add("spearman_brown", halves.SpearmanBrown);
        rows.Add("guttman_split_half", halves.Guttman);
    }

    static readonly (IntraclassForm Form, string Name)[] IntraclassForms =
        [(IntraclassForm.OneWay, "ICC1"), (IntraclassForm.Agreement, "ICC2"), (IntraclassForm.Consistency, "ICC3")];

    static void Intraclass(StatisticInput input, ResultRows rows)
    {
        var ratings = ScoreMatrix.Listwise(input.Persons("ratings"));
        foreach (var (form, name) in IntraclassForms)
        {
            var found = IntraclassCorrelation.Of(ratings, form, input.Level);
            rows.Add(name, found.OneRating);
            rows.Add($"{name}k", found.MeanRating);
            rows.Add($"{name}_F", new Descriptives.VarianceRatioTest(found.F, found.DegreesOfFreedom1, found.DegreesOfFreedom2, found.PValue));
        }
    }

    static void Kappa(StatisticInput input, ResultRows rows)
    {
        var table = new AgreementTable(input.CrossTable("first", "second"));
        rows.Add("kappa", () => CohenKappa.Of(table, KappaWeights.None, input.Level));
        rows.Add("weighted_kappa_linear", () => CohenKappa.Of(table, KappaWeights.Linear, input.Level));
        rows.Add("weighted_kappa_quadratic", () => CohenKappa.Of(table, KappaWeights.Quadratic, input.Level));
        rows.Add("percent_agreement", table.PercentAgreement);
        rows.Add("gwet_ac1", () => GwetAc1.Of(table, input.Level));
    }

    static void Fleiss(StatisticInput input, ResultRows rows)
    {
        var found = FleissKappa.Of(input.Has("counts") ? CountsGiven(input) : CountsOfRatings(input), input.Level);
        rows.Add("kappa", found.Kappa);
        rows.Add("P_bar", found.MeanAgreement);
        rows.Add("P_e", found.ChanceAgreement);
    }

    static int[][] CountsGiven(StatisticInput input)
    {
        var columns = input.List("counts").Select(InputGroups.Counts).ToArray();
        return [.. Enumerable.Range(0, input.Size).Select(row => Array.ConvertAll(columns, column => column[row]))];
    }

    static int[][] CountsOfRatings(StatisticInput input)
    {
        var raters = input.List("ratings").Select(column => column.Categories).ToArray();
        string[] categories = [.. raters.SelectMany(rater => rater.OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. Enumerable.Range(0, input.Size)
            .Select(row => Array.ConvertAll(categories, category => raters.Count(rater => rater[row] == category)))];
    }

    static void Krippendorff(StatisticInput input, ResultRows rows)
    {
        var metric = input.Word("metric") switch
        {
            "nominal" => KrippendorffMetric.Nominal,
            "ordinal" => KrippendorffMetric.Ordinal,
            "interval" => KrippendorffMetric.Interval,
            _ => KrippendorffMetric.Ratio,
        };
        var units = input.List("ratings").All(column => column.IsNumeric) ? input.Persons("ratings") : Coded(input, metric);
        rows.Add("alpha", KrippendorffAlpha.Of(units, metric, input.Level, input.Resamples, input.Seed));
    }

    /// <summary>Categories by their place among the levels; an order among words must be stated.</summary>
    static double[][] Coded(StatisticInput input, KrippendorffMetric metric)
    {
        var raters = input.List("ratings").Select(column => column.Categories).ToArray();
        string[] stated = input.Named("levels");
        if (metric is KrippendorffMetric.Interval or KrippendorffMetric.Ratio)
            throw StatisticInput.Refused(CatalogueProblemKind.ColumnNotNumeric, input.List("ratings").First(column => !column.IsNumeric).Name);
        if (metric == KrippendorffMetric.Ordinal && stated.Length == 0)
            throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, "levels", null, "a,b,…");
        string[] levels = stated.Length > 0
            ? stated : [.. raters.SelectMany(rater => rater.OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (raters.SelectMany(rater => rater.OfType<string>()).FirstOrDefault(rating => !levels.Contains(rating)) is { } unknown)
            throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, "ratings", unknown, string.Join(", ", levels));
        return [.. Enumerable.Range(0, input.Size)
            .Select(row => Array.ConvertAll(raters, rater => rater[row] is { } rating ? Array.IndexOf(levels, rating) : double.NaN))];
    }
}
