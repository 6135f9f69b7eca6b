using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Who of those measured before was found again afterwards, by what, and how they differed at the start from those who were not.</summary>
/// <param name="From">Wave code of the earlier measurement.</param>
/// <param name="To">Wave code of the later one.</param>
/// <param name="Doubtful">Pairs that nobody has decided on: they count as two people.</param>
/// <param name="ExpectedFalse">Links that are expected to be false, by the estimates they were made with.</param>
public sealed record MatchingQuality(
    string From, string To, IReadOnlyList<MatchShare> Methods, Count Doubtful, double ExpectedFalse, IReadOnlyList<BaselineContrast> Baseline);

/// <param name="Method">Null for those who were not found again.</param>
public sealed record MatchShare(MatchMethod? Method, Count People);

/// <summary>Scores before of those who were found again and those who were not.</summary>
/// <param name="StandardisedDifference">Matched minus unmatched over the root of the mean variance.</param>
public sealed record BaselineContrast(
    string Outcome, Count Matched, double? MatchedMean, double? MatchedDeviation, Count Unmatched, double? UnmatchedMean, double? UnmatchedDeviation,
    double? StandardisedDifference, bool Suppressed);
