namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

/// <summary>One mapping from the oracle's vocabulary to our engine; null where an option lies beyond our catalogue.</summary>
static partial class OracleProcedures
{
    public static IReadOnlyDictionary<string, Func<OracleEntry, Found?>> All { get; } = new Dictionary<string, Func<OracleEntry, Found?>>
    {
        ["mixed_model"] = MixedModelOf,
        ["mixed_model_anova"] = MixedModelAnova,
        ["marginal_model"] = MarginalModelOf,
        ["icc_design_effect"] = IccDesignEffect,
        ["random_effects_meta"] = RandomEffectsMeta,
        ["meta_prediction_intervals"] = MetaPredictionIntervals,
        ["meta_heterogeneity_limits"] = MetaHeterogeneityLimits,
        ["meta_leave_one_out"] = MetaLeaveOneOut,
        ["egger_test"] = Egger,
        ["meta_regression"] = MetaRegressionOf,
        ["meta_subgroups"] = MetaSubgroups,
        ["three_level_meta"] = ThreeLevelMeta,
        ["borich"] = Borich,
        ["importance_performance"] = ImportancePerformance,
        ["distribution_function"] = DistributionFunction,
        ["noncentral_t_limits"] = NoncentralTLimits,
        ["paired_effects"] = PairedEffects,
        ["cohens_d_paired"] = CohensDPaired,
        ["paired_t_test"] = PairedTTests,
        ["escalc"] = Escalc,
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
    };

    /// <summary>How many core entries of a procedure we pass over, because their option is not in our catalogue yet.</summary>
    public static IReadOnlyDictionary<string, int> PassedOver { get; } = new Dictionary<string, int>
    {
        ["distribution_function"] = 2,
        ["bootstrap_limits"] = 1,
        ["escalc"] = 14,
    };

    static object?[] Each(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(i => (object?)value(i))];

    static object?[] Limits(ConfidenceInterval? interval) =>
        [interval?.Lower ?? double.NegativeInfinity, interval?.Upper ?? double.PositiveInfinity];
}
