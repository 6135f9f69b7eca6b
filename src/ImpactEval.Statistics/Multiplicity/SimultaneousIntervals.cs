namespace ImpactEval.Statistics.Multiplicity;

/// <summary>Which side of a parameter is bounded.</summary>
public enum BoundedSide
{
    /// <summary>Lower limits: the claim is that the parameter lies above its null value.</summary>
    Below,
    /// <summary>Upper limits: the claim is that it lies below.</summary>
    Above,
}

/// <summary>
/// Intervals of a family that all hold their parameters at once with the given coverage, and agree with an adjusted test: a parameter is
/// claimed exactly when its interval excludes the null value. The level printed with them is that of the family.
/// </summary>
public static class SimultaneousIntervals
{
    /// <summary>Each at <c>1 − (1 − level)/m</c>, whatever the dependence.</summary>
    /// <param name="family">Marginal intervals; null = not estimable, kept and not counted.</param>
    /// <param name="level">Coverage of the whole family.</param>
    /// <returns>In the order given; null where there was none.</returns>
    /// <remarks>Dunn (1961), Multiple comparisons among means, JASA 56, 52–64.</remarks>
    public static IReadOnlyList<ConfidenceInterval?> Bonferroni(IReadOnlyList<MarginalInterval?> family, ConfidenceLevel level) =>
        At(family, count => 1 - (1 - level.Value) / count, level);

    /// <summary>Each at <c>level^(1/m)</c>: exact for independent estimates, and holds for jointly normal ones.</summary>
    /// <remarks>Šidák (1967), Rectangular confidence regions for the means of multivariate normal distributions, JASA 62, 626–633.</remarks>
    /// <inheritdoc cref="Bonferroni"/>
    public static IReadOnlyList<ConfidenceInterval?> Sidak(IReadOnlyList<MarginalInterval?> family, ConfidenceLevel level) =>
        At(family, count => Math.Pow(level.Value, 1.0 / count), level);

    /// <summary>
    /// One-sided bounds that go with Holm's test of θ ≤ null against θ > null (or the mirror image). With r parameters claimed and m − r not: a
    /// claimed one is bounded by its null value, the others at error α/(m − r); when all are claimed, each by the better of null value and bound
    /// at error α/m.
    /// </summary>
    /// <param name="family">Marginal intervals with equal error on both sides; null = not estimable, kept and not counted.</param>
    /// <param name="level">One-sided coverage of the whole family, 1 − α.</param>
    /// <param name="side">Which side is bounded; the other is open.</param>
    /// <param name="nullValue">Of every parameter.</param>
    /// <returns>In the order given; null where there was none.</returns>
    /// <remarks>Strassburger and Bretz (2008), Compatible simultaneous lower confidence bounds for the Holm procedure and other Bonferroni-based
    /// closed tests, Statistics in Medicine 27, 4914–4927; Guilbaud (2008), Simultaneous confidence regions corresponding to Holm's step-down
    /// procedure and other closed-testing procedures, Biometrical Journal 50, 678–692. That claimed parameters get no better bound is the price of
    /// their being claimed more often than under Bonferroni.</remarks>
    public static IReadOnlyList<ConfidenceInterval?> Holm(
        IReadOnlyList<MarginalInterval?> family, ConfidenceLevel level, BoundedSide side, double nullValue = 0)
    {
        ArgumentNullException.ThrowIfNull(family);
        var below = side == BoundedSide.Below;
        var bounds = family.Select(marginal => marginal is null ? null : Bound.Of(marginal, below, below ? nullValue : -nullValue)).ToArray();
        var limits = HolmBounds(bounds, 1 - level.Value);
        return [.. limits.Zip(bounds, (limit, bound) => bound is null ? null : limit is { } at
            ? new ConfidenceInterval(bound.Method, below ? at : null, below ? null : -at, level.Value)
            : new ConfidenceInterval(bound.Method, null, null, level.Value))];
    }

    /// <summary>
    /// Two-sided intervals with claims of direction: Holm's bounds of the 2m parameters θ and −θ. The limits of a claimed parameter are its null
    /// value and, like all others, the marginal limit at one-sided error α/(2m − r). A second claim needs <c>p ≤ 2α/(2m − 1)</c> where Holm's
    /// two-sided test, which tells no direction, needs <c>p ≤ α/(m − 1)</c>.
    /// </summary>
    /// <param name="family">Marginal intervals with equal error on both sides; null = not estimable, kept and not counted.</param>
    /// <param name="level">Coverage of the whole family.</param>
    /// <param name="nullValue">Of every parameter.</param>
    /// <remarks>The theorem of Strassburger and Bretz (2008) and Guilbaud (2008) for the doubled family; intervals that go with the two-sided test
    /// itself and tell directions are not known.</remarks>
    /// <inheritdoc cref="Holm"/>
    public static IReadOnlyList<ConfidenceInterval?> HolmTwoSided(IReadOnlyList<MarginalInterval?> family, ConfidenceLevel level, double nullValue = 0)
    {
        ArgumentNullException.ThrowIfNull(family);
        Bound?[] bounds =
        [
            .. family.Select(marginal => marginal is null ? null : Bound.Of(marginal, true, nullValue)),
            .. family.Select(marginal => marginal is null ? null : Bound.Of(marginal, false, -nullValue)),
        ];
        var limits = HolmBounds(bounds, 1 - level.Value);
        return [.. family.Select((_, i) => bounds[i] is { } bound
            ? new ConfidenceInterval(bound.Method, limits[i], -limits[family.Count + i], level.Value)
            : null)];
    }

    static IReadOnlyList<ConfidenceInterval?> At(IReadOnlyList<MarginalInterval?> family, Func<int, double> each, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(family);
        var count = family.Count(marginal => marginal is not null);
        return [.. family.Select(marginal => marginal is null ? null : marginal(new ConfidenceLevel(each(count))) with { Level = level.Value })];
    }

    /// <summary>Lower bounds; null where there is none.</summary>
    static double?[] HolmBounds(Bound?[] bounds, double alpha)
    {
        var left = Enumerable.Range(0, bounds.Length).Where(i => bounds[i] is not null).ToHashSet();
        var count = left.Count;
        for (var claimed = -1; claimed != 0 && left.Count > 0;)
        {
            // The fewer are left, the more of alpha each of them has.
            var error = alpha / left.Count;
            claimed = left.RemoveWhere(i => bounds[i]!.At(error) > bounds[i]!.NullValue);
        }
        return [.. bounds.Select((bound, i) => bound is null ? null
            : left.Contains(i) ? bound.At(alpha / left.Count)
            : left.Count > 0 ? bound.NullValue
            : Math.Max(bound.NullValue, bound.At(alpha / count) ?? bound.NullValue))];
    }

    /// <summary>Lower bound of θ, or of −θ, by the one-sided error.</summary>
    sealed record Bound(IntervalMethod Method, Func<double, double?> At, double NullValue)
    {
        public static Bound Of(MarginalInterval marginal, bool below, double nullValue) => new(
            marginal(ConfidenceLevel.Percent95).Method,
            error => marginal(new ConfidenceLevel(1 - 2 * error)) is var interval && below ? interval.Lower : -interval.Upper,
            nullValue);
    }
}
