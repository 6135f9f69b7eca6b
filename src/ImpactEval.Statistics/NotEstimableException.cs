namespace ImpactEval.Statistics;

/// <summary>Why data cannot carry an estimate.</summary>
public enum NotEstimableReason
{
    TooFewObservations, NoVariation, NoNonZeroDifferences, TooFewItems, EmptyCell, NotConverged,
    /// <summary>The best fit has a variance that is not positive.</summary>
    ImproperSolution,
    /// <summary>A ratio whose lower part is zero.</summary>
    ZeroDenominator,
    /// <summary>Predictors tell the outcomes apart without error, so that odds grow without end.</summary>
    Separation,
}

/// <summary>The data cannot carry the estimate; Evaluation turns it into a finding.</summary>
public sealed class NotEstimableException(NotEstimableReason reason) : Exception($"Not estimable: {reason}.")
{
    public NotEstimableReason Reason { get; } = reason;
}
