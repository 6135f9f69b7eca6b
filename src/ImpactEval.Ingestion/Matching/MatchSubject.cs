using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Matching;

/// <summary>What is known of a person besides the code; empty where nothing is known.</summary>
public sealed record PersonFacts(string Name, string Birth, string Sex, string Unit)
{
    public static PersonFacts None { get; } = new("", "", "", "");
}

/// <summary>Somebody who is to be found again.</summary>
/// <param name="Code">The code as usually written; empty when there is none.</param>
public sealed record MatchSubject(string Code, PersonFacts Facts);

/// <summary>Two people who may be one, by their places in the two lists.</summary>
/// <param name="FalseMatch">Estimated probability (0–1) that they are two.</param>
public sealed record PersonPair(int First, int Second, MatchMethod Method, double FalseMatch);

/// <summary>Who was recognised, and which pairs a person has to decide on. Nobody stands in two links.</summary>
public sealed record PersonMatches(IReadOnlyList<PersonPair> Links, IReadOnlyList<PersonPair> Doubtful);

/// <summary>What is decided already, by places in the two lists.</summary>
public sealed record SettledPairs(IReadOnlySet<(int First, int Second)> Same, IReadOnlySet<(int First, int Second)> Different)
{
    public static SettledPairs None { get; } = new(new HashSet<(int, int)>(), new HashSet<(int, int)>());
}

/// <summary>How sure a match must be.</summary>
/// <param name="LinkBelow">Largest estimated probability of a false match for a link.</param>
/// <param name="ReviewBelow">Largest one for a pair that a person is asked about.</param>
public sealed record MatchLimits(double LinkBelow, double ReviewBelow)
{
    /// <summary>One false link in a hundred moves no mean of a class; below one in ten of being right nobody need look.</summary>
    public static MatchLimits Usual { get; } = new(LinkBelow: 0.01, ReviewBelow: 0.9);
}
