using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Matching;

/// <summary>
/// Finds the same people in two lists, step by step, each step among those whom the steps before left over: by what was decided before, by
/// equal codes, by codes written otherwise, by made-up codes of which one part changed, by name, birth, sex and unit. One to one.
/// </summary>
public static class PeopleMatching
{
    /// <param name="codes">In codes that an office gave out, one other digit is another person.</param>
    public static PersonMatches Of(
        IReadOnlyList<MatchSubject> first, IReadOnlyList<MatchSubject> second, CodeOrigin codes, MatchLimits limits, SettledPairs settled)
    {
        var people = new OpenPeople(first, second, settled);
        foreach (var (one, other) in settled.Same.Order().Where(pair => people.IsOpen(pair.First, pair.Second)))
            people.Link(one, other, MatchMethod.Decision, falseMatch: 0);
        CodeMatching.Exactly(people);
        CodeMatching.Normalised(people);
        if (codes == CodeOrigin.SelfGenerated)
            CodeMatching.WithOneChangedPart(people, limits);
        LikenessMatching.Match(people, limits);
        return people.Finish();
    }
}
