namespace ImpactEval.Statistics.Multiplicity;

/// <summary>Keeps the expected share of false claims among the claims at the level: for exploring items.</summary>
public static class BenjaminiHochbergAdjustment
{
    /// <summary><c>min over j ≥ i of min(1, (m/j)·p₍ⱼ₎)</c>.</summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Benjamini and Hochberg (1995), Controlling the false discovery rate, JRSS B 57, 289–300.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues) => PValues.StepUp(pValues, (p, rank, m) => p * m / rank);
}
