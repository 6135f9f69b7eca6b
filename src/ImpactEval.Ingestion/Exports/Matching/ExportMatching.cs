using ImpactEval.Ingestion.Matching;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports;

/// <summary>Finds the same people in two exported files.</summary>
public static class ExportMatching
{
    public static ExportLinks Of(ExportReading first, ExportReading second)
    {
        var (left, right) = (People(first), People(second));
        var codes = first.CodesNotUnique is not null && second.CodesNotUnique is not null ? CodeOrigin.SelfGenerated : CodeOrigin.Issued;
        var found = Match(left, right, codes);
        ExportLink LinkOf(PersonPair pair) =>
            new(left[pair.First].Row, right[pair.Second].Row, pair.Method, pair.FalseMatch, left[pair.First].Score, right[pair.Second].Score);
        return new ExportLinks(
            second.File,
            [.. found.Links.Select(LinkOf).OrderBy(link => link.FirstRow)],
            [.. found.Doubtful.Select(LinkOf)],
            left.Length - found.Links.Count,
            right.Length - found.Links.Count);
    }

    /// <summary>A code that a person has is better evidence than a name; where both files have common codes, names decide nothing.</summary>
    static PersonMatches Match(PersonTrace[] left, PersonTrace[] right, CodeOrigin codes)
    {
        var byCode = PeopleMatching.Of(Coded(left), Coded(right), codes, MatchLimits.Usual, SettledPairs.None);
        return byCode.Links.Count + byCode.Doubtful.Count > 0
            ? byCode
            : PeopleMatching.Of(Named(left), Named(right), codes, MatchLimits.Usual, SettledPairs.None);
    }

    static MatchSubject[] Coded(PersonTrace[] people) => [.. people.Select(trace => new MatchSubject(HasKey(trace) ? trace.Id : "", PersonFacts.None))];

    static MatchSubject[] Named(PersonTrace[] people) =>
        [.. people.Select(trace => new MatchSubject("", new PersonFacts(trace.Name, trace.Birth, trace.Sex, trace.Unit)))];

    /// <summary>One trace for each person: the first with a score. Where people made up their codes, two with the same one stay two.</summary>
    static PersonTrace[] People(ExportReading file) => file.CodesNotUnique is not null
        ? [.. file.People]
        :
        [
            .. file.People.GroupBy(trace => HasKey(trace) ? trace.Key : $"#{trace.Row}")
                .Select(person => person.FirstOrDefault(trace => trace.Score is not null) ?? person.First()),
        ];

    static bool HasKey(PersonTrace trace) => trace.Key.Length > 0 && trace.Key[0] != '#';
}
