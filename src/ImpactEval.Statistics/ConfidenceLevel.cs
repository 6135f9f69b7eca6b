namespace ImpactEval.Statistics;

/// <summary>Nominal coverage of an interval, strictly between 0 and 1.</summary>
public readonly record struct ConfidenceLevel
{
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public ConfidenceLevel(double value)
    {
        if (!(value > 0 && value < 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies strictly between 0 and 1.");
        Value = value;
    }

    public double Value { get; }

    public static ConfidenceLevel Percent90 { get; } = new(0.90);
    public static ConfidenceLevel Percent95 { get; } = new(0.95);
}
