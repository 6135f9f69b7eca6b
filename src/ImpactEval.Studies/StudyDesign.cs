namespace ImpactEval.Studies;

public enum DesignKind { SingleGroup, Controlled, NeedsSurvey, MultiCohort }

/// <summary>Which design the study follows and which outcomes it was run for.</summary>
public sealed record StudyDesign(DesignKind Kind, IReadOnlyList<string> PrimaryOutcomes);

/// <summary>Outcomes whose p values are adjusted together. <paramref name="Outcomes"/> holds codes; <c>knowledge.*</c> means every part of it.</summary>
public sealed record OutcomeFamily(string Code, LocalText Title, IReadOnlyList<string> Outcomes)
{
    public bool Contains(string outcome) => Outcomes.Any(pattern =>
        pattern.EndsWith(".*", StringComparison.Ordinal)
            ? outcome.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : outcome == pattern);
}

/// <summary>The analysis plan: everything that is chosen before the data are seen.</summary>
/// <param name="ConfidenceLevel">Coverage of every interval, 0–1.</param>
/// <param name="Resamples">Bootstrap resamples.</param>
/// <param name="Groups">Codes of the group dimensions that results are broken down by.</param>
/// <param name="SmallestImportantDifferences">By outcome code, in score points.</param>
public sealed record AnalysisPlan(
    double ConfidenceLevel,
    int Resamples,
    ulong Seed,
    IReadOnlyList<OutcomeFamily> Families,
    IReadOnlyList<string> Groups,
    IReadOnlyDictionary<string, double> SmallestImportantDifferences);

/// <summary>How answers are grouped into topics. Null themes = chosen by the engine.</summary>
public sealed record TopicPlan(IReadOnlyList<string> Questions, int? Themes, int Runs, int QuotesPerTheme);

/// <summary>What may leave: the smallest cell that is shown, and whether redacted quotes go out before a person confirmed each.</summary>
public sealed record PrivacyRules(int SmallestCell, bool QuotesNeedConfirmation);
