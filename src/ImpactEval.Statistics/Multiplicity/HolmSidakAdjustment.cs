namespace ImpactEval.Statistics.Multiplicity;

/// <summary>Holm's procedure with Šidák's bound, for independent tests.</summary>
public static class HolmSidakAdjustment
{
    /// <summary><c>max over j ≤ i of 1 − (1 − p₍ⱼ₎)^(m − j + 1)</c>.</summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Holm (1979), Scandinavian Journal of Statistics 6, 65–70; Šidák (1967), JASA 62, 626–633.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues) => PValues.StepDown(pValues, (p, rank, m) => PValues.SidakBound(p, m - rank + 1));
}
