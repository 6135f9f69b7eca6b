namespace ImpactEval.Statistics;

/// <summary>Finite numbers in the order they were given; nothing missing.</summary>
public sealed class Sample
{
    readonly double[] values;

    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public Sample(IEnumerable<double> values)
    {
        this.values = [.. values];
        if (Array.FindIndex(this.values, value => !double.IsFinite(value)) is >= 0 and var position)
            throw new ArgumentException($"Value {position} of the sample is {this.values[position]}.", nameof(values));
    }

    public ReadOnlySpan<double> Values => values;

    public int Size => values.Length;
}
