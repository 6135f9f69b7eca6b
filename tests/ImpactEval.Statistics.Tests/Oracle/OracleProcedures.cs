namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

/// <summary>One mapping from the oracle's vocabulary to our engine; null where an option lies beyond our catalogue.</summary>
static partial class OracleProcedures
{
    public static IReadOnlyDictionary<string, Func<OracleEntry, Found?>> All { get; } = new Dictionary<string, Func<OracleEntry, Found?>>
    {
        ["distribution_function"] = DistributionFunction,
        ["noncentral_t_limits"] = NoncentralTLimits,
        ["paired_effects"] = PairedEffects,
        ["cohens_d_paired"] = CohensDPaired,
        ["paired_t_test"] = PairedTTests,
        ["escalc"] = entry => Escalc(entry) ?? IndependentEscalc(entry),
        ["hedges_correction"] = HedgesCorrections,
        ["wilcoxon_signed_rank"] = WilcoxonSignedRanks,
        ["signed_rank_effects"] = SignedRankEffects,
        ["rank_biserial"] = RankBiserials,
        ["describe"] = Describe,
        ["quantiles"] = Quantiles,
        ["correlation"] = Correlation,
        ["cronbach_alpha"] = CronbachAlphas,
        ["p_adjust"] = AdjustedP,
        ["improved_share"] = ImprovedShare,
        ["proportion_limits"] = ProportionLimits,
        ["bootstrap_limits_from_replicates"] = BootstrapLimitsFromReplicates,
        ["bootstrap_limits"] = BootstrapLimits,
        ["permutation_test"] = Permutations,
        ["shapiro_wilk"] = ShapiroWilks,
        ["variance_homogeneity"] = VarianceHomogeneity,
        ["little_mcar"] = LittleMcar,
        ["em_multivariate_normal"] = EmNormal,
        ["missing_patterns"] = MissingPatterns,
        ["mahalanobis"] = Mahalanobis,
        ["reliable_change"] = ReliableChanges,
        ["normalised_gain"] = NormalisedGains,
        ["distribution_based_mid"] = DistributionBasedMid,
        ["tost"] = Tost,
        ["mcnemar_test"] = McNemar,
        ["paired_proportion_difference"] = PairedProportionDifference,
        ["cochran_q"] = CochranQs,
        ["marginal_homogeneity"] = MarginalHomogeneities,
        ["cliffs_delta"] = CliffsDeltas,
        ["mann_whitney"] = MannWhitneys,
        ["yuen_test"] = Yuen,
        ["linear_model"] = LinearModels,
        ["linear_model_robust"] = RobustLinearModels,
        ["cluster_robust"] = ClusterRobusts,
        ["anova_table"] = AnovaTables,
        ["joint_balance_test"] = JointBalanceTests,
        ["independent_t_test"] = IndependentTTests,
        ["difference_in_means"] = DifferenceInMeans,
        ["independent_effects"] = IndependentEffects,
        ["cohens_d_independent"] = CohensDIndependent,
        ["one_way_anova"] = OneWayAnovas,
        ["noncentral_f_limits"] = NoncentralFLimitsOf,
        ["kruskal_wallis"] = KruskalWallises,
        ["brunner_munzel"] = BrunnerMunzels,
        ["pairwise_t_tests"] = PairwiseTTests,
        ["subgroup_gains"] = SubgroupGains,
        ["adjusted_means"] = AdjustedMeansOf,
        ["adjusted_mean_contrasts"] = AdjustedMeanContrasts,
        ["adjusted_effect_sizes"] = AdjustedEffectSizes,
        ["lin_estimator"] = LinEstimators,
        ["difference_in_differences"] = DifferencesInDifferences,
        ["cluster_summary"] = ClusterSummaries,
        ["pre_post_control"] = PrePostControls,
        ["logistic_regression"] = LogisticRegressions,
        ["balance_table"] = BalanceTables,
        ["inverse_probability_weighting"] = InverseProbabilities,
        ["entropy_balancing"] = EntropyBalances,
    };

    /// <summary>How many core entries of a procedure we pass over, because their option is not in our catalogue yet.</summary>
    public static IReadOnlyDictionary<string, int> PassedOver { get; } = new Dictionary<string, int>
    {
        ["distribution_function"] = 2,
        ["bootstrap_limits"] = 1,
    };

    static object?[] Each(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(i => (object?)value(i))];

    static object?[] Limits(ConfidenceInterval? interval) =>
        [interval?.Lower ?? double.NegativeInfinity, interval?.Upper ?? double.PositiveInfinity];
}
