using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Missing;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class DescriptiveStatistics
{
    static readonly NumberRange Inside = new(-1, 1, IsOpenBelow: true, IsOpenAbove: true);

    static readonly ColumnSet XY = new(Numeric("x"), Numeric("y"));

    static readonly ColumnSet Complete = new(Numeric("columns").Or("column").Several);

    static readonly ColumnSet WithGaps = new(Numeric("columns").Or("column").Several.WithGaps);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("describe", "Joanes and Gill (1998), The Statistician 47, 183–189; Tukey and McLaughlin (1963), Sankhya A 25, 331–352", [Values],
            [Options.Level], Describe),
        Entry("quantiles", "Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50, 361–365", [Values],
            [
                Options.Numbers("probabilities", "0.05,0.25,0.5,0.75,0.95", Options.Share),
                Options.Numbers("types", "7", new NumberRange(1, 9)),
            ],
            Quantiles),
        Entry("shapiro_wilk", "Shapiro and Wilk (1965), Biometrika 52, 591–611; Royston (1995), Applied Statistics 44, 547–551", [Values], [],
            (input, rows) => rows.Add("W", ShapiroWilk.Of(input.Sample("values")))),
        Entry("variance_homogeneity", "Levene (1960), in Olkin (ed.), Contributions to probability and statistics; "
            + "Brown and Forsythe (1974), JASA 69, 364–367; Bartlett (1937), Proc. Royal Society A 160, 268–282",
            [Grouped], [Options.Word("method", "levene_median", "levene_mean", "bartlett"), Options.Levels], EqualSpreads),
        Entry("correlation", "Pearson (1896); Fisher (1915), Biometrika 10, 507–521; Spearman (1904), Am. J. Psychology 15, 72–101; "
            + "Kendall (1945), Biometrika 33, 239–251",
            [XY], [Options.Word("method", "pearson", "spearman", "kendall"), Options.Alternative, Options.Level], Correlation),
        Entry("correlation_difference", "Fisher (1921), On the \"probable error\" of a coefficient of correlation, Metron 1, 3–32",
            [new ColumnSet(Numeric("x"), Numeric("y"), Groups), None],
            [
                Options.Number("r1", null, Inside), Options.Number("r2", null, Inside), Options.Whole("n1", null, Options.From(1)),
                Options.Whole("n2", null, Options.From(1)), Options.Levels,
            ],
            CorrelationDifference),
        Entry("little_mcar", "Little (1988), A test of missing completely at random, JASA 83, 1198–1202", [WithGaps], [], Mcar),
        Entry("missing_patterns", "Little and Rubin (2002), Statistical analysis with missing data, 2nd ed., section 1.2", [WithGaps], [], Patterns),
        Entry("mahalanobis", "Mahalanobis (1936), Proc. National Institute of Sciences of India 2, 49–55", [Complete],
            [Options.Whole("largest", 10, Options.From(1))], Mahalanobis),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Descriptives, source, columns, options, compute);

    static void Describe(StatisticInput input, ResultRows rows)
    {
        var sample = input.Sample("values");
        var moments = Moments.Of(sample);
        rows.Add("mean", () => SampleMean.Of(sample, input.Level));
        rows.Add("sum", moments.Sum);
        rows.Add("sd", () => moments.StandardDeviation ?? throw TooFew());
        rows.Add("variance", () => moments.Variance ?? throw TooFew());
        rows.Add("median", () => Median.Of(sample));
        rows.Add("min", () => Quantile.Of(sample, 0));
        rows.Add("max", () => Quantile.Of(sample, 1));
        rows.Add("iqr_type7", () => Quantile.Of(sample, 0.75) - Quantile.Of(sample, 0.25));
        rows.Add("mad_raw", () => Median.DeviationOf(sample));
        rows.Add("mad_scaled", () => Median.NormalConsistency * Median.DeviationOf(sample));
        rows.Add("trimmed_mean_10", () => TrimmedMean.Of(sample, 0.1));
        rows.Add("trimmed_mean_20", () => TrimmedMean.Of(sample, 0.2));
        rows.Add("winsorised_mean_20", () => Moments.Of(TrimmedMean.Winsorised(sample, 0.2)).Mean);
        foreach (var type in Enum.GetValues<ShapeType>())
            rows.Add($"skewness_type{(int)type}", () => Shape.Skewness(sample, type));
        foreach (var type in Enum.GetValues<ShapeType>())
            rows.Add($"kurtosis_type{(int)type}", () => Shape.Kurtosis(sample, type));
    }

    static NotEstimableException TooFew() => new(NotEstimableReason.TooFewObservations);

    static void Quantiles(StatisticInput input, ResultRows rows)
    {
        var sample = input.Sample("values");
        foreach (var type in input.Numbers("types"))
            foreach (var probability in input.Numbers("probabilities"))
                rows.Add($"type{(int)type}", Quantile.Of(sample, probability, (QuantileType)(int)type),
                    FormattableString.Invariant($"{probability}"));
    }

    static void EqualSpreads(StatisticInput input, ResultRows rows)
    {
        Sample[] groups = [.. input.Groups().Select(group => group.Values)];
        if (input.Word("method") == "bartlett")
            rows.Add("K2", BartlettTest.Of(groups));
        else
            rows.Add("F", LeveneTest.Of(groups, input.Word("method") == "levene_mean" ? LeveneCentre.Mean : LeveneCentre.Median));
    }

    static void Correlation(StatisticInput input, ResultRows rows)
    {
        var (x, y, alternative) = (input.Sample("x"), input.Sample("y"), input.Alternative);
        switch (input.Word("method"))
        {
            case "pearson":
                rows.Add("r", PearsonCorrelation.Of(x, y, input.Level), PearsonCorrelation.Test(x, y, alternative));
                break;
            case "spearman":
                rows.Add("rho", RankCorrelation.SpearmanRho(x, y));
                rows.Add("t", RankCorrelation.SpearmanTest(x, y, alternative));
                break;
            default:
                rows.Add("tau_b", RankCorrelation.KendallTau(x, y));
                rows.Add("z", RankCorrelation.KendallTest(x, y, alternative));
                break;
        }
    }

    static void CorrelationDifference(StatisticInput input, ResultRows rows)
    {
        var (first, second) = input.Has("x") ? CorrelationsOfGroups(input) : (Given(input, "r1", "n1"), Given(input, "r2", "n2"));
        rows.Add("r1", first.R, n: first.Size);
        rows.Add("r2", second.R, n: second.Size);
        rows.Add("z", PearsonCorrelation.Difference(first.R, first.Size, second.R, second.Size), n: first.Size + second.Size);
    }

    static (double R, int Size) Given(StatisticInput input, string correlation, string size) => (
        input.IsSet(correlation) ? input.Number(correlation) : throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, correlation),
        input.IsSet(size) ? input.Whole(size) : throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, size));

    static ((double R, int Size) First, (double R, int Size) Second) CorrelationsOfGroups(StatisticInput input)
    {
        var (levels, groups) = (input.LevelsOf("groups"), input.Categories("groups"));
        if (levels.Length != 2)
            throw StatisticInput.Refused(CatalogueProblemKind.NotTwoLevels, input.Column("groups").Name, string.Join(", ", levels), "levels=a,b");
        Sample Of(string role, string level) => new(input.Column(role).Numbers.Where((_, row) => groups[row] == level));
        (double, int) Correlated(string level) => (PearsonCorrelation.Coefficient(Of("x", level), Of("y", level)), Of("x", level).Size);
        input.Fact("first", levels[0]);
        input.Fact("second", levels[1]);
        return (Correlated(levels[0]), Correlated(levels[1]));
    }

    static void Mcar(StatisticInput input, ResultRows rows)
    {
        var scores = new IncompleteScores(input.Persons("columns"));
        var persons = scores.Patterns.Where(pattern => pattern.Answered.Count > 0).Sum(pattern => pattern.Rows.Count);
        rows.Add("chi2_ml_covariance", LittleMcarTest.Of(scores, McarCovariance.MaximumLikelihood), n: persons);
        rows.Add("chi2_unbiased_covariance", LittleMcarTest.Of(scores, McarCovariance.Unbiased), n: persons);
    }

    static void Patterns(StatisticInput input, ResultRows rows)
    {
        var (scores, names) = (new IncompleteScores(input.Persons("columns")), input.Names("columns"));
        rows.Add("cells_missing", scores.MissingOfItem.Sum());
        rows.Add("complete_rows", scores.CompletePersons);
        rows.Add("n_patterns", scores.Patterns.Count);
        for (var item = 0; item < scores.Items; item++)
            rows.Add("missing_per_item", scores.MissingOfItem[item], names[item]);
        foreach (var pattern in scores.Patterns)
            rows.Add("pattern", pattern.Rows.Count, string.Join(' ', names.Select((name, item) => pattern.Answered.Contains(item) ? name : "–")));
    }

    static void Mahalanobis(StatisticInput input, ResultRows rows)
    {
        var squared = MahalanobisDistance.Squared(input.Samples("columns"));
        double df = input.List("columns").Count;
        foreach (var row in Enumerable.Range(0, squared.Count).OrderByDescending(row => squared[row]).ThenBy(row => row).Take(input.Whole("largest")))
            rows.Add("squared_distance", new TestResult(squared[row], df, ChiSquare.Upper(squared[row], df), Alternative.Greater),
                $"{input.Rows[row]}");
    }
}
