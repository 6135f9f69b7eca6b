using System.Globalization;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Vaults;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>A pair under the name by which an officer speaks of it, with the codes and facts of both.</summary>
/// <param name="PairId">Ten letters and digits, the same at every import.</param>
public sealed record PairToReview(string PairId, MatchedPair Pair, KnownPerson First, KnownPerson Second, PairVerdict? Verdict);

/// <summary>Who decided what on a pair, and when (UTC, ISO 8601).</summary>
public sealed record PairVerdict(MatchVerdict Verdict, string DecidedBy, string DecidedAt);

/// <summary>Who is whom in a study: reads what is known of everybody, keeps pairs and decisions in the vault.</summary>
public sealed class MatchTable(Store store)
{
    const string Undone = "undone";

    /// <summary>Letters and digits that nobody takes for another (Crockford's base 32).</summary>
    const string PairLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int PairIdLength = 10;

    const string Seen = """
        SELECT r.import_id AS ImportId, r.participant_id AS ParticipantId, min(r.source_row) AS SourceRow
        FROM (
            SELECT import_id, participant_id, source_row FROM enrolment
            UNION ALL SELECT import_id, participant_id, source_row FROM assessment
            UNION ALL SELECT import_id, participant_id, source_row FROM answer_text) r
        JOIN import_file f ON f.import_id = r.import_id
        WHERE f.study_id = @studyId AND f.state = 'merged'
        GROUP BY r.import_id, r.participant_id
        ORDER BY r.import_id, min(r.source_row), r.participant_id
        """;

    const string Grouped = """
        SELECT e.import_id AS ImportId, e.participant_id AS ParticipantId, e.groups AS Groups
        FROM enrolment e JOIN import_file f ON f.import_id = e.import_id
        WHERE f.study_id = @studyId AND f.state = 'merged'
        ORDER BY e.import_id, e.number
        """;

    /// <summary>Everybody by file: rosters first, then in the order in which the files count.</summary>
    public async Task<IReadOnlyList<FilePeople>> PeopleAsync(Study study, IReadOnlyCollection<FileStamp> files, CancellationToken cancel)
    {
        var studyId = Import.IdOfStudy(study.Code);
        var wanted = files.ToHashSet();
        var (imports, seen, groups) = await store.Records.ReadAsync(async session => (
            await DatasetRows.ImportsAsync(session, studyId),
            await session.QueryAsync<SeenRow>(Seen, new { studyId }),
            await session.QueryAsync<GroupsRow>(Grouped, new { studyId })), cancel);
        var codes = await store.Vault.Matches.CodesAsync(study.Programme.Sponsor.Code, cancel);
        var facts = await store.Vault.Matches.FactsAsync(cancel);
        var people = seen.ToLookup(row => row.ImportId);
        var groupsOf = groups.ToLookup(row => (row.ImportId, row.ParticipantId), row => CanonicalJson.Read<Dictionary<string, string>>(row.Groups));
        var rosters = study.Sources.Where(source => source.Kind == SourceKind.Participants).Select(source => source.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. imports.Where(import => wanted.Contains(import.Stamp))
                .OrderBy(import => rosters.Contains(import.SourceCode) ? 0 : 1).ThenBy(import => import.Stamp, new FileOrder(study))
                .Select(import => new FilePeople(import.Stamp,
                [
                    .. people[import.ImportId].Select(row =>
                    {
                        var key = (row.ImportId, row.ParticipantId);
                        return new KnownPerson(new ParticipantId(row.ParticipantId), codes[row.ParticipantId], row.SourceRow, Together([.. facts[key], .. groupsOf[key]]));
                    }),
                ])),
        ];
    }

    /// <summary>The verdict that counts for each pair somebody decided on.</summary>
    public async Task<IReadOnlyList<MatchDecision>> DecisionsAsync(Study study, CancellationToken cancel) =>
    [
        .. (await LastVerdictsAsync(Import.IdOfStudy(study.Code), cancel)).Values
            .Where(row => row.Verdict != Undone)
            .OrderBy(row => row.Number)
            .Select(row => new MatchDecision(new ParticipantId(row.FirstId), new ParticipantId(row.SecondId), VerdictOf(row))),
    ];

    public async Task<IReadOnlyList<MatchedPair>> PairsAsync(Study study, CancellationToken cancel) =>
        [.. (await store.Vault.Matches.PairsAsync(Import.IdOfStudy(study.Code), cancel)).Select(row => row.ToPair())];

    /// <summary>Keeps the pairs as they are now; writes nothing when they are as they were.</summary>
    public async Task SaveAsync(Study study, IReadOnlyList<MatchedPair> pairs, CancellationToken cancel)
    {
        var studyId = Import.IdOfStudy(study.Code);
        MatchPairRow[] rows = [.. pairs.Select(pair => RowOf(studyId, pair))];
        if (!rows.SequenceEqual(await store.Vault.Matches.PairsAsync(studyId, cancel)))
            await store.Vault.Matches.ReplacePairsAsync(studyId, rows, cancel);
    }

