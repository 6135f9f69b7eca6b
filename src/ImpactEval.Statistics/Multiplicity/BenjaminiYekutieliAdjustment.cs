namespace ImpactEval.Statistics.Multiplicity;

/// <summary>As Benjamini and Hochberg's, but whatever the dependence of the tests.</summary>
public static class BenjaminiYekutieliAdjustment
{
    /// <summary><c>min over j ≥ i of min(1, (m/j)·p₍ⱼ₎·Σ1/k)</c>, k = 1 … m.</summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Benjamini and Yekutieli (2001), The control of the false discovery rate in multiple testing under dependency, Annals of Statistics
    /// 29, 1165–1188.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues) => PValues.StepUp(pValues, (p, rank, m) => p * m / rank * Enumerable.Range(1, m).Sum(k => 1.0 / k));
}
