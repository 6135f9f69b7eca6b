namespace ImpactEval.Statistics;

/// <summary>A value with its uncertainty. Never rounded, never called significant.</summary>
/// <exception cref="NotEstimableException">A number of it is not finite: the data left the range in which it can be computed.</exception>
public sealed record Estimate(double Value, double? StandardError, double? DegreesOfFreedom, int Size, NamedIntervals Intervals)
{
    public double Value { get; init => field = Finite.Require(value); } = Finite.Require(Value);

    public double? StandardError { get; init => field = Finite.Require(value); } = Finite.Require(StandardError);

    public double? DegreesOfFreedom { get; init => field = Finite.Require(value); } = Finite.Require(DegreesOfFreedom);

    // Written out too, so that properties keep the order of the parameters, which is that of the published findings.
    public int Size { get; init; } = Size;

    public NamedIntervals Intervals { get; init; } = Intervals;
}

public enum Alternative { TwoSided, Greater, Less }

/// <exception cref="NotEstimableException">A number of it is not finite.</exception>
public sealed record TestResult(double Statistic, double? DegreesOfFreedom, double PValue, Alternative Alternative)
{
    public double Statistic { get; init => field = Finite.Require(value); } = Finite.Require(Statistic);

    public double? DegreesOfFreedom { get; init => field = Finite.Require(value); } = Finite.Require(DegreesOfFreedom);

    public double PValue { get; init => field = Finite.Require(value); } = Finite.Require(PValue);

    public Alternative Alternative { get; init; } = Alternative;
}
