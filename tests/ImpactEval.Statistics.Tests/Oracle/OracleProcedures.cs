namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

/// <summary>One mapping from the oracle's vocabulary to our engine; null where an option lies beyond our catalogue.</summary>
static partial class OracleProcedures
{
    public static IReadOnlyDictionary<string, Func<OracleEntry, Found?>> All { get; } = new Dictionary<string, Func<OracleEntry, Found?>>
    {
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
    };

    /// <summary>Core entries whose method we do not have yet.</summary>
    public static IReadOnlySet<string> NotYet { get; } = new HashSet<string>
    {
        "distributions/ncf_cdf",
        "distributions/pchisq",
        "nonparametric/pwilcox_grid",
        "nonparametric/signed_rank_exact_sleep_no_zero",
    };

    static object?[] Each(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(i => (object?)value(i))];

    static object?[] Limits(ConfidenceInterval? interval) =>
        [interval?.Lower ?? double.NegativeInfinity, interval?.Upper ?? double.PositiveInfinity];
}
