using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ImpactEval.Statistics;

/// <summary>Finite numbers in the order they were given; nothing missing.</summary>
public sealed class Sample
{
    readonly double[] values;

    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public Sample(IEnumerable<double> values)
        : this([.. values], nameof(values))
    {
    }

    Sample(double[] values, string parameter)
    {
        this.values = values;
        if (!AreFinite(values) && Array.FindIndex(values, value => !double.IsFinite(value)) is >= 0 and var position)
            throw new ArgumentException($"Value {position} of the sample is {values[position]}.", parameter);
    }

    public ReadOnlySpan<double> Values => values;

    public int Size => values.Length;

    /// <summary>A sample without a copy, for millions of scores.</summary>
    /// <param name="values">Belong to the sample from now on: whoever changes them changes it.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Sample TakingOver(double[] values) => new(values, nameof(values));

    /// <summary><c>x − x</c> is 0 for finite numbers only, and NaN survives every sum.</summary>
    static bool AreFinite(ReadOnlySpan<double> values)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var zeros = Vector256<double>.Zero;
        foreach (var lane in lanes)
            zeros += lane - lane;
        var zero = Vector256.Sum(zeros);
        foreach (var value in values[(lanes.Length * Vector256<double>.Count)..])
            zero += value - value;
        return zero == 0;
    }
}
