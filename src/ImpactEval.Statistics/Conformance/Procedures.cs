namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

/// <summary>The one mapping from the vocabulary of conformance entries to our engine. An option that we do not have throws
/// <see cref="NotSupportedException"/>.</summary>
static partial class Procedures
{
    public static IReadOnlyDictionary<string, Func<ConformanceEntry, Found>> All { get; } = new Dictionary<string, Func<ConformanceEntry, Found>>(StringComparer.Ordinal)
    {
        // 1 descriptives
        ["describe"] = Describe,
        ["quantiles"] = Quantiles,
        ["shapiro_wilk"] = ShapiroWilks,
        ["variance_homogeneity"] = VarianceHomogeneity,
        ["correlation"] = Correlation,
        ["little_mcar"] = LittleMcar,
        ["missing_patterns"] = MissingPatterns,
        ["mahalanobis"] = Mahalanobis,
        // 2 reliability
        ["cronbach_alpha"] = CronbachAlphas,
        ["omega_one_factor"] = OmegaOneFactor,
        ["split_half"] = SplitHalves,
        ["icc"] = Iccs,
        ["cohen_kappa"] = CohenKappas,
        ["fleiss_kappa"] = FleissKappas,
        // 3 paired
        ["paired_effects"] = PairedEffects,
        ["cohens_d_paired"] = CohensDPaired,
        ["probability_of_superiority"] = NormalSuperiority,
        ["paired_t_test"] = PairedTTests,
        ["escalc"] = Escalc,
        ["reliable_change"] = ReliableChanges,
        ["normalised_gain"] = NormalisedGains,
        ["improved_share"] = ImprovedShare,
        ["distribution_based_mid"] = DistributionBasedMid,
        ["tost"] = Tost,
        ["wilcoxon_signed_rank"] = WilcoxonSignedRanks,
        ["signed_rank_effects"] = SignedRankEffects,
        ["rank_biserial"] = RankBiserials,
        ["yuen_test"] = Yuen,
        ["cliffs_delta"] = CliffsDeltas,
        ["mcnemar_test"] = McNemar,
        ["paired_proportion_difference"] = PairedProportionDifference,
        ["two_proportions"] = TwoProportions,
        ["proportion_limits"] = ProportionLimits,
        ["subgroup_gains"] = SubgroupGains,
        ["marginal_homogeneity"] = MarginalHomogeneities,
        // 4 independent and controlled
        ["independent_t_test"] = IndependentTTests,
        ["independent_effects"] = IndependentEffects,
        ["cohens_d_independent"] = CohensDIndependent,
        ["difference_in_means"] = DifferenceInMeans,
        ["one_way_anova"] = OneWayAnovas,
        ["pairwise_t_tests"] = PairwiseTTests,
        ["mann_whitney"] = MannWhitneys,
        ["brunner_munzel"] = BrunnerMunzels,
        ["kruskal_wallis"] = KruskalWallises,
        ["pre_post_control"] = PrePostControls,
        ["pre_post_control_meta"] = PrePostControlMeta,
        ["linear_model"] = LinearModels,
        ["linear_model_robust"] = RobustLinearModels,
        ["anova_table"] = AnovaTables,
        ["adjusted_means"] = AdjustedMeansOf,
        ["adjusted_mean_contrasts"] = AdjustedMeanContrasts,
        ["adjusted_effect_sizes"] = AdjustedEffectSizes,
        ["lin_estimator"] = LinEstimators,
        ["difference_in_differences"] = DifferencesInDifferences,
        ["cluster_robust"] = ClusterRobusts,
        ["cluster_summary"] = ClusterSummaries,
        ["balance_table"] = BalanceTables,
        ["joint_balance_test"] = JointBalanceTests,
        ["logistic_regression"] = LogisticRegressions,
        ["inverse_probability_weighting"] = InverseProbabilities,
        ["entropy_balancing"] = EntropyBalances,
        // 5 repeated
        ["mixed_model"] = MixedModelOf,
        ["mixed_model_anova"] = MixedModelAnova,
        ["marginal_model"] = MarginalModelOf,
        ["icc_design_effect"] = IccDesignEffect,
        ["rm_anova"] = RmAnova,
        ["friedman_test"] = Friedman,
        ["pairwise_paired_t_tests"] = PairwisePairedTTests,
        ["cochran_q"] = CochranQs,
        ["retention"] = Retentions,
        // 6 missing
        ["rubin_pool"] = RubinPool,
        ["rubin_pool_linear_model"] = RubinPoolLinearModel,
        ["em_multivariate_normal"] = EmNormal,
        ["lee_bounds"] = LeeBoundsOf,
        ["attrition_weighting"] = AttritionWeighting,
        ["attrition_table"] = Attrition,
        // 7 pooling
        ["random_effects_meta"] = RandomEffectsMeta,
        ["meta_prediction_intervals"] = MetaPredictionIntervals,
        ["meta_heterogeneity_limits"] = MetaHeterogeneityLimits,
        ["meta_leave_one_out"] = MetaLeaveOneOut,
        ["egger_test"] = Egger,
        ["meta_regression"] = MetaRegressionOf,
        ["meta_subgroups"] = MetaSubgroups,
        ["three_level_meta"] = ThreeLevelMeta,
        // 8 uncertainty
        ["p_adjust"] = AdjustedP,
        ["noncentral_t_limits"] = NoncentralTLimits,
        ["noncentral_f_limits"] = NoncentralFLimits,
        ["noncentral_chi2_limits"] = NoncentralChi2Limits,
        ["hedges_correction"] = HedgesCorrections,
        ["distribution_function"] = DistributionFunction,
        ["bootstrap_limits_from_replicates"] = BootstrapLimitsFromReplicates,
        ["bootstrap_limits"] = BootstrapLimits,
        ["permutation_test"] = Permutations,
        ["bayes_t_test"] = BayesTTest,
        ["power_t_test"] = PowerTTest,
        ["power_anova"] = PowerAnova,
        ["cluster_design_power"] = ClusterDesignPower,
        ["design_variance_factors"] = DesignVarianceFactors,
        // 9 ordinal, needs
        ["ordinal_regression"] = OrdinalRegression,
        ["ordinal_change"] = OrdinalChanges,
        ["borich"] = Borich,
        ["importance_performance"] = ImportancePerformance,
        // beyond the catalogue
        ["sign_test"] = SignTests,
        ["pitman_morgan"] = PitmanMorgan,
        ["correlation_difference"] = CorrelationDifference,
        ["nested_model_f"] = NestedModels,
        ["mixed_model_comparison"] = MixedModelComparison,
        ["cumulative_meta"] = CumulativeMeta,
        ["begg_rank_test"] = BeggRankTest,
        ["power_two_proportions"] = PowerTwoProportions,
        ["power_correlation"] = PowerCorrelation,
    };

