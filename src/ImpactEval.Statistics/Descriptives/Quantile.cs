namespace ImpactEval.Statistics.Descriptives;

/// <summary>The nine definitions of Hyndman and Fan; R and Excel print type 7, SPSS type 6, SAS and Stata type 2.</summary>
public enum QuantileType
{
    InverseOfDistribution = 1, AveragedAtSteps = 2, NearestEven = 3, InterpolatedDistribution = 4, Hazen = 5, Weibull = 6, Mode = 7, MedianUnbiased = 8,
    NormalUnbiased = 9,
}

/// <summary>The value below which a given share of the sample lies.</summary>
public static class Quantile
{
    /// <summary>Positions this close to a whole number are that number; as R does, 4 units in the last place of 1.</summary>
    const double Fuzz = 4 * 2.220446049250313e-16;

    /// <param name="sample">At least one value.</param>
    /// <param name="probability">0–1.</param>
    /// <param name="type">Which of the nine definitions.</param>
    /// <returns>In the units of the data.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability.</exception>
    /// <exception cref="NotEstimableException">No value at all.</exception>
    /// <remarks>Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4), 361–365.</remarks>
    public static double Of(Sample sample, double probability, QuantileType type = QuantileType.Mode)
    {
        if (sample.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return OfSorted(Sorted(sample), probability, type);
    }

    internal static double[] Sorted(Sample sample)
    {
        var sorted = sample.Values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    internal static double OfSorted(ReadOnlySpan<double> sorted, double probability, QuantileType type)
    {
        var (below, above, weight) = Places(sorted.Length, probability, type);
        return Between(sorted[below], sorted[above], weight);
    }

    /// <summary>The same of values in any order, which is changed; for a few quantiles of many values.</summary>
    internal static double OfUnsorted(Span<double> values, double probability, QuantileType type)
    {
        var (below, above, weight) = Places(values.Length, probability, type);
        var smaller = OrderStatistic.At(values, below);
        return Between(smaller, above == below ? smaller : OrderStatistic.At(values[above..], 0), weight);
    }

    static (int Below, int Above, double Weight) Places(int n, double probability, QuantileType type)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        var (position, weight) = type <= QuantileType.NearestEven ? Step(n, probability, type) : Interpolated(n, probability, type);
        return (Math.Clamp(position, 1, n) - 1, Math.Clamp(position + 1, 1, n) - 1, weight);
    }

    static double Between(double below, double above, double weight) =>
        weight switch { 0 => below, 1 => above, _ => below + weight * (above - below) };

    /// <summary>Position j (from 1) and weight γ of the next value.</summary>
    static (int Position, double Weight) Step(int n, double probability, QuantileType type)
    {
        var at = n * probability - (type == QuantileType.NearestEven ? 0.5 : 0);
        var position = (int)Math.Floor(at + Fuzz);
        var between = at > position;
        return type switch
        {
            QuantileType.InverseOfDistribution => (position, between ? 1 : 0),
            QuantileType.AveragedAtSteps => (position, between ? 1 : 0.5),
            _ => (position, between || position % 2 != 0 ? 1 : 0),
        };
    }

    static (int Position, double Weight) Interpolated(int n, double probability, QuantileType type)
    {
        var (a, b) = type switch
        {
            QuantileType.InterpolatedDistribution => (0.0, 1.0),
            QuantileType.Hazen => (0.5, 0.5),
            QuantileType.Weibull => (0.0, 0.0),
            QuantileType.Mode => (1.0, 1.0),
            QuantileType.MedianUnbiased => (1.0 / 3, 1.0 / 3),
            QuantileType.NormalUnbiased => (3.0 / 8, 3.0 / 8),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There are nine types."),
        };
        var at = a + probability * (n + 1 - a - b);
        var position = (int)Math.Floor(at + Fuzz);
        var weight = at - position;
        return (position, Math.Abs(weight) < Fuzz ? 0 : weight);
    }
}
