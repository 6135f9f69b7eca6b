using ImpactEval.Statistics.Catalogue.Families;

namespace ImpactEval.Statistics.Catalogue;

/// <summary>Every statistic of the engine by its name.</summary>
public static class StatisticsCatalogue
{
    /// <summary>Family by family, in the order in which they are listed.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } =
    [
        .. DescriptiveStatistics.Entries, .. DataQualityStatistics.Entries, .. ReliabilityStatistics.Entries, .. PairedStatistics.Entries,
        .. SummaryStatistics.Entries, .. ChangeStatistics.Entries,
        .. ShareStatistics.Entries, .. RankStatistics.Entries, .. CategoricalStatistics.Entries, .. IndependentStatistics.Entries,
        .. ControlledStatistics.Entries, .. RegressionStatistics.Entries, .. MatchingStatistics.Entries, .. RepeatedStatistics.Entries,
        .. MixedStatistics.Entries, .. MissingStatistics.Entries, .. PoolingStatistics.Entries, .. PoolingChecks.Entries,
        .. BootstrapStatistics.Entries, .. ResamplingStatistics.Entries, .. MultiplicityStatistics.Entries,
        .. BayesStatistics.Entries, .. PlanningStatistics.Entries, .. DistributionStatistics.Entries, .. NeedsStatistics.Entries,
        .. OrdinalStatistics.Entries, .. ReturnStatistics.Entries,
    ];

    static readonly Dictionary<string, CatalogueEntry> ByName = All.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    /// <exception cref="CatalogueException">No statistic has that name.</exception>
    public static CatalogueEntry Find(string name) => ByName.GetValueOrDefault(name)
        ?? throw new CatalogueException(new CatalogueProblem(CatalogueProblemKind.UnknownStatistic, name, name, null, [.. ByName.Keys]));
}
