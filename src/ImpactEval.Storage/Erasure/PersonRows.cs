using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Erasure;

/// <summary>Where one person stands in the store.</summary>
sealed class PersonRows(long participantId)
{
    /// <summary>The tables whose rows are one person's.</summary>
    public static readonly IReadOnlyList<string> Tables = ["enrolment", "assessment", "answer_text"];

    const string FileOfImport = """
        SELECT import_id AS ImportId, study_id AS StudyId, source_code AS SourceCode, file_name AS FileName, sha256 AS Sha256
        FROM import_file WHERE import_id = @importId
        """;

    const string Quarantined = "SELECT number AS Number, source_row AS Row, rejects AS Rejects FROM quarantine WHERE import_id = @importId ORDER BY number";

    const string CountRejected = """
        UPDATE import_file SET rows_rejected = (SELECT count(DISTINCT source_row) FROM quarantine WHERE import_id = @importId AND rejects = 1)
        WHERE import_id = @importId
        """;

    const string HideName = "UPDATE import_file SET file_name = @hidden, state = CASE WHEN state = 'merged' THEN 'superseded' ELSE state END WHERE import_id = @importId";

    const string ForgetLatest = "UPDATE study SET latest_run_id = NULL WHERE study_id = @studyId";

    static readonly Target Quarantine = new("quarantine", "import_id", "number", "source_row", "column_name", "kind", "rejects");

    readonly object person = new { participantId };

    /// <summary>Every import and row that speaks of the person.</summary>
    public async Task<IReadOnlyList<RowPlace>> PlacesAsync(Session session)
    {
        var places = new HashSet<RowPlace>();
        foreach (var table in Tables)
            places.UnionWith(await session.QueryAsync<RowPlace>($"SELECT import_id AS ImportId, source_row AS Row FROM {table} WHERE participant_id = @participantId", person));
        return [.. places.OrderBy(place => place.ImportId).ThenBy(place => place.Row)];
    }

    /// <summary>The reported cells of those rows, whose texts lie in the vault under the same numbers.</summary>
    public static async Task<IReadOnlyList<(long ImportId, int Number)>> QuarantinedAsync(Session session, IReadOnlyList<RowPlace> places)
    {
        var found = new List<(long, int)>();
        foreach (var rows in places.GroupBy(place => place.ImportId, place => place.Row))
        {
            var own = rows.ToHashSet();
            var reported = await session.QueryAsync<QuarantineRow>(Quarantined, new { importId = rows.Key });
            found.AddRange(reported.Where(row => own.Contains(row.Row)).Select(row => (rows.Key, row.Number)));
        }
        return found;
    }

    public static async Task<IReadOnlyList<PersonFile>> FilesAsync(Session session, IReadOnlyList<RowPlace> places)
    {
        var files = new List<PersonFile>();
        foreach (var importId in places.Select(place => place.ImportId).Distinct())
            files.AddRange(await session.QueryAsync<PersonFile>(FileOfImport, new { importId }));
        return files;
    }

    /// <summary>The rows are told as those of an erased person, just as when the file is imported after the erasure.</summary>
    public static async Task MarkErasedAsync(Session session, IReadOnlyList<RowPlace> places)
    {
        foreach (var rows in places.GroupBy(place => place.ImportId, place => place.Row))
        {
            var reported = await session.QueryAsync<QuarantineRow>(Quarantined, new { importId = rows.Key });
            var next = reported.Count == 0 ? 0 : reported[^1].Number + 1;
            foreach (var sourceRow in rows)
                await session.ExecuteAsync("DELETE FROM quarantine WHERE import_id = @importId AND source_row = @sourceRow", new { importId = rows.Key, sourceRow });
            await BulkInsert.AddAsync(session, Quarantine, [.. rows.Select((row, place) =>
                new object?[] { rows.Key, next + place, row, "", Word.Of(RowProblemKind.ErasedPerson), 1 })]);
            await session.ExecuteAsync(CountRejected, new { importId = rows.Key });
        }
    }

    public async Task<(int Enrolments, int Assessments, int Answers)> RemoveAsync(Session session)
    {
        var removed = new List<int>();
        foreach (var table in Tables)
            removed.Add(await session.ExecuteAsync($"DELETE FROM {table} WHERE participant_id = @participantId", person));
        await session.ExecuteAsync("DELETE FROM participant WHERE participant_id = @participantId", person);
        return (removed[0], removed[1], removed[2]);
    }

    /// <summary>Transcripts are often named for the person in them; such a name goes too, and the file no longer counts.</summary>
    public static async Task HideFileNamesAsync(Session session, IReadOnlyList<PersonFile> files, IReadOnlyList<string> codes)
    {
        foreach (var file in files.Where(file => codes.Any(code => file.FileName.Contains(code, StringComparison.OrdinalIgnoreCase))))
            await session.ExecuteAsync(HideName, new { hidden = $"erased/{file.Sha256}", importId = file.ImportId });
    }

    /// <summary>Findings quote answers and count people, so those of the studies the person took part in are made anew.</summary>
    public static async Task<int> RemoveResultsAsync(Session session, IReadOnlyList<long> studies)
    {
        var removed = 0;
        foreach (var studyId in studies)
        {
            await session.ExecuteAsync(ForgetLatest, new { studyId });
            await session.ExecuteAsync("DELETE FROM result_import WHERE run_id IN (SELECT run_id FROM result WHERE study_id = @studyId)", new { studyId });
            removed += await session.ExecuteAsync("DELETE FROM result WHERE study_id = @studyId", new { studyId });
        }
        return removed;
    }

    sealed record QuarantineRow
    {
        public required int Number { get; init; }
        public required int Row { get; init; }
        public required int Rejects { get; init; }
    }
}

/// <summary>One row of one import.</summary>
sealed record RowPlace
{
    public required long ImportId { get; init; }
    public required int Row { get; init; }
}

/// <summary>A file that brought the person.</summary>
sealed record PersonFile
{
    public required long ImportId { get; init; }
    public required long StudyId { get; init; }
    public required string SourceCode { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }

    public FileStamp Stamp => new(SourceCode, FileName, Sha256);
}
