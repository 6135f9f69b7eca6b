using ImpactEval.Statistics.Needs;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found Borich(ConformanceEntry entry)
    {
        var (importance, competence) = entry.Pairs(entry.Raw("importance"), entry.Raw("competence"));
        var score = BorichScore.Of(importance, competence);
        return new Found
        {
            ["n"] = score.Size, ["mean_importance"] = score.MeanImportance, ["mean_competence"] = score.MeanCompetence,
            ["mwds"] = score.MeanWeightedDiscrepancy, ["mean_discrepancy"] = score.MeanDiscrepancy,
        };
    }

    static Found ImportancePerformance(ConformanceEntry entry)
    {
        Require(entry, "crosshair", "grand_mean");
        var (importance, performance) = (entry.Vectors("importance"), entry.Vectors("performance"));
        if (entry.Text("missing", "per_column") != "per_column")
        {
            var complete = ConformanceEntry.Complete([.. importance, .. performance]);
            (importance, performance) = (complete[..importance.Length], complete[importance.Length..]);
        }
        var map = ImportancePerformanceMap.Of(ItemMeans(importance), ItemMeans(performance));
        return new Found
        {
            ["importance"] = Each(map.Items.Count, i => map.Items[i].Importance),
            ["performance"] = Each(map.Items.Count, i => map.Items[i].Performance),
            ["cross_importance"] = map.Crosshair.Importance, ["cross_performance"] = map.Crosshair.Performance,
            ["quadrant"] = map.Items.Select(item => Name(item.Quadrant)).ToArray(),
        };
    }

    static Sample ItemMeans(double[][] items) => new(items.Select(item => item.Where(rating => !double.IsNaN(rating)).Average()));

    static string Name(ImportancePerformanceQuadrant quadrant) => quadrant switch
    {
        ImportancePerformanceQuadrant.ConcentrateHere => "concentrate here",
        ImportancePerformanceQuadrant.KeepUp => "keep up",
        ImportancePerformanceQuadrant.LowPriority => "low priority",
        _ => "possible overkill",
    };
}
