namespace ImpactEval.Statistics.Multiplicity;

/// <summary>Keeps the chance of any false claim in a family at the level, whatever the dependence: our default.</summary>
public static class HolmAdjustment
{
    /// <summary><c>max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎)</c>.</summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65–70.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues) => PValues.StepDown(pValues, (p, rank, m) => (m - rank + 1) * p);
}
