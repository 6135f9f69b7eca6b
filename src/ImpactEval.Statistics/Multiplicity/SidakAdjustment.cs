namespace ImpactEval.Statistics.Multiplicity;

/// <summary>Control of the chance of any false claim among independent tests.</summary>
public static class SidakAdjustment
{
    /// <summary><c>1 − (1 − p)ᵐ</c>.</summary>
    /// <param name="pValues">Of one family, 0–1; null = not estimable, kept and not counted.</param>
    /// <returns>Adjusted p values in the order given.</returns>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    /// <remarks>Šidák (1967), Rectangular confidence regions for the means of multivariate normal distributions, JASA 62, 626–633.</remarks>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> pValues) => PValues.StepDown(pValues, (p, _, m) => PValues.SidakBound(p, m));
}
