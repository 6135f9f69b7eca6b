using ImpactEval.Statistics;

namespace ImpactEval.Evaluation;

/// <summary>Which change a comparison speaks of.</summary>
public enum ChangeKind
{
    /// <summary>After − before.</summary>
    Gain,
    /// <summary>Follow-up − before.</summary>
    FollowUpGain,
    /// <summary>Follow-up − after.</summary>
    Retention,
    /// <summary>After − before as looked back upon.</summary>
    RetrospectiveGain,
    /// <summary>Before as looked back upon − before: how the yardstick moved.</summary>
    ResponseShift,
}

/// <summary>Named effect sizes of a paired change; each is (later − earlier) in units of its own standardiser.</summary>
public enum EffectSizeKind { DZ, DAv, DRm, GAv, MatchedRankBiserial, ProbabilityOfSuperiority }

/// <summary>How one outcome changed between two waves for everybody or one group. A suppressed finding keeps its labels and loses its numbers.</summary>
/// <param name="Group">Null for everybody.</param>
/// <param name="Family">Code of the declared family whose p values were adjusted together; null when exploratory.</param>
/// <param name="Reason">Why there is no estimate, when there is none.</param>
public sealed record ChangeFinding(
    string Outcome,
    ChangeKind Kind,
    string From,
    string To,
    GroupKey? Group,
    bool Primary,
    string? Family,
    PairCounts? Counts,
    WaveScores? Before,
    WaveScores? After,
    Estimate? MeanChange,
    double? StandardDeviationOfChange,
    double? Correlation,
    IReadOnlyList<EffectSize> EffectSizes,
    ChangeShares? Shares,
    TestResult? Test,
    double? AdjustedPValue,
    NotEstimableReason? Reason,
    bool Suppressed);

/// <summary>Scores at hand at either wave, and the people who have both.</summary>
public sealed record PairCounts(int Enrolled, int Before, int After, int Paired);

/// <summary>Scores of the paired people at one wave. Floor and ceiling are the shares (0–1) at the ends of the scale.</summary>
public sealed record WaveScores(double Mean, double StandardDeviation, double? Floor, double? Ceiling);

public sealed record EffectSize(EffectSizeKind Kind, Estimate Estimate);

/// <summary>Shares of the paired people (0–1) whose score rose, stayed or fell.</summary>
/// <param name="Improved">With its Wilson interval.</param>
/// <param name="ImprovedByImportantDifference">Share that rose by at least the smallest important difference, when one is declared.</param>
public sealed record ChangeShares(Estimate Improved, double Unchanged, double Worsened, Estimate? ImprovedByImportantDifference);
