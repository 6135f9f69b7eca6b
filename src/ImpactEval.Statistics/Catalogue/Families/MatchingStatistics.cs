using ImpactEval.Statistics.Matching;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class MatchingStatistics
{
    static readonly ColumnSet Full = new(Numeric("outcome").Or("response"), Treated, Covariates);

    static readonly ColumnSet WithoutOutcome = new(Treated, Covariates);

    static readonly StatisticOption[] Coding = [Options.Levels, Options.Reference, ModelTerms.Factors];

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("balance_table", "Imbens and Rubin (2015), Causal inference, chapter 14; Austin (2009), Statistics in Medicine 28, 3083–3107",
            WithoutOutcome,
            [.. Coding, Options.Level],
            (input, rows) => Balance(BalanceTable.Of(input.NumberColumns("covariates"), input.Arms(), input.Level), "", rows)),
        Entry("joint_balance_test", "Imbens and Rubin (2015), Causal inference, chapter 14", WithoutOutcome, [.. Coding, ModelTerms.Interactions],
            (input, rows) => rows.Add("F", BalanceTable.JointTest(input.Design("covariates"), input.Arms()))),
        Entry("propensity_matching", "Rosenbaum and Rubin (1983), Biometrika 70, 41–55; Austin (2011), Pharmaceutical Statistics 10, 150–161; "
            + "Ho et al. (2007), Political Analysis 15, 199–236",
            Full, [Options.Number("caliper_sd", 0.2, Options.Above(0)), .. Coding, ModelTerms.Interactions, Options.Level], Matched),
        Entry("inverse_probability_weighting", "Hirano, Imbens and Ridder (2003), Econometrica 71, 1161–1189; "
            + "Austin and Stuart (2015), Statistics in Medicine 34, 3661–3679",
            Full, [Options.Word("estimand", "treated", "everybody"), .. Coding, ModelTerms.Interactions, Options.Level], InverseProbability),
        Entry("entropy_balancing", "Hainmueller (2012), Political Analysis 20, 25–46", Full, [.. Coding, Options.Level],
            (input, rows) => Weighted(input,
                BalancingWeights.Entropy([.. input.NumberColumns("covariates").Select(covariate => covariate.Values)], input.Arms()), rows)),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Matching, source, [columns], options, compute);

    static void Balance(IReadOnlyList<CovariateBalance> table, string suffix, ResultRows rows)
    {
        static Func<double?> Varying(double? value) => () => value ?? throw new NotEstimableException(NotEstimableReason.NoVariation);
        foreach (var row in table)
        {
            rows.Add($"mean_T{suffix}", row.MeanTreated, row.Covariate);
            rows.Add($"mean_C{suffix}", row.MeanComparison, row.Covariate);
            rows.Add($"diff{suffix}", row.Difference, of: row.Covariate);
            rows.Add($"smd_sd_treated{suffix}", Varying(row.ByTreatedSd), row.Covariate);
            rows.Add($"smd_sd_control{suffix}", Varying(row.ByComparisonSd), row.Covariate);
            rows.Add($"smd_pooled_unweighted_average{suffix}", Varying(row.ByAverageVariance), row.Covariate);
            rows.Add($"normalised_difference_imbens_wooldridge{suffix}", Varying(row.BySumOfVariances), row.Covariate);
            if (suffix.Length > 0)
                continue;
            rows.Add("variance_ratio", Varying(row.VarianceRatio), row.Covariate);
            rows.Add("log_sd_ratio", Varying(row.LogSdRatio), row.Covariate);
        }
    }

    static void Matched(StatisticInput input, ResultRows rows)
    {
        var (arms, outcome, covariates) = (input.Arms(), input.Sample("outcome"), input.NumberColumns("covariates"));
        var logOdds = PropensityScore.LogOdds(PropensityScore.Of(input.Design("covariates"), arms));
        var caliper = PropensityScore.Caliper(logOdds, input.Number("caliper_sd"));
        var pairs = NearestNeighbours.Of(logOdds, arms, caliper);
        rows.AddCoefficient("unadjusted", null, () => MatchedImpact.Of(pairs, outcome, [], input.Level));
        rows.AddCoefficient("adjusted", null, () => MatchedImpact.Of(pairs, outcome, covariates, input.Level));
        rows.Add("n_pairs", pairs.Count);
        rows.Add("caliper", caliper);
        rows.Add("largest_distance", pairs.Max(pair => pair.Distance));
        Balance(BalanceTable.Of(covariates, arms, input.Level), "", rows);
        int[] chosen = [.. pairs.SelectMany(pair => new[] { pair.Treated, pair.Comparison })];
        (string, Sample)[] after = [.. covariates.Select(covariate => (covariate.Name,
            new Sample(chosen.Select(row => covariate.Values.Values[row]))))];
        foreach (var (row, before) in BalanceTable.Of(after, [.. chosen.Select(row => arms[row])],
            input.Level).Zip(BalanceTable.Of(covariates, arms, input.Level)))
            rows.Add("smd_after", () => before.SdTreated > 0
                ? row.Difference.Value / before.SdTreated : throw new NotEstimableException(NotEstimableReason.NoVariation), row.Covariate,
                chosen.Length);
    }

    static void InverseProbability(StatisticInput input, ResultRows rows)
    {
        var arms = input.Arms();
        var estimand = input.Word("estimand") == "treated" ? Estimand.Treated : Estimand.Everybody;
        Weighted(input, BalancingWeights.InverseProbability(PropensityScore.Of(input.Design("covariates"), arms), arms, estimand), rows);
    }

    static void Weighted(StatisticInput input, BalancingWeights weights, ResultRows rows)
    {
        rows.AddCoefficient("impact", null, () => weights.RequireEffective().Impact(input.Sample("outcome"), input.Level));
        rows.Add("ess_treated", weights.EffectiveTreated);
        rows.Add("ess_control", weights.EffectiveComparison);
        rows.Add("max_weight", weights.Largest);
        Balance(BalanceTable.Of(input.NumberColumns("covariates"), weights, input.Level), "_weighted", rows);
    }
}
