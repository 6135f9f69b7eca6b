using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

sealed record ImportRow
{
    public required long ImportId { get; init; }
    public required string SourceCode { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public required string MappingSha256 { get; init; }
    public required string Layout { get; init; }
    public required int RowsRead { get; init; }
    public required int RowsRejected { get; init; }

    public FileStamp Stamp => new(SourceCode, FileName, Sha256);

    public SourceSummary ToSummary(IReadOnlyList<ProblemCount> problems) => new(
        SourceCode, FileName, Sha256, CanonicalJson.Read<FileLayout>(Layout), RowsRead, RowsRead - RowsRejected, RowsRejected, problems);
}

sealed record EnrolmentRow
{
    public required long ImportId { get; init; }
    public required long ParticipantId { get; init; }
    public string? Cohort { get; init; }
    public required string Groups { get; init; }
}

sealed record AssessmentRow
{
    public required long ImportId { get; init; }
    public required long ParticipantId { get; init; }
    public required string Instrument { get; init; }
    public required string Wave { get; init; }
    public DateOnly? TakenOn { get; init; }
    public required double[] Scores { get; init; }

    public Assessment ToAssessment() => new(new ParticipantId(ParticipantId), Instrument, Wave, TakenOn, Scores);
}

sealed record AnswerRow
{
    public required long ImportId { get; init; }
    public required long ParticipantId { get; init; }
    public required string Question { get; init; }
    public required string Wave { get; init; }
    public required int Turn { get; init; }
    public DateOnly? GivenOn { get; init; }
    public required string Body { get; init; }

    public Answer ToAnswer() => new(new ParticipantId(ParticipantId), Question, Wave, Turn, GivenOn, Body);
}

sealed record ProblemRow
{
    public required long ImportId { get; init; }
    public required string Kind { get; init; }
    public required int Rejects { get; init; }
    public required int Problems { get; init; }

