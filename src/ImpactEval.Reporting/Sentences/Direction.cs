using ImpactEval.Statistics;

namespace ImpactEval.Reporting.Sentences;

/// <summary>Where a change went as far as its interval can tell.</summary>
public enum Direction { Rose, Unclear, Fell }

public static class Directions
{
    public static string Sign(this Direction direction) => direction switch { Direction.Rose => "▲", Direction.Fell => "▼", _ => "●" };

    /// <summary>By the primary interval: above zero, below zero, or including it.</summary>
    public static Direction Of(Estimate change) => change.Intervals.Primary switch
    {
        { Lower: > 0 } => Direction.Rose,
        { Upper: < 0 } => Direction.Fell,
        _ => Direction.Unclear,
    };
}
