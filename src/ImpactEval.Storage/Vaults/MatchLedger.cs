using System.Globalization;
using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>The vault's record of who is whom: pairs as last computed, decisions as they were taken, and the facts both are made from.</summary>
sealed class MatchLedger(Database database)
{
    static readonly Target Pair = new("match_pair", "study_id", "number", "pair_id", "first_id", "second_id", "method", "false_match", "linked",
        "first_file", "first_row", "second_file", "second_row");

    static readonly Target Decision = new("match_decision", "study_id", "number", "first_id", "second_id", "verdict", "decided_by", "decided_at");

    const string Pairs = """
        SELECT pair_id AS PairId, first_id AS FirstId, second_id AS SecondId, method AS Method, false_match AS FalseMatch, linked AS Linked,
            first_file AS FirstFile, first_row AS FirstRow, second_file AS SecondFile, second_row AS SecondRow
        FROM match_pair
        WHERE study_id = @studyId
        ORDER BY number
        """;

    const string Decisions = """
        SELECT number AS Number, first_id AS FirstId, second_id AS SecondId, verdict AS Verdict, decided_by AS DecidedBy, decided_at AS DecidedAt
        FROM match_decision
        WHERE study_id = @studyId
        ORDER BY number
        """;

    const string Codes = "SELECT participant_id AS ParticipantId, code AS Code FROM person WHERE organisation = @organisation ORDER BY participant_id";

    const string Identities = "SELECT import_id AS ImportId, participant_id AS ParticipantId, body AS Body FROM identity ORDER BY import_id, number";

    public Task<IReadOnlyList<MatchPairRow>> PairsAsync(long studyId, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<MatchPairRow>(Pairs, new { studyId }), cancel);

    public Task<IReadOnlyList<MatchDecisionRow>> DecisionsAsync(long studyId, CancellationToken cancel) =>
        database.ReadAsync(session => session.QueryAsync<MatchDecisionRow>(Decisions, new { studyId }), cancel);

    /// <summary>The code of everybody whom an organisation numbered.</summary>
    public async Task<IReadOnlyDictionary<long, string>> CodesAsync(string organisation, CancellationToken cancel) =>
        (await database.ReadAsync(session => session.QueryAsync<CodeRow>(Codes, new { organisation }), cancel)).ToDictionary(row => row.ParticipantId, row => row.Code);

    /// <summary>What each import tells of a person.</summary>
    public async Task<ILookup<(long ImportId, long ParticipantId), IReadOnlyDictionary<string, string>>> FactsAsync(CancellationToken cancel) =>
        (await database.ReadAsync(session => session.QueryAsync<FactsRow>(Identities), cancel)).ToLookup(
            row => (row.ImportId, row.ParticipantId), row => (IReadOnlyDictionary<string, string>)CanonicalJson.Read<Dictionary<string, string>>(row.Body));

    /// <summary>Puts the pairs as they are now in the place of those before.</summary>
    public Task ReplacePairsAsync(long studyId, IReadOnlyList<MatchPairRow> pairs, CancellationToken cancel) => database.WriteAsync(async session =>
    {
        await Dialect.LockAsync(session, studyId);
        await session.ExecuteAsync("DELETE FROM match_pair WHERE study_id = @studyId", new { studyId });
        await BulkInsert.AddAsync(session, Pair, [.. pairs.Select((pair, number) => new object?[]
        {
            studyId, number, pair.PairId, pair.FirstId, pair.SecondId, pair.Method, pair.FalseMatch, pair.Linked, pair.FirstFile, pair.FirstRow, pair.SecondFile, pair.SecondRow,
        })]);
        return pairs.Count;
    }, cancel);

    /// <summary>Adds verdicts; earlier ones of the same pairs stay on record.</summary>
    public Task DecideAsync(long studyId, IReadOnlyList<MatchDecisionRow> verdicts, CancellationToken cancel) => database.WriteAsync(async session =>
    {
        await Dialect.LockAsync(session, studyId);
        await using var count = session.NewCommand($"SELECT coalesce(max(number), -1) + 1 FROM match_decision WHERE study_id = {studyId.ToString(CultureInfo.InvariantCulture)}");
        var next = Convert.ToInt32(await count.ExecuteScalarAsync(session.Cancel), CultureInfo.InvariantCulture);
        await BulkInsert.AddAsync(session, Decision, [.. verdicts.Select((verdict, at) => new object?[]
        {
            studyId, next + at, verdict.FirstId, verdict.SecondId, verdict.Verdict, verdict.DecidedBy, verdict.DecidedAt,
        })]);
        return verdicts.Count;
    }, cancel);

    sealed record CodeRow
    {
        public required long ParticipantId { get; init; }
        public required string Code { get; init; }
    }

    sealed record FactsRow
    {
        public required long ImportId { get; init; }
        public required long ParticipantId { get; init; }
        public required string Body { get; init; }
    }
}

sealed record MatchPairRow
{
    public required string PairId { get; init; }
    public required long FirstId { get; init; }
    public required long SecondId { get; init; }
    public required string Method { get; init; }
    public required double FalseMatch { get; init; }
    public required int Linked { get; init; }
    public required string FirstFile { get; init; }
    public required int FirstRow { get; init; }
    public required string SecondFile { get; init; }
    public required int SecondRow { get; init; }

    public MatchedPair ToPair() => new(
        new ParticipantId(FirstId), new ParticipantId(SecondId), Word.Parse<MatchMethod>(Method) ?? throw new InvalidDataException($"Unknown method '{Method}'."),
        FalseMatch, Linked != 0, new PairPlace(FirstFile, FirstRow, SecondFile, SecondRow));
}

sealed record MatchDecisionRow
{
    public int Number { get; init; }
    public required long FirstId { get; init; }
    public required long SecondId { get; init; }
    public required string Verdict { get; init; }
    public required string DecidedBy { get; init; }
    public required string DecidedAt { get; init; }
}
