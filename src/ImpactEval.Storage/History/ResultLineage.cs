namespace ImpactEval.Storage.History;

/// <summary>From a result back to the imports, files and rows it was made from.</summary>
public sealed class ResultLineage(Store store)
{
    const string ImportsOfRun = $"""
        SELECT {ImportHistory.Columns}
        FROM result_import r JOIN import_file f ON f.import_id = r.import_id
        WHERE r.run_id = @runId
        ORDER BY f.source_code, f.file_name
        """;

    const string RunsOfImport = "SELECT run_id FROM result_import WHERE import_id = @importId ORDER BY run_id";

    const string LatestRun = "SELECT latest_run_id FROM study WHERE study_id = @studyId";

    const string AssessedRows = """
        SELECT a.source_row AS Row, v.code AS Code, a.wave AS Wave
        FROM assessment a JOIN instrument_version v ON v.version_id = a.version_id
        WHERE a.import_id = @importId
        ORDER BY a.source_row, v.code, a.wave
        """;

    const string AnsweredRows = """
        SELECT source_row AS Row, question AS Code, wave AS Wave FROM answer_text WHERE import_id = @importId ORDER BY source_row, question, wave
        """;

    /// <summary>The run whose findings are the latest of the study, or null.</summary>
    public Task<string?> LatestRunAsync(string studyCode, CancellationToken cancel) => store.Records.ReadAsync(
        session => session.FirstOrDefaultAsync<string>(LatestRun, new { studyId = Import.IdOfStudy(studyCode) }), cancel);

    /// <summary>The imports that a run was made from. One that was undone or replaced since is told with its present state.</summary>
    public Task<IReadOnlyList<StoredImport>> ImportsOfAsync(string runId, CancellationToken cancel) =>
        store.Records.ReadAsync<IReadOnlyList<StoredImport>>(
            async session => [.. (await session.QueryAsync<HistoryRow>(ImportsOfRun, new { runId })).Select(row => row.ToImport(told: null))], cancel);

    public Task<IReadOnlyList<string>> RunsOfAsync(long importId, CancellationToken cancel) => store.Records.ReadAsync(
        session => session.QueryAsync<string>(RunsOfImport, new { importId }), cancel);

    /// <summary>The rows of the files that a finding on this instrument or question rests on, without saying who stands in them.</summary>
    /// <param name="code">Code of an instrument or an open question; null for all.</param>
    public async Task<IReadOnlyList<SourceRow>> RowsOfAsync(string runId, string? code, CancellationToken cancel)
    {
        var imports = await ImportsOfAsync(runId, cancel);
        return await store.Records.ReadAsync<IReadOnlyList<SourceRow>>(
            async session =>
            {
                var rows = new List<SourceRow>();
                foreach (var import in imports)
                {
                    var parameters = new { importId = import.ImportId };
                    var found = (await session.QueryAsync<RowPlace>(AssessedRows, parameters)).Concat(await session.QueryAsync<RowPlace>(AnsweredRows, parameters));
                    rows.AddRange(found.Where(row => code is null || row.Code == code)
                        .Select(row => new SourceRow(import.ImportId, import.File.FileName, import.File.Sha256, row.Row, row.Code, row.Wave)));
                }
                return rows;
            },
            cancel);
    }

    sealed record RowPlace
    {
        public required int Row { get; init; }
        public required string Code { get; init; }
        public required string Wave { get; init; }
    }
}
