using ImpactEval.Evaluation;
using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>Findings as JSON text, each kept once under its run, which stands for all it was made from, and never changed.</summary>
public sealed class ResultTable(Store store)
{
    const string LatestOfStudy = "SELECT r.body FROM study s JOIN result r ON r.run_id = s.latest_run_id WHERE s.study_id = @studyId";

    const string OfRun = "SELECT body FROM result WHERE run_id = @runId";

    const string SetLatest = "UPDATE study SET latest_run_id = @runId WHERE study_id = @studyId";

    const string MergedStamps = """
        SELECT import_id AS ImportId, source_code AS SourceCode, file_name AS FileName, sha256 AS Sha256
        FROM import_file
        WHERE study_id = @studyId AND state = 'merged'
        ORDER BY import_id
        """;

    static readonly Target MadeFrom = new("result_import", "run_id", "import_id");

    static readonly Target Result = new("result", "run_id", "study_id", "input_sha256", "plan_sha256", "engine_version", "seed", "body");

    /// <returns>The findings of this run (<see cref="RunStamp.RunId"/>), or null when none were saved.</returns>
    public Task<string?> FindAsync(string runId, CancellationToken cancel) => store.Records.ReadAsync(
        session => session.FirstOrDefaultAsync<string>(OfRun, new { runId }), cancel);

    /// <summary>
    /// Keeps findings and makes them the latest of their study. For findings that are there already only the latter is done:
    /// a study whose files went back to an earlier state has its earlier findings as the latest again.
    /// </summary>
    /// <param name="files">The files that the findings were made from; those of them that the store holds are kept as the result's lineage.</param>
    /// <exception cref="InvalidOperationException">The same run was saved with other findings: the engine is not deterministic.</exception>
    public Task SaveAsync(RunStamp run, IReadOnlyCollection<FileStamp> files, string findingsJson, CancellationToken cancel)
    {
        var studyId = Import.IdOfStudy(run.StudyCode);
        return store.Records.WriteAsync(async session =>
        {
            await Dialect.LockAsync(session, studyId);
            await DeclaredRows.AddStudyAsync(session, run.StudyCode);
            var kept = await session.FirstOrDefaultAsync<string>(OfRun, new { runId = run.RunId });
            if (kept is not null && kept != findingsJson)
                throw new InvalidOperationException($"Run {run.RunId} was saved before with other findings.");
            if (kept is null)
                await BulkInsert.AddAsync(session, Result, [[run.RunId, studyId, run.InputSha256, run.PlanSha256, run.EngineVersion, Text(run.Seed), findingsJson]]);
            await BulkInsert.AddMissingAsync(session, MadeFrom, "run_id, import_id", [.. await LinksAsync(session, run.RunId, studyId, files)]);
            return await session.ExecuteAsync(SetLatest, new { studyId, runId = run.RunId });
        }, cancel);
    }

    /// <returns>The findings that were saved or confirmed last, or null.</returns>
    public Task<string?> LatestAsync(string studyCode, CancellationToken cancel) => store.Records.ReadAsync(
        session => session.FirstOrDefaultAsync<string>(LatestOfStudy, new { studyId = Import.IdOfStudy(studyCode) }), cancel);

    static async Task<IEnumerable<object?[]>> LinksAsync(Session session, string runId, long studyId, IReadOnlyCollection<FileStamp> files)
    {
        var used = files.ToHashSet();
        var merged = await session.QueryAsync<StampRow>(MergedStamps, new { studyId });
        return merged.Where(row => used.Contains(new FileStamp(row.SourceCode, row.FileName, row.Sha256))).Select(row => new object?[] { runId, row.ImportId });
    }

    sealed record StampRow
    {
        public required long ImportId { get; init; }
        public required string SourceCode { get; init; }
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
    }

    static string Text(ulong seed) => seed.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
