using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>
/// All results of one evaluation, immutable. A finding names its outcome, its method, and an estimate or the reason why there is none.
/// </summary>
public sealed record Findings(
    RunStamp Run,
    ReportPeriod Period,
    Participation Participation,
    IReadOnlyList<ChangeFinding> Changes,
    IReadOnlyList<ReliabilityFinding> Reliability,
    IReadOnlyList<ItemFinding> Items,
    TopicFindings? Topics,
    DataQuality Quality);

/// <summary>The days the data were collected on; the quarter reported is the one of the last day in the sponsor's calendar.</summary>
public sealed record ReportPeriod(DateOnly? FirstDay, DateOnly? LastDay, SponsorCalendar Calendar);

/// <summary>A part of the participants, e.g. dimension <c>sex</c>, value <c>F</c>.</summary>
public sealed record GroupKey(string Dimension, string Value);
