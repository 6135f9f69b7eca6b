using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Erasure;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>
/// Takes files in, each whole or not at all. A file is known by study, source and name; new content under a known name takes the place of
/// the old. A file that is no longer in the study folder is left as it is: <see cref="DatasetReader"/> says which files count.
/// </summary>
public sealed class ImportStore(Store store)
{
    const string Merged = """
        SELECT import_id AS ImportId, answers_sha256 AS AnswersSha256
        FROM import_file
        WHERE study_id = @StudyId AND source_code = @SourceCode AND file_name = @FileName AND state = 'merged'
        """;

    const string Receive = """
        INSERT INTO import_file (import_id, study_id, source_code, file_name, sha256, mapping_sha256, answers_sha256, state, layout, rows_read, rows_rejected)
        VALUES (@Id, @StudyId, @SourceCode, @FileName, @Sha256, @Mapping, '', 'received', @Layout, @RowsRead, @RowsRejected)
        ON CONFLICT (import_id) DO UPDATE SET state = excluded.state,
            layout = excluded.layout, rows_read = excluded.rows_read, rows_rejected = excluded.rows_rejected
        """;

    const string SetMerged = "UPDATE import_file SET state = 'merged', answers_sha256 = @answersSha256 WHERE import_id = @importId";

    const string SetState = "UPDATE import_file SET state = @state WHERE import_id = @importId";

    /// <summary>Whether this very file, read as the study declares now, is in the store, so that it need not be read again.</summary>
    /// <exception cref="ArgumentException">The study declares no such source.</exception>
    public Task<bool> IsCurrentAsync(Study study, FileStamp file, CancellationToken cancel)
    {
        var studyId = Import.IdOfStudy(study.Code);
        var importId = Import.IdOf(studyId, file, MappingFingerprint.Of(study, Import.SourceOf(study, file.SourceCode)));
        return store.Records.ReadAsync(async session => await MergedAsync(session, studyId, file) is { } merged && merged.ImportId == importId, cancel);
    }

    /// <summary>
    /// Stores the records of one file and its quarantine in one transaction; what it can tell of people goes to the vault, which is committed first.
    /// The file is read while it is written, batch after batch.
    /// </summary>
    /// <param name="file">What was found in the file. Its people, answers as written and texts found go to the vault only.</param>
    /// <param name="redact">Takes personal data out of an answer.</param>
    /// <exception cref="ArgumentException">The records do not fit the study.</exception>
    /// <exception cref="IOException">The file cannot be read any more, or changed since it was checked; nothing of it was taken.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be used; nothing of the file was taken.</exception>
    public async Task<ImportOutcome> SaveAsync(Study study, CheckedFile file, Func<string, string> redact, CancellationToken cancel)
    {
        try
        {
            return await SaveOnceAsync(study, file, redact, cancel);
        }
        catch (ErasedMeanwhileException)
        {
            await store.Vault.ForgetErasedAsync(cancel);
            return await SaveOnceAsync(study, file, redact, cancel);
        }
    }

    async Task<ImportOutcome> SaveOnceAsync(Study study, CheckedFile file, Func<string, string> redact, CancellationToken cancel)
    {
        var erased = await ErasedPeople.ReadAsync(store, study, cancel);
        var import = new Import(study, erased.TakenOutOf(file, redact), redact);
        var merged = await store.Records.ReadAsync(session => MergedAsync(session, import.StudyId, import.Stamp), cancel);
        if (IsThere(import, merged))
            return Outcome(import, ImportChange.Unchanged);

        var (change, replaced) = await store.Records.WriteAsync(session => MergeAsync(session, import, erased), cancel);
        // Killed here, the vault keeps texts of an import that no longer counts: unused, and taken out by the next change or the doctor.
        if (replaced is { } old && old != import.Id)
            await store.Vault.ForgetAsync(old, cancel);
        return Outcome(import, change);
    }

    /// <returns>What was done, and the import whose place was taken, if there was one.</returns>
    async Task<(ImportChange Change, long? Replaced)> MergeAsync(Session session, Import import, ErasedPeople erased)
    {
        await Dialect.LockAsync(session, import.StudyId);
        await erased.AssertCurrentAsync(session);
        var old = await MergedAsync(session, import.StudyId, import.Stamp);
        // Asked again: another process may have been faster.
        if (IsThere(import, old))
            return (ImportChange.Unchanged, null);
        await DeclaredRows.AddStudyAsync(session, import.Study.Code);
        if (old is not null)
        {
            await ImportRows.RemoveAsync(session, old.ImportId);
            await session.ExecuteAsync(SetState, new { state = "superseded", importId = old.ImportId });
        }
        await session.ExecuteAsync(Receive, new
        {
            import.Id,
            import.StudyId,
            import.Stamp.SourceCode,
            import.Stamp.FileName,
            import.Stamp.Sha256,
            import.Mapping,
            Layout = CanonicalJson.Of(import.File.Layout),
            import.File.RowsRead,
            import.File.RowsRejected,
        });
        using var rows = new ImportRows(session, import);
        await store.Vault.KeepAsync(import.Id, import.Study.Programme.Sponsor.Code, import.File.Batches, rows, session.Cancel);
        await session.ExecuteAsync(SetMerged, new { answersSha256 = rows.AnswersSha256, importId = import.Id });
        await ImportAudit.AppendAsync(session, store.Author, import, old?.ImportId);
        return (old is null ? ImportChange.Added : ImportChange.Replaced, old?.ImportId);
    }

    static bool IsThere(Import import, MergedRow? merged) =>
        merged is not null && merged.ImportId == import.Id && merged.AnswersSha256 == import.AnswersSha256();

    static Task<MergedRow?> MergedAsync(Session session, long studyId, FileStamp file) =>
        session.FirstOrDefaultAsync<MergedRow>(Merged, new { StudyId = studyId, file.SourceCode, file.FileName });

    static ImportOutcome Outcome(Import import, ImportChange change) =>
        new(import.Stamp, change, import.File.RowsRead - import.File.RowsRejected, import.File.RowsRejected);

    sealed record MergedRow
    {
        public required long ImportId { get; init; }
        public required string AnswersSha256 { get; init; }
    }
}
