namespace ImpactEval.Statistics;

/// <summary>Why data cannot carry an estimate.</summary>
public enum NotEstimableReason
{
    TooFewObservations, NoVariation, NoNonZeroDifferences, TooFewItems, EmptyCell, SingularDesign, NotConverged,
    ImproperSolution, ZeroDenominator, Separation,
    NoOverlap, TooFewClusters, OutOfRange,
}

/// <summary>The data cannot carry the estimate; Evaluation turns it into a finding.</summary>
public sealed class NotEstimableException(NotEstimableReason reason) : Exception($"Not estimable: {reason}.")
{
    public NotEstimableReason Reason { get; } = reason;
}
