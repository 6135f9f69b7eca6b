namespace ImpactEval.Statistics;

/// <summary>The last gate of every result: no number leaves that is none. Statistics refuse earlier where they know a better reason.</summary>
static class Finite
{
    /// <exception cref="NotEstimableException">NaN or infinite.</exception>
    public static double Require(double value) =>
        double.IsFinite(value) ? value : throw new NotEstimableException(NotEstimableReason.OutOfRange);

    /// <inheritdoc cref="Require(double)"/>
    public static double? Require(double? value) => value is { } number ? Require(number) : null;
}
