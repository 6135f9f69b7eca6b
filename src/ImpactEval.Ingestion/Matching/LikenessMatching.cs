using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Matching;

/// <summary>
/// Recognises people by name, birth, sex and unit: the assignment of largest likelihood, of which what is sure enough is linked; what is
/// not comes before a person.
/// </summary>
static class LikenessMatching
{
    /// <summary>Half of the smaller list is expected to be found again until the lists themselves say more.</summary>
    const double ExpectedShareFound = 0.5;

    /// <summary>Worths are whole numbers, so that sums do not depend on their order: a billionth of a natural logarithm.</summary>
    const double WorthUnit = 1e9;

    public static void Match(OpenPeople people, MatchLimits limits)
    {
        var (ones, others) = (people.OpenFirst, people.OpenSecond);
        ComparedPerson[] first = [.. ones.Select(one => ComparedPerson.Of(people.First[one].Facts))];
        ComparedPerson[] second = [.. others.Select(other => ComparedPerson.Of(people.Second[other].Facts))];
        if (!first.Any(person => person.Name.IsKnown) || !second.Any(person => person.Name.IsKnown))
            return;
        var pairs = new CandidatePairs(first, second);
        var share = ExpectedShareFound / Math.Max(first.Length, second.Length);
        var model = LinkageModel.Estimate(pairs.CountsByPattern(), LinkageModel.Prior(share));
        var odds = Enumerable.Range(0, AgreementPattern.Count)
            .Select(pattern => AgreementPattern.NamesSpeakForIt(pattern) ? model.OddsOf(pattern) : 0).ToArray();
        var least = (1 - limits.ReviewBelow) / limits.ReviewBelow;
        var likely = new List<LikelyPair>();
        for (var at = 0; at < pairs.Count; at++)
        {
            var (one, other) = pairs[at];
            if (odds[pairs.Patterns[at]] > least && people.MayBeOne(ones[one], others[other]))
                likely.Add(new LikelyPair(one, other, odds[pairs.Patterns[at]]));
        }
        Decide(people, (ones, others), likely, limits);
    }

    static void Decide(OpenPeople people, (int[] Ones, int[] Others) places, List<LikelyPair> likely, MatchLimits limits)
    {
        var falseMatch = new Rivals(likely, places.Ones.Length, places.Others.Length).FalseMatches();
        var least = (1 - limits.ReviewBelow) / limits.ReviewBelow;
        var partners = OneToOne.Of(places.Ones.Length, places.Others.Length,
            likely.Select(pair => new Candidate(pair.First, pair.Second, (long)(Math.Log(pair.Odds / least) * WorthUnit))));
        for (var at = 0; at < likely.Count; at++)
        {
            var (one, other) = (places.Ones[likely[at].First], places.Others[likely[at].Second]);
            if (partners[likely[at].First] == likely[at].Second && falseMatch[at] <= limits.LinkBelow)
                people.Link(one, other, MatchMethod.Likeness, falseMatch[at]);
            else if (falseMatch[at] <= limits.ReviewBelow)
                people.Doubtful.Add(new PersonPair(one, other, MatchMethod.Likeness, falseMatch[at]));
        }
    }
}

/// <param name="Odds">That both are one person, everybody else left aside.</param>
readonly record struct LikelyPair(int First, int Second, double Odds);

/// <summary>
/// What other candidates take from a pair: nobody is two people, so <c>P = o / (1 + o + Σ rivals)</c>. A rival counts for as much as it is free:
/// who has a much better partner elsewhere is none.
/// </summary>
sealed class Rivals(IReadOnlyList<LikelyPair> pairs, int first, int second)
{
    public double[] FalseMatches()
    {
        var bestOfFirst = Best(first, pair => pair.First);
        var bestOfSecond = Best(second, pair => pair.Second);
        var sumOfFirst = new double[first];
        var sumOfSecond = new double[second];
        // What each pair takes from the other pairs of its first person, and of its second.
        var asRivalOfFirst = new double[pairs.Count];
        var asRivalOfSecond = new double[pairs.Count];
        for (var at = 0; at < pairs.Count; at++)
        {
            var pair = pairs[at];
            sumOfFirst[pair.First] += asRivalOfFirst[at] = pair.Odds / (1 + bestOfSecond[pair.Second].Without(at));
            sumOfSecond[pair.Second] += asRivalOfSecond[at] = pair.Odds / (1 + bestOfFirst[pair.First].Without(at));
        }
        return
        [
            .. pairs.Select((pair, at) =>
            {
                var rivals = Math.Max(0, sumOfFirst[pair.First] - asRivalOfFirst[at]) + Math.Max(0, sumOfSecond[pair.Second] - asRivalOfSecond[at]);
                return (1 + rivals) / (1 + rivals + pair.Odds);
            }),
        ];
    }

    BestTwo[] Best(int count, Func<LikelyPair, int> personOf)
    {
        var best = new BestTwo[count];
        for (var at = 0; at < pairs.Count; at++)
            best[personOf(pairs[at])] = best[personOf(pairs[at])].With(at, pairs[at].Odds);
        return best;
    }

    /// <summary>The best pair of a person and the odds of the second best.</summary>
    readonly record struct BestTwo(int At, double Odds, double SecondOdds)
    {
        public BestTwo With(int at, double odds) => odds > Odds ? new(at, odds, Odds) : this with { SecondOdds = Math.Max(SecondOdds, odds) };

        public double Without(int at) => at == At ? SecondOdds : Odds;
    }
}
