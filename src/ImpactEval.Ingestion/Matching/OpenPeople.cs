using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Matching;

/// <summary>Two lists of people while they are matched: who is still to be found, and what was found.</summary>
sealed class OpenPeople(IReadOnlyList<MatchSubject> first, IReadOnlyList<MatchSubject> second, SettledPairs settled)
{
    readonly bool[] firstDone = new bool[first.Count];
    readonly bool[] secondDone = new bool[second.Count];

    public IReadOnlyList<MatchSubject> First => first;

    public IReadOnlyList<MatchSubject> Second => second;

    public List<PersonPair> Links { get; } = [];

    public List<PersonPair> Doubtful { get; } = [];

    public int[] OpenFirst => [.. Enumerable.Range(0, first.Count).Where(place => !firstDone[place])];

    public int[] OpenSecond => [.. Enumerable.Range(0, second.Count).Where(place => !secondDone[place])];

    public bool IsOpen(int one, int other) => !firstDone[one] && !secondDone[other];

    public bool MayBeOne(int one, int other) => !settled.Different.Contains((one, other));

    public void Link(int one, int other, MatchMethod method, double falseMatch)
    {
        Links.Add(new PersonPair(one, other, method, falseMatch));
        firstDone[one] = secondDone[other] = true;
    }

    /// <summary>The pairs with the best odds first; nobody who was recognised later stays in doubt, and a pair is told once.</summary>
    public PersonMatches Finish() => new(
        [.. Links.OrderBy(link => link.First)],
        [
            .. Doubtful.Where(pair => IsOpen(pair.First, pair.Second))
                .OrderBy(pair => pair.FalseMatch).ThenBy(pair => pair.First).ThenBy(pair => pair.Second).DistinctBy(pair => (pair.First, pair.Second)),
        ]);
}