    public ProblemCount ToCount() => new(Word.Parse<RowProblemKind>(Kind) ?? throw new InvalidDataException($"Unknown problem '{Kind}'."), Rejects != 0, Problems);
}

sealed record ErasedRow
{
    public required long ImportId { get; init; }
    public required int Row { get; init; }
}

sealed record NormalisedRow
{
    public required long ImportId { get; init; }
    public required long ParticipantId { get; init; }
}

/// <summary>All rows of a study's merged imports, by import.</summary>
sealed record DatasetRows(
    ILookup<long, EnrolmentRow> Enrolments,
    ILookup<long, AssessmentRow> Assessments,
    ILookup<long, AnswerRow> Answers,
    ILookup<long, ProblemRow> Problems,
    ILookup<long, int> ErasedRows)
{
    IReadOnlyList<NormalisedRow> Normalised { get; init; } = [];

    /// <summary>People of these imports whose code stood in another spelling in one of them.</summary>
    public IReadOnlySet<ParticipantId> NormalisedIds(IEnumerable<long> imports)
    {
        var chosen = imports.ToHashSet();
        return Normalised.Where(row => chosen.Contains(row.ImportId)).Select(row => new ParticipantId(row.ParticipantId)).ToHashSet();
    }

    /// <summary>The same rows with every linked person under the number of the one they are linked to.</summary>
    public DatasetRows Linked(IReadOnlyList<MatchedPair> pairs)
    {
        var aliases = pairs.Where(pair => pair.IsLinked).ToDictionary(pair => pair.Second.Value, pair => pair.First.Value);
        if (aliases.Count == 0)
            return this;
        long Of(long person) => aliases.GetValueOrDefault(person, person);
        return this with
        {
            Enrolments = Enrolments.SelectMany(import => import).ToLookup(row => row.ImportId, row => row with { ParticipantId = Of(row.ParticipantId) }),
            Assessments = Assessments.SelectMany(import => import).ToLookup(row => row.ImportId, row => row with { ParticipantId = Of(row.ParticipantId) }),
            Answers = Answers.SelectMany(import => import).ToLookup(row => row.ImportId, row => row with { ParticipantId = Of(row.ParticipantId) }),
            Normalised = [.. Normalised.Select(row => row with { ParticipantId = Of(row.ParticipantId) })],
        };
    }

    const string MergedImports = """
        SELECT import_id AS ImportId, source_code AS SourceCode, file_name AS FileName, sha256 AS Sha256, mapping_sha256 AS MappingSha256,
            layout AS Layout, rows_read AS RowsRead, rows_rejected AS RowsRejected
        FROM import_file
        WHERE study_id = @studyId AND state = 'merged'
        ORDER BY import_id
        """;

    const string Enrolled = """
        SELECT e.import_id AS ImportId, e.participant_id AS ParticipantId, e.cohort AS Cohort, e.groups AS Groups
        FROM enrolment e JOIN import_file f ON f.import_id = e.import_id
        WHERE f.study_id = @studyId AND f.state = 'merged'
        ORDER BY e.import_id, e.source_row, e.number
        """;

    const string Assessed = """
        SELECT a.import_id AS ImportId, a.participant_id AS ParticipantId, v.code AS Instrument, a.wave AS Wave, a.taken_on AS TakenOn, a.scores AS Scores
        FROM assessment a JOIN import_file f ON f.import_id = a.import_id JOIN instrument_version v ON v.version_id = a.version_id
        WHERE f.study_id = @studyId AND f.state = 'merged'
        ORDER BY a.import_id, a.source_row, a.number
        """;

    const string Answered = """
        SELECT a.import_id AS ImportId, a.participant_id AS ParticipantId, a.question AS Question, a.wave AS Wave, a.turn AS Turn,
            a.given_on AS GivenOn, a.body AS Body
        FROM answer_text a JOIN import_file f ON f.import_id = a.import_id
        WHERE f.study_id = @studyId AND f.state = 'merged'
        ORDER BY a.import_id, a.source_row, a.number
        """;

    const string Quarantined = """
        SELECT q.import_id AS ImportId, q.kind AS Kind, q.rejects AS Rejects, count(*) AS Problems
        FROM quarantine q JOIN import_file f ON f.import_id = q.import_id
        WHERE f.study_id = @studyId AND f.state = 'merged'
        GROUP BY q.import_id, q.kind, q.rejects
        ORDER BY q.import_id, q.kind, q.rejects
        """;

    const string Erased = """
        SELECT DISTINCT q.import_id AS ImportId, q.source_row AS Row
        FROM quarantine q JOIN import_file f ON f.import_id = q.import_id
        WHERE f.study_id = @studyId AND f.state = 'merged' AND q.kind = 'erased_person'
        ORDER BY ImportId, Row
        """;

    const string WrittenOtherwise = """
        SELECT DISTINCT a.import_id AS ImportId, a.participant_id AS ParticipantId
        FROM quarantine q
        JOIN import_file f ON f.import_id = q.import_id
        JOIN assessment a ON a.import_id = q.import_id AND a.source_row = q.source_row
        WHERE f.study_id = @studyId AND f.state = 'merged' AND q.kind = 'id_variant' AND q.rejects = 0
        ORDER BY a.import_id, a.participant_id
        """;

    public static Task<IReadOnlyList<ImportRow>> ImportsAsync(Session session, long studyId) => session.QueryAsync<ImportRow>(MergedImports, new { studyId });

    public static async Task<DatasetRows> ReadAsync(Session session, long studyId) => new(
        (await session.QueryAsync<EnrolmentRow>(Enrolled, new { studyId })).ToLookup(row => row.ImportId),
        (await session.QueryAsync<AssessmentRow>(Assessed, new { studyId })).ToLookup(row => row.ImportId),
        (await session.QueryAsync<AnswerRow>(Answered, new { studyId })).ToLookup(row => row.ImportId),
        await ProblemsAsync(session, studyId),
        (await session.QueryAsync<ErasedRow>(Erased, new { studyId })).ToLookup(row => row.ImportId, row => row.Row))
    {
        Normalised = await session.QueryAsync<NormalisedRow>(WrittenOtherwise, new { studyId }),
    };

    public static async Task<ILookup<long, ProblemRow>> ProblemsAsync(Session session, long studyId) =>
        (await session.QueryAsync<ProblemRow>(Quarantined, new { studyId })).ToLookup(row => row.ImportId);
}
