using System.Globalization;
using System.Text.Json;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Erasure;
using ImpactEval.Studies;

namespace ImpactEval.Storage.History;

/// <summary>All imports of a study, and taking one out again as a whole.</summary>
public sealed class ImportHistory(Store store)
{
    internal const string Columns = """
        f.import_id AS ImportId, f.source_code AS SourceCode, f.file_name AS FileName, f.sha256 AS Sha256, f.state AS State,
        f.rows_read AS RowsRead, f.rows_rejected AS RowsRejected, f.replaced_import_id AS ReplacedImportId
        """;

    const string OfStudy = $"SELECT {Columns} FROM import_file f WHERE f.study_id = @studyId ORDER BY f.source_code, f.file_name, f.import_id";

    const string Logged = "SELECT happened_at AS HappenedAt, actor AS Actor, detail AS Detail FROM audit_log WHERE study = @studyCode ORDER BY number";

    /// <remarks>Content that counts again, or was replaced after it had counted again, is not undone any more.</remarks>
    const string OutOfUse = """
        SELECT u.source_code AS SourceCode, u.file_name AS FileName, u.sha256 AS Sha256, u.state AS State
        FROM import_file u
        WHERE u.study_id = @studyId AND u.state IN ('undone', 'expired') AND NOT EXISTS (
            SELECT 1 FROM import_file m
            WHERE m.study_id = u.study_id AND m.source_code = u.source_code AND m.file_name = u.file_name AND m.sha256 = u.sha256 AND m.state = 'merged')
        ORDER BY u.import_id
        """;

    const string SetUndone = "UPDATE import_file SET state = 'undone' WHERE import_id = @importId AND state = 'merged'";

    const string CountRows = """
        SELECT (SELECT count(*) FROM enrolment WHERE import_id = @importId) AS Enrolments,
            (SELECT count(*) FROM assessment WHERE import_id = @importId) AS Assessments,
            (SELECT count(*) FROM answer_text WHERE import_id = @importId) AS Answers,
            (SELECT count(*) FROM result_import WHERE import_id = @importId) AS Results
        """;

    const string NoLongerLatest = """
        UPDATE study SET latest_run_id = NULL
        WHERE study_id = @studyId AND latest_run_id IN (SELECT run_id FROM result_import WHERE import_id = @importId)
        """;

    /// <summary>Every import of the study, by source, name and time.</summary>
    public Task<IReadOnlyList<StoredImport>> ListAsync(string studyCode, CancellationToken cancel) => store.Records.ReadAsync(
        session => ListAsync(session, studyCode), cancel);

    /// <summary>Imports that count and that <paramref name="wanted"/> may mean: their number, their file's path or its last part.</summary>
    public async Task<IReadOnlyList<StoredImport>> FindAsync(string studyCode, string wanted, CancellationToken cancel)
    {
        var path = wanted.Replace('\\', '/');
        var counting = (await ListAsync(studyCode, cancel)).Where(import => import.State == ImportState.Merged).ToList();
        var exact = counting.Where(import => import.File.FileName == path || ImportAudit.Shown(import.ImportId) == wanted).ToList();
        return exact.Count > 0 ? exact : [.. counting.Where(import => import.File.FileName.EndsWith("/" + path, StringComparison.Ordinal))];
    }

    /// <summary>The very files that were undone or have expired and do not come in again by themselves.</summary>
    public Task<IReadOnlyDictionary<FileStamp, ImportState>> OutOfUseAsync(string studyCode, CancellationToken cancel) =>
        store.Records.ReadAsync<IReadOnlyDictionary<FileStamp, ImportState>>(
            async session => (await session.QueryAsync<OutOfUseRow>(OutOfUse, new { studyId = Import.IdOfStudy(studyCode) }))
                .GroupBy(row => new FileStamp(row.SourceCode, row.FileName, row.Sha256))
                .ToDictionary(group => group.Key, group => Word.Parse<ImportState>(group.Last().State) ?? ImportState.Undone),
            cancel);

