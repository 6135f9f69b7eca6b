namespace ImpactEval.Statistics.Multiplicity;

/// <summary>What is known about the dependence of the estimates of a family.</summary>
public enum FamilyDependence
{
    /// <summary>Independent or positively dependent: goes with Benjamini and Hochberg.</summary>
    Positive,
    /// <summary>Nothing: goes with Benjamini and Yekutieli.</summary>
    Any,
}

/// <summary>Intervals of those parameters that were picked out of a family because they looked interesting.</summary>
public static class SelectedIntervals
{
    /// <summary>
    /// The R parameters that the adjusted test selects at <c>q = 1 − level</c>, each with its marginal interval at <c>1 − R·q/m</c>
    /// (<c>1 − R·q/(m·Σ1/j)</c> under any dependence): of the intervals shown, a share of at most q on average misses its parameter.
    /// </summary>
    /// <param name="family">Marginal intervals; null = not estimable, kept and not counted.</param>
    /// <param name="pValues">Two-sided, of the tests that these intervals invert; null at the same places.</param>
    /// <param name="level">1 − q, the false coverage rate.</param>
    /// <param name="dependence">Of the estimates.</param>
    /// <returns>In the order given; null for those not selected.</returns>
    /// <exception cref="ArgumentException">Lists of different length, gaps at different places, or a p value off 0–1.</exception>
    /// <remarks>Benjamini and Yekutieli (2005), False discovery rate-adjusted multiple confidence intervals for selected parameters, JASA 100,
    /// 71–81. A selected interval excludes the null value.</remarks>
    public static IReadOnlyList<ConfidenceInterval?> Of(
        IReadOnlyList<MarginalInterval?> family, IReadOnlyList<double?> pValues, ConfidenceLevel level, FamilyDependence dependence)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(pValues);
        if (family.Count != pValues.Count || family.Zip(pValues).Any(pair => pair.First is null != pair.Second is null))
            throw new ArgumentException("Every marginal interval needs the p value of its own test.", nameof(pValues));
        var q = 1 - level.Value;
        var adjusted = dependence == FamilyDependence.Positive ? BenjaminiHochbergAdjustment.Of(pValues) : BenjaminiYekutieliAdjustment.Of(pValues);
        var (selected, count) = (adjusted.Count(p => p <= q), pValues.Count(p => p is not null));
        var harmonic = dependence == FamilyDependence.Positive ? 1 : Enumerable.Range(1, count).Sum(j => 1.0 / j);
        return [.. family.Select((marginal, i) => adjusted[i] <= q
            ? marginal!(new ConfidenceLevel(1 - selected * q / (count * harmonic))) with { Level = level.Value }
            : null)];
    }
}
