namespace ImpactEval.Statistics;

/// <summary>Finite numbers in the order they were given; nothing missing, nothing so large that its powers leave the range of doubles.</summary>
public sealed class Sample
{
    /// <summary>No score, weight or amount of any unit is larger; fourth powers and their sums stay finite.</summary>
    public const double LargestMagnitude = 1e50;

    readonly double[] values;

    /// <exception cref="ArgumentException">A value is NaN, infinite or beyond ±10⁵⁰.</exception>
    public Sample(IEnumerable<double> values)
    {
        this.values = [.. values];
        if (Array.FindIndex(this.values, value => !IsInRange(value)) is >= 0 and var position)
            throw new ArgumentException($"Value {position} of the sample is {this.values[position]}.", nameof(values));
    }

    public ReadOnlySpan<double> Values => values;

    public int Size => values.Length;

    internal static bool IsInRange(double value) => Math.Abs(value) <= LargestMagnitude;

    /// <summary>Infinite or too large; NaN stands for a gap and is not.</summary>
    internal static bool IsTooLarge(double value) => Math.Abs(value) > LargestMagnitude;
}
