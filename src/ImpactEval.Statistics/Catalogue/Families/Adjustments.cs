using ImpactEval.Statistics.Multiplicity;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Adjusted p values by the name of the method.</summary>
static class Adjustments
{
    public static StatisticOption Option { get; } = Options.Word("p_adjust", "holm", "none", "bonferroni", "sidak", "holm_sidak", "hochberg",
        "hommel", "BH", "BY");

    public static IReadOnlyList<double?> Of(string method, IReadOnlyList<double?> p) => method switch
    {
        "none" => p,
        "holm" => HolmAdjustment.Of(p),
        "bonferroni" => BonferroniAdjustment.Of(p),
        "sidak" => SidakAdjustment.Of(p),
        "holm_sidak" => HolmSidakAdjustment.Of(p),
        "hochberg" => HochbergAdjustment.Of(p),
        "hommel" => HommelAdjustment.Of(p),
        "BH" => BenjaminiHochbergAdjustment.Of(p),
        "BY" => BenjaminiYekutieliAdjustment.Of(p),
        _ => throw new ArgumentException($"No adjustment is named {method}.", nameof(method)),
    };
}
