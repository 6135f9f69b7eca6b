namespace ImpactEval.Statistics.Multiplicity;

/// <summary>Sharper than Holm's for independent or positively dependent tests.</summary>
public static class HochbergAdjustment
{
    /// <summary><c>min over j ≥ i of min(1, (m − j + 1)·p₍ⱼ₎)</c>.</summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Hochberg (1988), A sharper Bonferroni procedure for multiple tests of significance, Biometrika 75, 800–802.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues) => PValues.StepUp(pValues, (p, rank, m) => (m - rank + 1) * p);
}