    /// <summary>What our engine finds for an entry.</summary>
    /// <exception cref="NotSupportedException">The procedure or one of its options is not ours.</exception>
    public static Found Run(ConformanceEntry entry) => All.TryGetValue(entry.Procedure, out var procedure)
        ? procedure(entry)
        : throw new NotSupportedException($"procedure {entry.Procedure}");

    static object?[] Each(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(i => (object?)value(i))];

    static object?[] Limits(ConfidenceInterval? interval) =>
        [interval?.Lower ?? double.NegativeInfinity, interval?.Upper ?? double.PositiveInfinity];

    /// <summary>One-sided limits at a level come from the two-sided interval that leaves twice as much outside.</summary>
    static object?[] Limits(Func<ConfidenceLevel, ConfidenceInterval> interval, ConfidenceLevel level, Alternative alternative)
    {
        if (alternative == Alternative.TwoSided)
            return Limits(interval(level));
        var found = interval(new ConfidenceLevel(2 * level.Value - 1));
        return Limits(alternative == Alternative.Greater ? found with { Upper = null } : found with { Lower = null });
    }

    /// <summary>Everything of one list is refused but the options named.</summary>
    static void Require(ConformanceEntry entry, string argument, params string[] options)
    {
        if (entry.Has(argument) && !options.Contains(entry.Text(argument), StringComparer.Ordinal))
            throw new NotSupportedException($"{argument} {entry.Text(argument)}");
    }

    static Found Merged(Found one, Found other)
    {
        foreach (var (key, value) in other)
            one[key] = value;
        return one;
    }

    static Named By(string[] names, Func<int, object?> value) => new(names, [.. Enumerable.Range(0, names.Length).Select(value)]);

    static Named Themselves(string[] names) => new(names, [.. names]);

    /// <summary>Estimates with their t tests by name, as entries list them.</summary>
    static Found Columns(string[] names, Estimate[] estimates)
    {
        Named Of(Func<Estimate, double?> value) => By(names, i => value(estimates[i]));
        return new Found
        {
            ["term"] = Themselves(names), ["estimate"] = Of(one => one.Value), ["se"] = Of(one => one.StandardError), ["df"] = Of(one => one.DegreesOfFreedom),
            ["t"] = Of(one => TwoSided(one).Statistic), ["p"] = Of(one => TwoSided(one).PValue),
            ["low"] = Of(one => one.Intervals.Primary.Lower), ["high"] = Of(one => one.Intervals.Primary.Upper),
        };
    }
}
