using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Regression;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class ControlledStatistics
{
    static readonly ColumnRole Outcome = Numeric("outcome").Or("response", "post");

    static readonly ColumnSet Adjusted = new(Outcome, Category("factor"), Covariates);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("pre_post_control", "Morris (2008), Organizational Research Methods 11, 364–386, equations 8 and 25; Becker (1988)",
            [new ColumnSet(Numeric("pre"), Numeric("post"), Treated)], [Options.Levels, Options.Reference, Options.Level], PrePost),
        Entry("ancova", "Fisher (1932); Freedman (2008), Advances in Applied Mathematics 40, 180–193; "
            + "Pustejovsky and Tipton (2018), J. of Business and Economic Statistics 36, 672–683",
            [new ColumnSet(Outcome, Treated, Covariates, Category("cluster").Optional)],
            [Options.Levels, Options.Reference, ModelTerms.Factors, ModelTerms.Interactions, Options.Level], Ancova),
        Entry("lin_estimator", "Lin (2013), Annals of Applied Statistics 7, 295–318", [new ColumnSet(Outcome, Treated, Covariates)],
            [Options.Levels, Options.Reference, ModelTerms.Factors, Options.Level],
            (input, rows) => rows.AddCoefficients(LinEstimator.Of(input.Sample("outcome"), input.Arms(), input.NumberColumns("covariates")),
                input.Level)),
        Entry("adjusted_means", "Searle, Speed and Milliken (1980), The American Statistician 34, 216–221", [Adjusted],
            [Options.Reference, ModelTerms.Factors, Options.Level],
            (input, rows) =>
            {
                foreach (var mean in AdjustedMeans.Of(Covariance(input), input.Column("factor").Name, input.Level))
                    rows.Add("emmean", mean.Mean, of: mean.Level);
            }),
        Entry("adjusted_mean_contrasts", "Searle, Speed and Milliken (1980), The American Statistician 34, 216–221; Holm (1979)", [Adjusted],
            [Options.Word("p_adjust", "none", "holm"), Options.Reference, ModelTerms.Factors, Options.Level], Contrasts),
        Entry("adjusted_effect_sizes", "What Works Clearinghouse (2020), Procedures handbook 4.1, appendix E; Hedges (1981)", [Adjusted],
            [Options.Reference, ModelTerms.Factors, Options.Level], EffectSizes),
        Entry("difference_in_differences", "Ashenfelter and Card (1985), Review of Economics and Statistics 67, 648–660; "
            + "Bertrand, Duflo and Mullainathan (2004), QJE 119, 249–275",
            [
                new ColumnSet(Numeric("pre"), Numeric("post"), Treated, Category("cluster").Optional),
                new ColumnSet(Outcome, Treated, Category("after").Or("wave"), Category("cluster")),
            ],
            [Options.Levels, Options.Reference, Options.Level], DifferenceOfGains),
        Entry("pre_trend", "Angrist and Pischke (2009), Mostly harmless econometrics, section 5.2; Roth (2022), AER: Insights 4, 305–322",
            [new ColumnSet(Outcome, Treated, Numeric("time"), Category("cluster"))], [Options.Levels, Options.Reference, Options.Level],
            (input, rows) =>
            {
                var trend = PreTrend.Of(input.Sample("outcome"), input.Arms(), input.Column("time").Numbers, input.Places("cluster"), input.Level);
                rows.Add("slope_difference", trend.Slope, trend.Test);
            }),
        Entry("cluster_summary", "What Works Clearinghouse (2020), Standards handbook 4.1; "
            + "Cameron and Miller (2015), J. of Human Resources 50, 317–372, section VI", [new ColumnSet(Category("cluster"), Treated)],
            [Options.Levels, Options.Reference], Clusters),
    ];

    static CatalogueEntry Entry(string name, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
        StatisticOfInput compute) =>
        new(name, StatisticFamily.Controlled, source, columns, options, compute);

    static Sample Where(Sample sample, bool[] arms, bool arm) => new(sample.Values.ToArray().Where((_, row) => arms[row] == arm));

    static void PrePost(StatisticInput input, ResultRows rows)
    {
        var (pre, post, arms, level) = (input.Sample("pre"), input.Sample("post"), input.Arms(), input.Level);
        PairedSummary Arm(bool arm) => PairedSummary.Of(Where(pre, arms, arm), Where(post, arms, arm));
        var (treated, control) = (Arm(true), Arm(false));
        rows.Add("change_T", treated.MeanGain, n: treated.Size);
        rows.Add("change_C", control.MeanGain, n: control.Size);
        rows.Add("diff_in_change", PrePostControl.Change(treated, control));
        rows.Add("sd_pre_pooled", PrePostControl.PooledSdPre(treated, control));
        rows.Add("sd_pre_post_pooled", PrePostControl.PooledSd(treated, control));
        rows.Add("rho_pooled", PrePostControl.PooledCorrelation(treated, control));
        rows.Add("d_ppc2", () => PrePostControl.D2(treated, control, level));
        rows.Add("d_ppc1", () => PrePostControl.D1(treated, control, level));
        rows.Add("g_T_exact", PrePostControl.OwnChange(treated), n: treated.Size);
        rows.Add("g_C_exact", PrePostControl.OwnChange(control), n: control.Size);
    }

    static void Ancova(StatisticInput input, ResultRows rows)
    {
        var (post, arms, terms, level) = (input.Sample("outcome"), input.Arms(), input.Terms("covariates"), input.Level);
        rows.AddCoefficient("impact", null, () => input.Has("cluster")
            ? AnalysisOfCovariance.ClusteredImpact(post, arms, terms, input.Places("cluster"), level)
            : AnalysisOfCovariance.Impact(post, arms, terms, level));
        var model = AnalysisOfCovariance.Model(post, arms, terms);
        foreach (var (label, value) in model.Design.Labels.Zip(model.Coefficients))
            rows.Add("coefficient", value, label);
        rows.Add("r_squared", model.RSquared);
    }

    static CoefficientCovariance Covariance(StatisticInput input)
    {
        var factor = new DesignTerm(input.Predictor(input.Column("factor")));
        return CoefficientCovariance.Classical(LinearModel.Fit(new Design(input.Size, [.. input.Terms("covariates"), factor]),
            input.Sample("outcome")));
    }

    static void Contrasts(StatisticInput input, ResultRows rows)
    {
        var (covariance, factor, level) = (Covariance(input), input.Column("factor").Name, input.Level);
        var holm = input.Word("p_adjust") == "holm";
        var family = AdjustedMeans.Contrasts(covariance, factor, level).Count;
        var contrasts = AdjustedMeans.Contrasts(covariance, factor, holm ? AdjustedMeans.Simultaneous(level, family) : level);
        var adjusted = Adjustments.Of(input.Word("p_adjust"), [.. contrasts.Select(contrast => (double?)contrast.Test.PValue)]);
        foreach (var (contrast, p) in contrasts.Zip(adjusted))
            rows.Add("difference", contrast.Difference, contrast.Test with { PValue = p!.Value }, $"{contrast.Later} − {contrast.Earlier}");
    }

    static void EffectSizes(StatisticInput input, ResultRows rows)
    {
        var (covariance, factor) = (Covariance(input), input.Column("factor").Name);
        var (levels, cells, post) = (covariance.Model.Design.Factor(factor).Levels, input.Categories("factor"), input.Sample("outcome"));
        Sample[] scores = [.. levels.Select(level => new Sample(post.Values.ToArray().Where((_, row) => cells[row] == level)))];
        foreach (var (level, effect) in levels.Skip(1).Zip(AdjustedEffectSize.Of(covariance, factor, scores, input.Level)))
            rows.Add("g_by_pooled_within_sd_post", effect, of: $"{level} − {levels[0]}");
        rows.Add("pooled_within_sd_post", AdjustedEffectSize.WithinSd(scores));
        rows.Add("residual_sd", Math.Sqrt(covariance.Model.ResidualVariance));
    }

    static void DifferenceOfGains(StatisticInput input, ResultRows rows)
    {
        if (input.Has("outcome"))
        {
            rows.AddCoefficient("did", null, () => DifferenceInDifferences.Clustered(
                input.Sample("outcome"), input.Arms(), input.Arms("after"), input.Places("cluster"), input.Level));
            return;
        }
        var (pre, post, arms) = (input.Sample("pre"), input.Sample("post"), input.Arms());
        if (input.Has("cluster"))
        {
            var clusters = input.Places("cluster");
            bool[] before = new bool[arms.Length], after = [.. arms.Select(_ => true)];
            rows.AddCoefficient("did", null, () => DifferenceInDifferences.Clustered(
                new Sample([.. pre.Values, .. post.Values]), [.. arms, .. arms], [.. before, .. after], [.. clusters, .. clusters], input.Level));
            return;
        }
        Sample Arm(Sample wave, bool arm) => Where(wave, arms, arm);
        var (treatedPre, treatedPost, controlPre, controlPost) = (Arm(pre, true), Arm(post, true), Arm(pre, false), Arm(post, false));
        rows.AddCoefficient("did", null, () => DifferenceInDifferences.OfPairs(treatedPre, treatedPost, controlPre, controlPost, input.Level));
        rows.Add("did_student",
            () => MeanDifference.Student(DifferenceInDifferences.Groups(treatedPre, treatedPost, controlPre, controlPost), input.Level));
    }

    static void Clusters(StatisticInput input, ResultRows rows)
    {
        var (clusters, arms) = (input.Places("cluster"), input.Arms());
        int[] sizes = [.. clusters.GroupBy(cluster => cluster).Select(group => group.Count()).Order()];
        var advice = ClusterAdvice.Of(arms, clusters);
        rows.Add("clusters", advice.Total);
        rows.Add("clusters_treated", advice.Treated);
        rows.Add("clusters_comparison", advice.Comparison);
        rows.Add("smallest_cluster", sizes.Length > 0 ? sizes[0] : 0);
        rows.Add("mean_cluster_size", clusters.Length / (double)sizes.Length);
        rows.Add("largest_cluster", sizes.Length > 0 ? sizes[^1] : 0);
        rows.Word("inference", advice.Inference switch
        {
            ClusterInference.Robust => "robust",
            ClusterInference.RobustWithWarning => "robust_with_warning",
            _ => "randomisation",
        });
    }
}
