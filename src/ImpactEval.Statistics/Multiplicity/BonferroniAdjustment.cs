namespace ImpactEval.Statistics.Multiplicity;

/// <summary>The simplest control of the chance of any false claim; Holm's is never weaker.</summary>
public static class BonferroniAdjustment
{
    /// <summary><c>min(1, m·p)</c>.</summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Dunn (1961), Multiple comparisons among means, JASA 56, 52–64.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues) => PValues.StepDown(pValues, (p, _, m) => m * p);
}
