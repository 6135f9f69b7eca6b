using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class DistributionStatistics
{
    /// <summary>The exact distributions of rank sums hold one number for every possible sum.</summary>
    static readonly NumberRange FewPeople = new(1, 1_000);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("noncentral_t_limits",
            "Steiger and Fouladi (1997), in Harlow, Mulaik and Steiger (eds.), What if there were no significance tests?, 221–257",
            [Options.Needed("t"), Options.Needed("df", Options.Above(0)), Options.Level],
            (input, rows) => Limits(NoncentralityLimits.Of(input.Number("t"), input.Number("df"), input.Level), input.Number("t"),
                IntervalMethod.NoncentralT, input, rows)),
        Entry("noncentral_f_limits", "Steiger (2004), Psychological Methods 9, 164–182",
            [Options.Needed("F", Options.From(0)), Options.Needed("df1", Options.Above(0)), Options.Needed("df2", Options.Above(0)), Options.Level],
            (input, rows) => Limits(NoncentralF.Limits(input.Number("F"), input.Number("df1"), input.Number("df2"), input.Level), null,
                IntervalMethod.NoncentralF, input, rows)),
        Entry("noncentral_chi2_limits", "Steiger (2004), Beyond the F test, Psychological Methods 9, 164–182",
            [Options.Needed("x", Options.From(0)), Options.Needed("df", Options.Above(0)), Options.Level],
            (input, rows) => Limits(NoncentralChiSquare.Limits(input.Number("x"), input.Number("df"), input.Level), null,
                IntervalMethod.ExactConditional, input, rows)),
        Entry("distribution_function", "Johnson, Kotz and Balakrishnan (1995), Continuous univariate distributions, 2nd ed.",
            [
                Options.Word("distribution", "student_t", "normal", "f", "chi_square", "beta", "noncentral_t", "noncentral_f",
                    "noncentral_chi_square", "bivariate_normal", "half_binomial", "signed_rank", "mann_whitney"),
                Options.Word("function", "cdf", "upper_tail", "quantile"), Options.NeededNumbers("x"), Options.Number("df", null, Options.Above(0)),
                Options.Number("df1", null, Options.Above(0)), Options.Number("df2", null, Options.Above(0)), Options.Number("ncp"),
                Options.Number("y"), Options.Number("correlation", null, new NumberRange(-1, 1)),
                Options.Number("a", null, Options.Above(0)), Options.Number("b", null, Options.Above(0)), Options.Whole("m", null, FewPeople),
                Options.Whole("n", null, FewPeople),
            ],
            Values),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Distributions, source, [None], options, compute);

    /// <summary>The middle is the observed statistic of t; F and chi-square have none on the scale of the parameter.</summary>
    static void Limits(NoncentralityLimits limits, double? observed, IntervalMethod method, StatisticInput input, ResultRows rows)
    {
        rows.Add("ncp_lower", limits.Lower);
        rows.Add("ncp_upper", limits.Upper);
        if (observed is { } t)
            rows.Add("ncp", t, new ConfidenceInterval(method, limits.Lower, limits.Upper, input.Level.Value));
    }

    static void Values(StatisticInput input, ResultRows rows)
    {
        var function = input.Word("function");
        var (cdf, upper, quantile) = Functions(input);
        var chosen = (function switch { "cdf" => cdf, "upper_tail" => upper, _ => quantile })
            ?? throw StatisticInput.Refused(CatalogueProblemKind.OptionWordUnknown, "function", function, "cdf|upper_tail");
        foreach (var x in input.Numbers("x"))
            rows.Add(function, chosen(x), FormattableString.Invariant($"{x}"));
    }

    static double Of(StatisticInput input, string option) =>
        input.IsSet(option) ? input.Number(option) : throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, option);

    static int Count(StatisticInput input, string option) =>
        input.IsSet(option) ? input.Whole(option) : throw StatisticInput.Refused(CatalogueProblemKind.MissingOption, option);

    static (Func<double, double> Cdf, Func<double, double> Upper, Func<double, double>? Quantile) Functions(StatisticInput input)
    {
        double One(string option) => Of(input, option);
        switch (input.Word("distribution"))
        {
            case "student_t":
                return (x => StudentT.Cdf(x, One("df")), x => StudentT.Upper(x, One("df")), p => StudentT.Quantile(p, One("df")));
            case "normal":
                return (StandardNormal.Cdf, StandardNormal.Upper, StandardNormal.Quantile);
            case "f":
                return (x => FisherF.Cdf(x, One("df1"), One("df2")), x => FisherF.Upper(x, One("df1"), One("df2")),
                    p => FisherF.Quantile(p, One("df1"), One("df2")));
            case "chi_square":
                return (x => ChiSquare.Cdf(x, One("df")), x => ChiSquare.Upper(x, One("df")), p => ChiSquare.Quantile(p, One("df")));
            case "beta":
                return (x => BetaDistribution.Cdf(x, One("a"), One("b")), x => BetaDistribution.Cdf(1 - x, One("b"), One("a")),
                    p => BetaDistribution.Quantile(p, One("a"), One("b")));
            case "noncentral_t":
                return (x => NoncentralT.Cdf(x, One("df"), One("ncp")), x => NoncentralT.Upper(x, One("df"), One("ncp")), null);
            case "noncentral_f":
                return (x => NoncentralF.Cdf(x, One("df1"), One("df2"), One("ncp")), x => NoncentralF.Upper(x, One("df1"), One("df2"), One("ncp")),
                    null);
            case "noncentral_chi_square":
                return (x => NoncentralChiSquare.Cdf(x, One("df"), One("ncp")), x => NoncentralChiSquare.Upper(x, One("df"), One("ncp")), null);
            case "bivariate_normal":
                return (x => BivariateNormal.Cdf(x, One("y"), One("correlation")), x => BivariateNormal.Cdf(-x, -One("y"), One("correlation")), null);
            case "half_binomial":
                var trials = Count(input, "n");
                // As many tails as heads: more than x of the one are fewer than n − x of the other.
                return (x => Binomial.HalfAtMost(WholeSum(x), trials), x => Binomial.HalfAtMost(trials - WholeSum(x) - 1, trials), null);
            case "signed_rank":
                var signed = SignedRankDistribution.Of([.. Enumerable.Range(1, Count(input, "n"))]);
                return (x => signed.AtMost(WholeSum(x)), x => signed.AtLeast(WholeSum(x) + 1), null);
            default:
                var (first, second) = (Count(input, "m"), Count(input, "n"));
                var sums = RankSumDistribution.Of([.. Enumerable.Range(1, first + second)], first);
                // U counts pairs; the sum of ranks is U plus its least value.
                var least = first * (first + 1.0) / 2;
                return (x => sums.AtMost(WholeSum(x) + least), x => sums.AtLeast(WholeSum(x) + 1 + least), null);
        }
    }

    static int WholeSum(double x) => x is >= 0 and < int.MaxValue
        ? (int)Math.Floor(x)
        : throw StatisticInput.Refused(CatalogueProblemKind.OptionOffRange, "x", FormattableString.Invariant($"{x}"), "x ≥ 0");
}
