using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Matching;

/// <summary>Recognises people by their codes: written alike, written otherwise, made up with one part changed. A code of two people decides nothing.</summary>
static class CodeMatching
{
    /// <summary>A part's value is shared by chance as often as one of fifteen values would be, until the codes themselves say more.</summary>
    const double ChanceOfPart = 1.0 / 15, CodesThatChanceIsWorth = 10;

    public static void Exactly(OpenPeople people) => ByKey(people, MatchMethod.ExactId, code => code);

    public static void Normalised(OpenPeople people) => ByKey(people, MatchMethod.NormalisedId, CodeForm.Normalised);

    static void ByKey(OpenPeople people, MatchMethod method, Func<string, string> keyOf)
    {
        var others = people.OpenSecond.ToLookup(other => keyOf(people.Second[other].Code), StringComparer.Ordinal);
        var same = people.OpenFirst.GroupBy(one => keyOf(people.First[one].Code), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && others.Contains(group.Key));
        foreach (var ones in same)
        {
            var pairs = (from one in ones from other in others[ones.Key] where people.MayBeOne(one, other) select (one, other)).ToArray();
            if (pairs.Length == 1)
                people.Link(pairs[0].one, pairs[0].other, method, falseMatch: 0);
            else
                people.Doubtful.AddRange(pairs.Select(pair => new PersonPair(pair.one, pair.other, method, 1 - (1.0 / pairs.Length))));
        }
    }

    /// <summary>
    /// Links codes that differ in one of their parts, when either has no second candidate and few such pairs are expected by chance.
    /// </summary>
    /// <remarks>Yurek, Vasey and Havens (2008), The use of self-generated identification codes in longitudinal research, Evaluation Review 32(5), 435–452.</remarks>
    public static void WithOneChangedPart(OpenPeople people, MatchLimits limits)
    {
        var first = people.OpenFirst.Select(one => (Place: one, Parts: Plain(people.First[one].Code))).Where(code => code.Parts.Count > 1).ToArray();
        var second = people.OpenSecond.Select(other => (Place: other, Parts: Plain(people.Second[other].Code))).Where(code => code.Parts.Count > 1).ToArray();
        var chance = new PartChance([.. first.Concat(second).Select(code => code.Parts)]);
        var others = second.SelectMany(code => Rests(code.Parts).Select(rest => (Key: rest, code.Place))).ToLookup(code => code.Key, code => code.Place, StringComparer.Ordinal);
        var near = new List<(int One, int Other, double Expected)>();
        foreach (var code in first)
        {
            for (var changed = 0; changed < code.Parts.Count; changed++)
            {
                var expected = second.Length * chance.OfAllBut(code.Parts, changed);
                near.AddRange(others[Rest(code.Parts, changed)].Where(other => people.MayBeOne(code.Place, other)).Select(other => (code.Place, other, expected)));
            }
        }
        Link(people, near, limits);
    }

    static void Link(OpenPeople people, List<(int One, int Other, double Expected)> near, MatchLimits limits)
    {
        var ofOne = near.ToLookup(pair => pair.One);
        var ofOther = near.ToLookup(pair => pair.Other);
        foreach (var pair in near)
        {
            var candidates = ofOne[pair.One].Count() + ofOther[pair.Other].Count() - 1;
            // One is the pair itself, the others and those of chance are as good.
            var falseMatch = 1 - (1 / (candidates + pair.Expected));
            if (falseMatch <= limits.LinkBelow)
                people.Link(pair.One, pair.Other, MatchMethod.ChangedCodePart, falseMatch);
            else if (falseMatch <= limits.ReviewBelow)
                people.Doubtful.Add(new PersonPair(pair.One, pair.Other, MatchMethod.ChangedCodePart, falseMatch));
        }
    }

    static IReadOnlyList<string> Plain(string code) => CodeForm.Parts(CodeForm.Normalised(code));

    static IEnumerable<string> Rests(IReadOnlyList<string> parts) => Enumerable.Range(0, parts.Count).Select(changed => Rest(parts, changed));

    static string Rest(IReadOnlyList<string> parts, int changed) => $"{changed}|{string.Join('|', parts.Select((part, at) => at == changed ? "" : part))}";

    /// <summary>How often a part has a value, by its place in the code.</summary>
    sealed class PartChance(IReadOnlyList<IReadOnlyList<string>> codes)
    {
        readonly Dictionary<(int, string), int> counts = codes.SelectMany(code => code.Select((part, at) => (at, part)))
            .GroupBy(part => part).ToDictionary(part => part.Key, part => part.Count());

        /// <summary>Chance that a stranger agrees in every part but one. The two codes compared are no strangers.</summary>
        public double OfAllBut(IReadOnlyList<string> code, int changed)
        {
            var chance = 1.0;
            for (var at = 0; at < code.Count; at++)
            {
                if (at != changed)
                    chance *= (counts[(at, code[at])] - 2 + (ChanceOfPart * CodesThatChanceIsWorth)) / (codes.Count - 2 + CodesThatChanceIsWorth);
            }
            return chance;
        }
    }
}