    /// <summary>Takes a whole import out: all its rows, what it brought to the vault, and people nobody else speaks of.</summary>
    /// <returns>Null when no import of this number counts.</returns>
    public async Task<UndoOutcome?> UndoAsync(string studyCode, long importId, CancellationToken cancel)
    {
        var outcome = await store.Records.WriteAsync(session => UndoAsync(session, studyCode, importId), cancel);
        if (outcome is not null)
        {
            await store.Vault.ForgetAsync(importId, cancel);
            await store.Vault.ForgetUnknownAsync(await store.Records.ReadAsync(PeopleToKeep.OfAsync, cancel), cancel);
        }
        return outcome;
    }

    async Task<UndoOutcome?> UndoAsync(Session session, string studyCode, long importId)
    {
        var studyId = Import.IdOfStudy(studyCode);
        await Dialect.LockAsync(session, studyId);
        var all = await ListAsync(session, studyCode);
        if (all.FirstOrDefault(import => import.ImportId == importId && import.State == ImportState.Merged) is not { } undone)
            return null;
        var rows = await session.FirstOrDefaultAsync<RowCounts>(CountRows, new { importId }) ?? throw new InvalidOperationException();
        await ImportRows.RemoveAsync(session, importId);
        await session.ExecuteAsync(SetUndone, new { importId });
        await session.ExecuteAsync(NoLongerLatest, new { studyId, importId });
        await AuditLog.AppendAsync(session, store.Author, AuditAction.Undo, studyCode, new
        {
            Import = ImportAudit.Shown(importId), undone.File.Sha256, rows.Enrolments, rows.Assessments, rows.Answers, rows.Results,
        });
        var replaced = all.FirstOrDefault(import => import.ImportId == undone.ReplacedImportId);
        return new UndoOutcome(undone with { State = ImportState.Undone }, replaced, rows.Enrolments, rows.Assessments, rows.Answers, rows.Results);
    }

    static async Task<IReadOnlyList<StoredImport>> ListAsync(Session session, string studyCode)
    {
        var told = new Dictionary<string, LogRow>();
        foreach (var row in await session.QueryAsync<LogRow>(Logged, new { studyCode }))
        {
            if (ImportOf(row.Detail) is { } import)
                told[import] = row;
        }
        var rows = await session.QueryAsync<HistoryRow>(OfStudy, new { studyId = Import.IdOfStudy(studyCode) });
        return [.. rows.Select(row => row.ToImport(told.GetValueOrDefault(ImportAudit.Shown(row.ImportId))))
            .OrderBy(import => import.File.SourceCode, StringComparer.Ordinal)
            .ThenBy(import => import.File.FileName, StringComparer.Ordinal)
            .ThenBy(import => import.ChangedAt, StringComparer.Ordinal)];
    }

    static string? ImportOf(string detail)
    {
        using var read = JsonDocument.Parse(detail);
        return read.RootElement.TryGetProperty("import", out var import) ? import.GetString() : null;
    }

    internal sealed record LogRow
    {
        public required string HappenedAt { get; init; }
        public required string Actor { get; init; }
        public required string Detail { get; init; }
    }

    sealed record OutOfUseRow
    {
        public required string SourceCode { get; init; }
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
        public required string State { get; init; }
    }

    sealed record RowCounts
    {
        public required int Enrolments { get; init; }
        public required int Assessments { get; init; }
        public required int Answers { get; init; }
        public required int Results { get; init; }
    }
}

/// <summary>A row of <c>import_file</c> as history tells it.</summary>
sealed record HistoryRow
{
    public required long ImportId { get; init; }
    public required string SourceCode { get; init; }
    public required string FileName { get; init; }
    public required string Sha256 { get; init; }
    public required string State { get; init; }
    public required int RowsRead { get; init; }
    public required int RowsRejected { get; init; }
    public long? ReplacedImportId { get; init; }

    public StoredImport ToImport(ImportHistory.LogRow? told) => new(
        ImportId, new FileStamp(SourceCode, FileName, Sha256), Word.Parse<ImportState>(State) ?? throw new InvalidDataException($"Unknown state '{State}'."),
        RowsRead, RowsRejected, ReplacedImportId, told?.HappenedAt, told?.Actor);
}
