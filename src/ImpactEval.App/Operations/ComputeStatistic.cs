using ImpactEval.Ingestion;
using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.App.Operations;

/// <summary>One statistic of the catalogue over one file, or over options alone.</summary>
static class ComputeStatistic
{
    /// <exception cref="StatisticRefusedException">The question does not fit the file.</exception>
    /// <exception cref="CatalogueException">The question does not fit the statistic.</exception>
    /// <exception cref="Statistics.NotEstimableException">The data cannot carry it.</exception>
    /// <exception cref="Studies.BrokenContractException">The file cannot be understood at all.</exception>
    public static StatisticResult Run(StatisticQuestion question)
    {
        var entry = StatisticsCatalogue.Find(question.Name);
        var (asked, options) = (question.Pairs(), question.Values());
        if (asked.Count == 0)
            return entry.Run(new Dictionary<string, IReadOnlyList<DataColumn>>(), options);
        foreach (var (role, _) in asked)
            entry.Role(role);
        if (question.File is not { } file)
            throw new StatisticRefusedException(StatisticRefusal.DataMissing);
        if (!File.Exists(file))
            throw new StatisticRefusedException(StatisticRefusal.FileMissing, file);
        return entry.Run(StatisticColumns.Of(entry, PlainTable.Read(file), asked), options);
    }
}
