using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Cronbach's alpha of an outcome at one wave.</summary>
public sealed record ReliabilityFinding(string Outcome, string Wave, int Items, Estimate? Alpha, NotEstimableReason? Reason, bool Suppressed);

/// <summary>How one item was answered at one wave, for instruments that are asked only once (reaction, application).</summary>
/// <param name="Answered">People who answered this item.</param>
/// <param name="TopShare">Share (0–1) in the top two answers of a rating, or of "yes" on a 0–1 item, with Wilson interval.</param>
public sealed record ItemFinding(string Instrument, string Item, string Wave, Count Answered, double? Mean, double? StandardDeviation, Estimate? TopShare, bool Suppressed);

/// <summary>What participants speak of, in themes that nobody has confirmed yet.</summary>
/// <param name="Answers">Answers read.</param>
/// <param name="People">People who gave them.</param>
/// <param name="Uninformative">Answers that say nothing.</param>
/// <param name="Apart">Answers that share no content word with any other: no theme is forced on them.</param>
/// <param name="Stability">Adjusted Rand index between the themes of one half of the runs and those of the other.</param>
public sealed record TopicFindings(int Answers, int People, int Uninformative, int Apart, int Runs, double Stability, IReadOnlyList<TopicFinding> Topics);

/// <param name="Share">Share of the informative answers (0–1), with interval by respondents.</param>
public sealed record TopicFinding(
    int Number,
    string Label,
    IReadOnlyList<string> KeyWords,
    Count Answers,
    Count People,
    Estimate? Share,
    double Agreement,
    IReadOnlyList<Quote> Quotes,
    bool Suppressed);

/// <summary>A redacted answer that is typical of its topic. Only the course is told of its author.</summary>
public sealed record Quote(string Text, string Question, string Wave, string Cohort);

/// <summary>What became of the files and what is missing.</summary>
/// <param name="Matching">Null when nobody was measured both before and after.</param>
public sealed record DataQuality(
    IReadOnlyList<SourceSummary> Sources,
    IReadOnlyList<MissingItems> Missing,
    int NotOnRoster,
    MatchingQuality? Matching = null);

/// <summary>Share of unanswered items (0–1) of an instrument at a wave.</summary>
public sealed record MissingItems(string Instrument, string Wave, int Assessments, double MissingShare);
