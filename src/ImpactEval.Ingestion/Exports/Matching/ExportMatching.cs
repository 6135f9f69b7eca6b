using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Matching;

namespace ImpactEval.Ingestion.Exports;

/// <summary>
/// Finds the same people in two files: by equal codes, by codes people made up of which one part changed, by names. One to one; where a second
/// candidate is as good as the first nobody is linked.
/// </summary>
public static partial class ExportMatching
{
    public static ExportLinks Of(ExportReading first, ExportReading second)
    {
        var left = People(first);
        var right = People(second);
        var links = new List<ExportLink>();
        ByKey(left, right, links);
        if (first.CodesNotUnique is not null && second.CodesNotUnique is not null)
            ByChangedPart(left, right, links);
        // A code that a person has is better evidence than a name; where both files have codes, names decide nothing.
        if (links.Count == 0)
            ByName(left, right, links);
        return new ExportLinks(second.File, [.. links.OrderBy(link => link.FirstRow)], left.Count, right.Count);
    }

    /// <summary>One trace for each person: the first with a score. A code that people made up and several have is nobody's.</summary>
    static List<PersonTrace> People(ExportReading file)
    {
        if (file.CodesNotUnique is not null)
            return [.. file.People.GroupBy(trace => trace.Key).SelectMany(code => code.Count() == 1 ? code : code
                .Select(trace => trace with { Key = $"#{trace.Row}" }))];
        return
        [
            .. file.People.GroupBy(trace => HasKey(trace) ? trace.Key : $"#{trace.Row}")
                .Select(person => person.FirstOrDefault(trace => trace.Score is not null) ?? person.First()),
        ];
    }

    static void ByKey(List<PersonTrace> left, List<PersonTrace> right, List<ExportLink> links)
    {
        var keyed = right.Where(trace => HasKey(trace)).ToDictionary(trace => trace.Key, StringComparer.Ordinal);
        foreach (var one in left.Where(HasKey).ToArray())
        {
            if (keyed.TryGetValue(one.Key, out var other))
                Link(one, other, LinkMethod.Id, left, right, links);
        }
    }

    static bool HasKey(PersonTrace trace) => trace.Key.Length > 0 && trace.Key[0] != '#';

    static void ByChangedPart(List<PersonTrace> left, List<PersonTrace> right, List<ExportLink> links)
    {
        var near = (from one in left from other in right where DifferInOnePart(one.Key, other.Key) select (one, other)).ToArray();
        foreach (var (one, other) in near.Where(pair => near.Count(rival => rival.one == pair.one) == 1
            && near.Count(rival => rival.other == pair.other) == 1))
            Link(one, other, LinkMethod.CodeWithOneChangedPart, left, right, links);
    }

    /// <summary>Parts are runs of letters and of digits: H 02 QU 2 H.</summary>
    static bool DifferInOnePart(string one, string other)
    {
        var (first, second) = (Parts().Matches(one), Parts().Matches(other));
        return first.Count == second.Count && first.Count > 1 && Enumerable.Range(0,
            first.Count).Count(part => first[part].Value != second[part].Value) == 1;
    }

    static void ByName(List<PersonTrace> left, List<PersonTrace> right, List<ExportLink> links)
    {
        var scored = (from one in left from other in right let weight = PersonLikeness.Of(one, other) where weight >= PersonLikeness.LeastWeight
                      orderby weight descending, one.Row, other.Row select (one, other, weight)).ToArray();
        foreach (var (one, other, weight) in scored)
        {
            var hasRival = scored.Any(rival => (rival.one == one) != (rival.other == other) && rival.weight > weight - PersonLikeness.LeastLead
                && left.Contains(rival.one) && right.Contains(rival.other));
            if (!hasRival && left.Contains(one) && right.Contains(other))
                Link(one, other, LinkMethod.Name, left, right, links);
        }
    }

    static void Link(PersonTrace one, PersonTrace other, LinkMethod how, List<PersonTrace> left, List<PersonTrace> right, List<ExportLink> links)
    {
        links.Add(new ExportLink(one.Row, other.Row, how, one.Score, other.Score));
        left.Remove(one);
        right.Remove(other);
    }

    [GeneratedRegex(@"\p{L}+|[0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