    /// <summary>Records a verdict on pairs, or with null that an earlier verdict no longer counts.</summary>
    public Task DecideAsync(Study study, IReadOnlyList<(MatchedPair Pair, MatchVerdict? Verdict)> verdicts, string decidedBy, DateTimeOffset decidedAt, CancellationToken cancel) =>
        store.Vault.Matches.DecideAsync(Import.IdOfStudy(study.Code),
        [
            .. verdicts.Select(decided => new MatchDecisionRow
            {
                FirstId = decided.Pair.First.Value,
                SecondId = decided.Pair.Second.Value,
                Verdict = decided.Verdict is { } verdict ? Word.Of(verdict) : Undone,
                DecidedBy = decidedBy,
                DecidedAt = decidedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            }),
        ], cancel);

    /// <summary>Pairs with what is known of both and what was decided, doubtful ones as well as links and pairs told apart by somebody.</summary>
    public async Task<IReadOnlyList<PairToReview>> ReviewAsync(Study study, IReadOnlyCollection<FileStamp> files, CancellationToken cancel)
    {
        var studyId = Import.IdOfStudy(study.Code);
        var verdicts = await LastVerdictsAsync(studyId, cancel);
        var people = (await PeopleAsync(study, files, cancel)).SelectMany(file => file.People).GroupBy(person => person.Id)
            .ToDictionary(seen => seen.Key, seen => seen.First() with { Facts = Together([.. seen.Select(person => person.Facts)]) });
        var pairs = await PairsAsync(study, cancel);
        var keys = pairs.Select(pair => KeyOf(pair.First.Value, pair.Second.Value)).ToHashSet();
        var apart = verdicts.Where(verdict => verdict.Value.Verdict != Undone && !keys.Contains(verdict.Key)).OrderBy(verdict => verdict.Value.Number)
            .Select(verdict => Decided(verdict.Value, people)).OfType<MatchedPair>();
        return
        [
            .. pairs.Concat(apart).Select(pair => new PairToReview(
                PairIdOf(studyId, pair), pair, people[pair.First], people[pair.Second],
                verdicts.TryGetValue(KeyOf(pair.First.Value, pair.Second.Value), out var row) && row.Verdict != Undone
                    ? new PairVerdict(VerdictOf(row), row.DecidedBy, row.DecidedAt) : null)),
        ];
    }

    /// <summary>A pair that is told apart is no pair any more; it can still be undone. Null when a file of either is gone.</summary>
    static MatchedPair? Decided(MatchDecisionRow row, Dictionary<ParticipantId, KnownPerson> people) =>
        people.TryGetValue(new ParticipantId(row.FirstId), out var first) && people.TryGetValue(new ParticipantId(row.SecondId), out var second)
            ? new MatchedPair(first.Id, second.Id, MatchMethod.Decision, FalseMatch: 1, IsLinked: false, new PairPlace("", first.Row, "", second.Row))
            : null;

    async Task<Dictionary<(long, long), MatchDecisionRow>> LastVerdictsAsync(long studyId, CancellationToken cancel) =>
        (await store.Vault.Matches.DecisionsAsync(studyId, cancel)).GroupBy(row => KeyOf(row.FirstId, row.SecondId)).ToDictionary(pair => pair.Key, pair => pair.Last());

    static MatchVerdict VerdictOf(MatchDecisionRow row) => Word.Parse<MatchVerdict>(row.Verdict) ?? throw new InvalidDataException($"Unknown verdict '{row.Verdict}'.");

    static (long, long) KeyOf(long one, long other) => (Math.Min(one, other), Math.Max(one, other));

    static MatchPairRow RowOf(long studyId, MatchedPair pair) => new()
    {
        PairId = PairIdOf(studyId, pair),
        FirstId = pair.First.Value,
        SecondId = pair.Second.Value,
        Method = Word.Of(pair.Method),
        FalseMatch = pair.FalseMatch,
        Linked = pair.IsLinked ? 1 : 0,
        FirstFile = pair.Place.FirstFile,
        FirstRow = pair.Place.FirstRow,
        SecondFile = pair.Place.SecondFile,
        SecondRow = pair.Place.SecondRow,
    };

    static string PairIdOf(long studyId, MatchedPair pair)
    {
        var (low, high) = KeyOf(pair.First.Value, pair.Second.Value);
        var number = Fingerprint.NumberOf("pair", Text(studyId), Text(low), Text(high));
        return string.Create(PairIdLength, number, static (letters, number) =>
        {
            for (var at = 0; at < letters.Length; at++, number >>= 5)
                letters[at] = PairLetters[(int)(number & 31)];
        });
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first that tells a fact is believed.</summary>
    static Dictionary<string, string> Together(IReadOnlyList<IReadOnlyDictionary<string, string>> told)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (fact, value) in told.SelectMany(one => one))
            facts.TryAdd(fact, value);
        return facts;
    }

    sealed record SeenRow
    {
        public required long ImportId { get; init; }
        public required long ParticipantId { get; init; }
        public required int SourceRow { get; init; }
    }

    sealed record GroupsRow
    {
        public required long ImportId { get; init; }
        public required long ParticipantId { get; init; }
        public required string Groups { get; init; }
    }
}
