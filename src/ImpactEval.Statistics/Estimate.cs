namespace ImpactEval.Statistics;

/// <summary>A value with its uncertainty. Never rounded, never called significant.</summary>
public sealed record Estimate(double Value, double? StandardError, double? DegreesOfFreedom, int Size, NamedIntervals Intervals);

public enum Alternative { TwoSided, Greater, Less }

public sealed record TestResult(double Statistic, double? DegreesOfFreedom, double PValue, Alternative Alternative);
