using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Matching;

/// <summary>
/// Recognises the people of a study from file to file: whoever is new in a file by code is looked for among those whom earlier files
/// brought and this file does not name. A roster comes first.
/// </summary>
public sealed class StudyMatching
{
    readonly MatchingPlan plan;
    readonly Dictionary<(ParticipantId, ParticipantId), MatchVerdict> decisions;
    readonly List<Known> known = [];
    readonly Dictionary<ParticipantId, Known> byId = [];
    readonly List<MatchedPair> links = [];
    readonly List<MatchedPair> doubtful = [];

    StudyMatching(MatchingPlan plan, IEnumerable<MatchDecision> decisions)
    {
        this.plan = plan;
        this.decisions = decisions.ToDictionary(decision => Key(decision.First, decision.Second), decision => decision.Verdict);
    }

    /// <param name="files">Everybody by file: rosters first, then in the order in which the files count.</param>
    /// <returns>Links, then doubtful pairs.</returns>
    public static IReadOnlyList<MatchedPair> Of(MatchingPlan plan, IEnumerable<FilePeople> files, IEnumerable<MatchDecision> decisions)
    {
        var matching = new StudyMatching(plan, decisions);
        foreach (var file in files)
            matching.Add(file);
        var aliases = matching.links.Select(link => link.Second).ToHashSet();
        return [.. matching.links, .. matching.doubtful.Where(pair => !aliases.Contains(pair.Second))];
    }

    void Add(FilePeople file)
    {
        var named = file.People.Where(person => byId.ContainsKey(person.Id)).ToArray();
        var here = named.Select(person => byId[person.Id]).ToHashSet();
        foreach (var person in named)
            byId[person.Id].Learn(person.Facts);
        Known[] absent = [.. known.Where(person => !here.Contains(person))];
        KnownPerson[] news = [.. file.People.Where(person => !byId.ContainsKey(person.Id))];
        var found = PeopleMatching.Of(
            [.. absent.Select(person => Subject(person.Code, person.Facts))],
            [.. news.Select(person => Subject(person.Code, person.Facts))],
            plan.Codes, new MatchLimits(plan.LinkBelow, plan.ReviewBelow), Settled(absent, news));
        MatchedPair Told(PersonPair pair, bool isLinked) => new(absent[pair.First].Id, news[pair.Second].Id, pair.Method, pair.FalseMatch, isLinked,
            new PairPlace(absent[pair.First].File, absent[pair.First].Row, file.File.FileName, news[pair.Second].Row));
        links.AddRange(found.Links.Select(pair => Told(pair, isLinked: true)));
        doubtful.AddRange(found.Doubtful.Select(pair => Told(pair, isLinked: false)));
        Keep(file, news, found.Links.ToDictionary(pair => pair.Second, pair => absent[pair.First]));
    }

    void Keep(FilePeople file, KnownPerson[] news, Dictionary<int, Known> linked)
    {
        for (var at = 0; at < news.Length; at++)
        {
            var person = linked.GetValueOrDefault(at);
            if (person is null)
                known.Add(person = new Known(news[at].Id, news[at].Code, file.File.FileName, news[at].Row));
            person.Learn(news[at].Facts);
            byId.Add(news[at].Id, person);
        }
    }

    SettledPairs Settled(Known[] absent, KnownPerson[] news)
    {
        var (same, different) = (new HashSet<(int, int)>(), new HashSet<(int, int)>());
        if (decisions.Count == 0)
            return new SettledPairs(same, different);
        var places = news.Select((person, place) => (person.Id, place)).ToDictionary();
        var rows = absent.Select((person, place) => (person.Id, place)).ToDictionary();
        foreach (var ((one, other), verdict) in decisions)
        {
            var settled = verdict == MatchVerdict.Same ? same : different;
            if (rows.TryGetValue(one, out var first) && places.TryGetValue(other, out var second))
                settled.Add((first, second));
            else if (rows.TryGetValue(other, out first) && places.TryGetValue(one, out second))
                settled.Add((first, second));
        }
        return new SettledPairs(same, different);
    }

    MatchSubject Subject(string code, IReadOnlyDictionary<string, string> facts)
    {
        string Fact(string? field) => field is null ? "" : facts.GetValueOrDefault(field, "");
        return new MatchSubject(code, new PersonFacts(Fact(plan.Fields.Name), Fact(plan.Fields.Birth), Fact(plan.Fields.Sex), Fact(plan.Fields.Unit)));
    }

    /// <summary>A pair is one pair whoever of the two came first.</summary>
    static (ParticipantId, ParticipantId) Key(ParticipantId one, ParticipantId other) => one.Value < other.Value ? (one, other) : (other, one);

    /// <summary>A person as all files so far know them; the first file that tells a fact is believed.</summary>
    sealed class Known(ParticipantId id, string code, string file, int row)
    {
        readonly Dictionary<string, string> facts = new(StringComparer.Ordinal);

        public ParticipantId Id { get; } = id;

        public string Code { get; } = code;

        public string File { get; } = file;

        public int Row { get; } = row;

        public IReadOnlyDictionary<string, string> Facts => facts;

        public void Learn(IReadOnlyDictionary<string, string> told)
        {
            foreach (var (fact, value) in told)
                facts.TryAdd(fact, value);
        }
    }
}
