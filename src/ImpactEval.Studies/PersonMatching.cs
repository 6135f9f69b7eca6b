namespace ImpactEval.Studies;

/// <summary>By what two records were taken for one person's.</summary>
public enum MatchMethod { ExactId, NormalisedId, ChangedCodePart, Likeness, Decision }

/// <summary>Codes that an office gave out, or that people made up of things they remember: of the latter one part may change.</summary>
public enum CodeOrigin { Issued, SelfGenerated }

/// <summary>Whether doubtful pairs must be decided before results are computed.</summary>
public enum MatchReview { Optional, Required }

/// <summary>What two people are compared by; each value is a kind of identity (<c>name</c>, <c>birth_date</c> …) or the code of a group.</summary>
public sealed record MatchFields(string? Name, string? Birth, string? Sex, string? Unit);

/// <summary>How people without a common code are recognised.</summary>
/// <param name="LinkBelow">A pair is linked when its estimated probability of being a false match is at most this.</param>
/// <param name="ReviewBelow">A pair comes before a person when it is at most this.</param>
public sealed record MatchingPlan(MatchFields Fields, CodeOrigin Codes, double LinkBelow, double ReviewBelow, MatchReview Review);

/// <summary>A person as one file knows them.</summary>
/// <param name="Row">First row of the file that speaks of the person.</param>
/// <param name="Facts">Identity and groups by their codes.</param>
public sealed record KnownPerson(ParticipantId Id, string Code, int Row, IReadOnlyDictionary<string, string> Facts);

/// <summary>Everybody in one file, in the order of rows.</summary>
public sealed record FilePeople(FileStamp File, IReadOnlyList<KnownPerson> People);

/// <summary>Two people of a study who may be one.</summary>
/// <param name="First">The one who was known earlier; a link makes the second an alias of this one.</param>
/// <param name="FalseMatch">Estimated probability (0–1) that they are two.</param>
public sealed record MatchedPair(ParticipantId First, ParticipantId Second, MatchMethod Method, double FalseMatch, bool IsLinked, PairPlace Place);

/// <summary>Where both stand in the files: tells a link in words that do not depend on the vault's key.</summary>
public sealed record PairPlace(string FirstFile, int FirstRow, string SecondFile, int SecondRow);

/// <summary>What a person decided on a pair.</summary>
public enum MatchVerdict { Same, Different }

/// <summary>The verdict that counts for a pair.</summary>
public sealed record MatchDecision(ParticipantId First, ParticipantId Second, MatchVerdict Verdict);
