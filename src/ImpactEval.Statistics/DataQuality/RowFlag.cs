namespace ImpactEval.Statistics.DataQuality;

/// <summary>Why a row deserves a second look.</summary>
public enum RowFlagReason
{
    /// <summary>The same answer to many questions in a row.</summary>
    LongString,
    /// <summary>Answers that hardly differ from each other.</summary>
    LowVariability,
    /// <summary>All answers equal to those of an earlier row.</summary>
    DoubledAnswers,
    /// <summary>Many median deviations from the median.</summary>
    FarFromMedian,
    /// <summary>Beyond the fences around the quartiles.</summary>
    BeyondFences,
    /// <summary>An unusual combination of scores.</summary>
    FarFromCentre,
}

/// <summary>A reason to look at a row again, never one to drop it: analyses are run with and without flagged rows.</summary>
/// <param name="Row">From 0, as given.</param>
/// <param name="Found">What was measured: length, standard deviation, answers compared, deviations, score or squared distance.</param>
/// <param name="Limit">What it was held against, in the same unit.</param>
/// <param name="SameAs">The first row with the same answers; null for the other reasons.</param>
public sealed record RowFlag(int Row, RowFlagReason Reason, double Found, double Limit, int? SameAs = null);
