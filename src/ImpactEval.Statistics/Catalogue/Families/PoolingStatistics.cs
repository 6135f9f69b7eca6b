using ImpactEval.Statistics.Pooling;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class PoolingStatistics
{
    internal const string Viechtbauer = "Viechtbauer (2005), J. of Educational and Behavioral Statistics 30, 261–293; Hartung and Knapp (2001); "
        + "Röver, Knapp and Friede (2015)";

    internal static readonly StatisticOption Method = Options.Word("method", "REML", "EE", "DL", "ML", "PM", "HE", "SJ", "HS", "EB");

    internal static readonly StatisticOption Test = Options.Word("test", "knha_guarded", "knha", "z");

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("random_effects_meta", Viechtbauer, Studies, [Method, Test, Options.Level], Pooled),
        Entry("meta_prediction_intervals", "Higgins, Thompson and Spiegelhalter (2009), JRSS A 172, 137–159; "
            + "Partlett and Riley (2017), Statistics in Medicine 36, 301–317", Studies,
            [Method, Options.Level], Predictions),
        Entry("meta_heterogeneity_limits", "Viechtbauer (2007), Statistics in Medicine 26, 37–52", Studies, [Method, Options.Level], Heterogeneity),
        Entry("meta_regression", "Thompson and Higgins (2002), Statistics in Medicine 21, 1559–1573",
            new ColumnSet(Numeric("yi"), Numeric("vi"), Either("moderators").Or("moderator").Several),
            [Method, Test, Options.Reference, ModelTerms.Factors, Options.Level], Regression),
        Entry("meta_subgroups", "Borenstein, Hedges, Higgins and Rothstein (2009), Introduction to meta-analysis, chapters 19 and 21",
            new ColumnSet(Numeric("yi"), Numeric("vi"), Groups),
            [Options.Word("tau2", "separate", "common"), Method, Test, Options.Level], Subgroups),
        Entry("three_level_meta", "Konstantopoulos (2011), Research Synthesis Methods 2, 61–76; "
            + "Pustejovsky and Tipton (2022), Prevention Science 23, 425–438",
            new ColumnSet(Numeric("yi"), Numeric("vi"), Category("outer"), Category("inner"), Either("moderators").Or("moderator").Several.Optional),
            [Options.Reference, ModelTerms.Factors, Options.Level], ThreeLevels),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Pooling, source, [columns], options, compute);

    internal static StudyEffects Effects(StatisticInput input) => new(input.Sample("yi"), input.Sample("vi"));

    static HeterogeneityMethod MethodOf(StatisticInput input) => input.Word("method") switch
    {
        "EE" => HeterogeneityMethod.EqualEffects,
        "DL" => HeterogeneityMethod.DerSimonianLaird,
        "ML" => HeterogeneityMethod.MaximumLikelihood,
        "PM" => HeterogeneityMethod.PauleMandel,
        "HE" => HeterogeneityMethod.HedgesOlkin,
        "SJ" => HeterogeneityMethod.SidikJonkman,
        "HS" => HeterogeneityMethod.HunterSchmidt,
        "EB" => HeterogeneityMethod.EmpiricalBayes,
        _ => HeterogeneityMethod.Restricted,
    };

    internal static PoolingModel Model(StatisticInput input) => new(
        MethodOf(input),
        (input.IsSet("test") ? input.Word("test") : "z") switch
        {
            "z" => PooledTest.Normal,
            "knha" => PooledTest.HartungKnapp,
            _ => PooledTest.HartungKnappGuarded,
        },
        input.Level);

    static Moderator[] Moderators(StatisticInput input) =>
        [.. input.NumberColumns("moderators").Select(column => new Moderator(column.Name, column.Values))];

    static void Pooled(StatisticInput input, ResultRows rows)
    {
        var pooled = MetaAnalysis.Of(Effects(input), Model(input));
        rows.Add("estimate", pooled.Mean, pooled.Test);
        Summary(pooled.Heterogeneity, rows);
        if (pooled.Prediction is { } prediction)
            rows.Add("prediction", pooled.Mean.Value, prediction);
    }

    internal static void Summary(HeterogeneitySummary heterogeneity, ResultRows rows)
    {
        rows.Add("tau2", heterogeneity.Variance);
        if (heterogeneity.StandardError is { } error)
            rows.Add("se_tau2", error);
        rows.Add("I2", 100 * heterogeneity.ISquared);
        rows.Add("H2", heterogeneity.HSquared);
        rows.Add("Q", heterogeneity.Q);
    }

    static readonly (PredictionConvention Convention, string Name)[] Conventions =
    [
        (PredictionConvention.HartungKnappGuarded, "knha_guarded_t_k_minus_1"), (PredictionConvention.HartungKnapp, "knha_t_k_minus_1"),
        (PredictionConvention.StudentTKMinus1, "t_k_minus_1"), (PredictionConvention.StudentTKMinus2, "higgins_t_k_minus_2"),
        (PredictionConvention.Normal, "normal"),
    ];

    static void Predictions(StatisticInput input, ResultRows rows)
    {
        var studies = Effects(input);
        var mean = MetaAnalysis.Of(studies, Model(input)).Mean.Value;
        foreach (var (convention, name) in Conventions)
            rows.Add(name, () => new Estimate(mean, null, null, studies.Count,
                NamedIntervals.Of(PredictionInterval.Of(studies, MethodOf(input), convention, input.Level))));
    }

    static void Heterogeneity(StatisticInput input, ResultRows rows)
    {
        var found = MetaAnalysis.Of(Effects(input), Model(input)).Heterogeneity;
        var limits = HeterogeneityLimits.Of(Effects(input), input.Level);
        // The Q-profile inverts a chi-square, exact given the sampling variances.
        ConfidenceInterval Interval(LimitPair pair, double unit) => new(IntervalMethod.ExactConditional, unit * pair.Lower, unit * pair.Upper,
            limits.Level);
        rows.Add("tau2", found.Variance, Interval(limits.Variance, 1));
        rows.Add("tau", found.StandardDeviation, Interval(limits.StandardDeviation, 1));
        rows.Add("I2", 100 * found.ISquared, Interval(limits.ISquared, 100));
        rows.Add("H2", found.HSquared, Interval(limits.HSquared, 1));
        if (limits.Empty)
            rows.Fact("q_profile", "empty");
    }

    static void Regression(StatisticInput input, ResultRows rows)
    {
        var found = MetaRegression.Of(Effects(input), Moderators(input), Model(input));
        foreach (var coefficient in found.Coefficients)
            rows.Add("coefficient", coefficient.Estimate, coefficient.Test, coefficient.Term);
        Joint("QM", found.Moderators, rows);
        rows.Add("tau2", found.Residual.Variance);
        rows.Add("I2_residual", 100 * found.Residual.ISquared);
        rows.Add("R2", 100 * found.Explained);
        rows.Add("QE", found.Residual.Q);
    }

    static void Joint(string term, ModeratorTest test, ResultRows rows)
    {
        if (test.DenominatorDegreesOfFreedom is { } denominator)
            rows.Add($"{term}_F", new Descriptives.VarianceRatioTest(test.Statistic, test.NumeratorDegreesOfFreedom, denominator, test.PValue));
        else
            rows.Add(term, new TestResult(test.Statistic, test.NumeratorDegreesOfFreedom, test.PValue, Alternative.Greater));
    }

    static void Subgroups(StatisticInput input, ResultRows rows)
    {
        var heterogeneity = input.Word("tau2") == "common" ? SubgroupHeterogeneity.Common : SubgroupHeterogeneity.Separate;
        var found = SubgroupAnalysis.Of(Effects(input), input.Categories("groups"), heterogeneity, Model(input));
        foreach (var group in found.Subgroups.OrderBy(group => group.Name, StringComparer.Ordinal))
        {
            rows.Add("estimate", group.Mean, of: group.Name);
            rows.Add("tau2", group.HeterogeneityVariance, group.Name, group.Mean.Size);
            if (group.Q is { } q)
                rows.Add("Q_within", q, group.Name, group.Mean.Size);
        }
        Joint("Q_between", found.Between, rows);
        if (found.Residual is { } residual)
            rows.Add("QE", residual.Q);
    }

    static void ThreeLevels(StatisticInput input, ResultRows rows)
    {
        var model = ThreeLevelModel.Of(Effects(input), new Nesting(input.Categories("outer"), input.Categories("inner")), Moderators(input),
            input.Level);
        foreach (var coefficient in model.Coefficients)
        {
            rows.Add("estimate_cr2", coefficient.Robust, coefficient.RobustTest, coefficient.Term);
            rows.Add("estimate", coefficient.ModelBased, of: coefficient.Term);
        }
        rows.Add("sigma2_outer", model.OuterVariance, n: model.OuterUnits);
        rows.Add("sigma2_inner", model.InnerVariance);
        rows.Add("Q", model.Q);
        rows.Add("loglik", model.LogLikelihood);
    }
}
