using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>Reads back all that an evaluation may know of a study, in the order of source, file name and row.</summary>
public sealed class DatasetReader(Store store)
{
    /// <summary>The dataset of all files that the store holds of the study's declared sources.</summary>
    /// <exception cref="InvalidOperationException">A file was stored under another declaration and must be imported again first.</exception>
    public Task<StudyDataset> LoadAsync(Study study, CancellationToken cancel) =>
        LoadAsync(study, imports => [.. imports.Where(import => FileOrder.IsDeclared(study, import.Stamp))], cancel);

    /// <summary>The dataset of exactly these files, e.g. those the study folder holds now: a file that left the folder no longer counts.</summary>
    /// <exception cref="InvalidOperationException">A file is not in the store, or only under another content or declaration.</exception>
    public Task<StudyDataset> LoadAsync(Study study, IReadOnlyCollection<FileStamp> files, CancellationToken cancel) =>
        LoadAsync(study, imports => Chosen(imports, files), cancel);

    /// <summary>What became of each of these files, in order, without reading their rows; what files say twice of one person shows only in a dataset.</summary>
    /// <exception cref="InvalidOperationException">A file is not in the store, or only under another content.</exception>
    public Task<IReadOnlyList<SourceSummary>> SummariesAsync(Study study, IReadOnlyCollection<FileStamp> files, CancellationToken cancel) =>
        store.Records.ReadAsync<IReadOnlyList<SourceSummary>>(async session =>
        {
            var studyId = Import.IdOfStudy(study.Code);
            var problems = await DatasetRows.ProblemsAsync(session, studyId);
            return
            [
                .. Chosen(await DatasetRows.ImportsAsync(session, studyId), files)
                    .OrderBy(import => import.Stamp, new FileOrder(study))
                    .Select(import => import.ToSummary([.. problems[import.ImportId].Select(row => row.ToCount()).OrderBy(problem => problem.Kind).ThenBy(problem => problem.Rejects)])),
            ];
        }, cancel);

    /// <summary>The files that the store holds of the study's declared sources, in order.</summary>
    public Task<IReadOnlyList<FileStamp>> FilesAsync(Study study, CancellationToken cancel) => store.Records.ReadAsync<IReadOnlyList<FileStamp>>(
        async session => [.. (await DatasetRows.ImportsAsync(session, Import.IdOfStudy(study.Code)))
            .Select(import => import.Stamp)
            .Where(file => FileOrder.IsDeclared(study, file))
            .OrderBy(file => file, new FileOrder(study))],
        cancel);

    async Task<StudyDataset> LoadAsync(Study study, Func<IReadOnlyList<ImportRow>, IReadOnlyList<ImportRow>> choose, CancellationToken cancel)
    {
        var studyId = Import.IdOfStudy(study.Code);
        var pairs = study.Matching is null ? [] : await new MatchTable(store).PairsAsync(study, cancel);
        return await store.Records.ReadAsync(async session =>
        {
            var chosen = choose(await DatasetRows.ImportsAsync(session, studyId)).OrderBy(import => import.Stamp, new FileOrder(study)).ToList();
            RefuseStale(study, chosen);
            return new DatasetAssembly(study, (await DatasetRows.ReadAsync(session, studyId)).Linked(pairs)).Of(chosen) with { Matches = pairs };
        }, cancel);
    }

    static IReadOnlyList<ImportRow> Chosen(IReadOnlyList<ImportRow> imports, IReadOnlyCollection<FileStamp> files)
    {
        var stored = imports.ToDictionary(import => import.Stamp);
        return [.. files.Select(file => stored.GetValueOrDefault(file)
            ?? throw new InvalidOperationException($"{file.FileName} of source {file.SourceCode} is not in the store with this content; import it first."))];
    }

    static void RefuseStale(Study study, IReadOnlyList<ImportRow> imports)
    {
        var mappings = imports.Select(import => import.SourceCode).Distinct()
            .ToDictionary(source => source, source => MappingFingerprint.Of(study, Import.SourceOf(study, source)));
        foreach (var import in imports)
        {
            if (import.MappingSha256 != mappings[import.SourceCode])
                throw new InvalidOperationException($"{import.FileName} was stored under another declaration of source {import.SourceCode}; import it again first.");
        }
    }
}
