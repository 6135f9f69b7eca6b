using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Multiplicity;

/// <summary>What the adjustments share: gaps stay gaps and are not counted, the order of the family is kept.</summary>
static class PValues
{
    /// <summary>Adjusts from the smallest p upwards; a later one is never below an earlier one.</summary>
    /// <param name="pValues">0–1; null = not estimable.</param>
    /// <param name="adjust">From p, its rank (from 1) and the number of p values.</param>
    public static IReadOnlyList<double?> StepDown(IReadOnlyList<double?> pValues, Func<double, int, int, double> adjust)
    {
        var order = Ascending(pValues);
        var adjusted = new double?[pValues.Count];
        var largest = 0.0;
        for (var rank = 1; rank <= order.Length; rank++)
        {
            var at = order[rank - 1];
            largest = Math.Max(largest, Math.Min(1, adjust(pValues[at]!.Value, rank, order.Length)));
            adjusted[at] = largest;
        }
        return adjusted;
    }

    /// <summary>Adjusts from the largest p downwards; an earlier one is never above a later one.</summary>
    /// <inheritdoc cref="StepDown"/>
    public static IReadOnlyList<double?> StepUp(IReadOnlyList<double?> pValues, Func<double, int, int, double> adjust)
    {
        var order = Ascending(pValues);
        var adjusted = new double?[pValues.Count];
        var smallest = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            var at = order[rank - 1];
            smallest = Math.Min(smallest, adjust(pValues[at]!.Value, rank, order.Length));
            adjusted[at] = smallest;
        }
        return adjusted;
    }

    /// <summary>Positions of the p values that are there, smallest first; equal ones in the order of the family.</summary>
    /// <exception cref="ArgumentException">A p value is not between 0 and 1.</exception>
    static int[] Ascending(IReadOnlyList<double?> pValues)
    {
        for (var i = 0; i < pValues.Count; i++)
            if (pValues[i] is { } p && !(p >= 0 && p <= 1))
                throw new ArgumentException($"p value {i} is {p}.", nameof(pValues));
        return [.. Enumerable.Range(0, pValues.Count).Where(i => pValues[i] is not null).OrderBy(i => pValues[i]!.Value)];
    }

    /// <summary><c>1 − (1 − p)ᵏ</c> without loss of digits for small p.</summary>
    public static double SidakBound(double p, int k) => p >= 1 ? 1 : -Accurate.ExponentialMinusOne(k * Accurate.LogOnePlus(-p));
}
