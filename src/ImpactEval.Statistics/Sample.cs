using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ImpactEval.Statistics;

/// <summary>Finite numbers in the order they were given; nothing missing, nothing so large that its powers leave the range of doubles.</summary>
public sealed class Sample
{
    /// <summary>No score, weight or amount of any unit is larger; fourth powers and their sums stay finite.</summary>
    public const double LargestMagnitude = 1e50;

    readonly double[] values;

    /// <exception cref="ArgumentException">A value is NaN, infinite or beyond ±10⁵⁰.</exception>
    public Sample(IEnumerable<double> values)
        : this([.. values], nameof(values))
    {
    }

    Sample(double[] values, string parameter)
    {
        this.values = values;
        if (!AreInRange(values))
        {
            var position = Array.FindIndex(values, value => !IsInRange(value));
            throw new ArgumentException($"Value {position} of the sample is {values[position]}.", parameter);
        }
    }

    public ReadOnlySpan<double> Values => values;

    public int Size => values.Length;

    /// <summary>A sample without a copy, for millions of scores.</summary>
    /// <param name="values">Belong to the sample from now on: whoever changes them changes it.</param>
    /// <exception cref="ArgumentException">A value is NaN, infinite or beyond ±10⁵⁰.</exception>
    public static Sample TakingOver(double[] values) => new(values, nameof(values));

    internal static bool IsInRange(double value) => Math.Abs(value) <= LargestMagnitude;

    /// <summary>Infinite or too large; NaN stands for a gap and is not.</summary>
    internal static bool IsTooLarge(double value) => Math.Abs(value) > LargestMagnitude;

    static bool AreInRange(ReadOnlySpan<double> values)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var largest = Vector256.Create(LargestMagnitude);
        foreach (var lane in lanes)
        {
            if (!Vector256.LessThanOrEqualAll(Vector256.Abs(lane), largest))
                return false;
        }
        foreach (var value in values[(lanes.Length * Vector256<double>.Count)..])
        {
            if (!IsInRange(value))
                return false;
        }
        return true;
    }
}
