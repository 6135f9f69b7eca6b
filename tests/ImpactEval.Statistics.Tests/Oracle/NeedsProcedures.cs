using ImpactEval.Statistics.Needs;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found Borich(OracleEntry entry)
    {
        var (importance, competence) = entry.Pairs("importance", "competence");
        var score = BorichScore.Of(importance, competence);
        return new Found
        {
            ["n"] = score.Size, ["mean_importance"] = score.MeanImportance, ["mean_competence"] = score.MeanCompetence,
            ["mwds"] = score.MeanWeightedDiscrepancy, ["mean_discrepancy"] = score.MeanDiscrepancy,
        };
    }

    static Found? ImportancePerformance(OracleEntry entry)
    {
        if (entry.Text("crosshair") != "grand_mean")
            return null;
        var map = ImportancePerformanceMap.Of(ItemMeans(entry, "importance"), ItemMeans(entry, "performance"));
        return new Found
        {
            ["importance"] = Each(map.Items.Count, i => map.Items[i].Importance),
            ["performance"] = Each(map.Items.Count, i => map.Items[i].Performance),
            ["cross_importance"] = map.Crosshair.Importance, ["cross_performance"] = map.Crosshair.Performance,
            ["quadrant"] = map.Items.Select(item => Name(item.Quadrant)).ToArray(),
        };
    }

    static Sample ItemMeans(OracleEntry entry, string name) =>
        new(entry.Vectors(name).Select(item => item.Where(rating => !double.IsNaN(rating)).Average()));

    static string Name(ImportancePerformanceQuadrant quadrant) => quadrant switch
    {
        ImportancePerformanceQuadrant.ConcentrateHere => "concentrate here",
        ImportancePerformanceQuadrant.KeepUp => "keep up",
        ImportancePerformanceQuadrant.LowPriority => "low priority",
        _ => "possible overkill",
    };
}
