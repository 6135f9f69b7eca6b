using ImpactEval.App.Terminal;
using ImpactEval.Ingestion;
using ImpactEval.Language;
using ImpactEval.Storage;
using ImpactEval.Storage.History;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>What the store now holds of the study's files: the study, the files that count, what became of those that were new, and files of the folder
/// that do not come in.</summary>
sealed record ImportedStudy(
    Study Study, IReadOnlyList<FileStamp> Stamps, IReadOnlyDictionary<FileStamp, FileState> States, IReadOnlyDictionary<FileStamp, FileState> LeftOut)
{
    public IReadOnlyList<ImportedFile> Files(IEnumerable<SourceSummary> summaries) =>
    [
        .. summaries.Select(summary => new ImportedFile(States.GetValueOrDefault(summary.Stamp, FileState.Unchanged), summary)),
        .. LeftOut.Select(file => ImportedFile.LeftOut(file.Value, file.Key)),
    ];
}

/// <summary>
/// Brings the store up to the study folder: checks what is new or changed, and stores it only when all of it may be taken. Files are read again while
/// they are stored, so that no more than a few batches of one file are in memory.
/// </summary>
static class ImportStudy
{
    const string Name = "name";

    /// <param name="again">Files that come in although they were undone before: their paths or the last part of them.</param>
    /// <exception cref="BrokenContractException">The study or a file is refused; nothing was stored.</exception>
    public static async Task<ImportedStudy> RunAsync(
        StudyPlace place, StudyStore store, IProgress<Stage> progress, CancellationToken cancel, IReadOnlyCollection<string>? again = null)
    {
        progress.Report(new Stage("stage.study", 0, 0));
        var all = FoundFiles.Find(place);
        var leftOut = await LeftOutAsync(store, all, again ?? [], cancel);
        var found = all with { Files = [.. all.Files.Where(file => !leftOut.ContainsKey(file.Stamp))] };
        var news = found with { Files = await ToReadAsync(store, found, cancel) };
        var files = ReadStudyFiles.Read(news, SourceReader.Check, progress, cancel);

        var open = await store.OpenAsync(cancel);
        var imports = new ImportStore(open);
        var names = NamesIn(found.Study, files);
        var states = new Dictionary<FileStamp, FileState>();
        foreach (var file in files)
        {
            progress.Report(new Stage("stage.store", states.Count, files.Count));
            var outcome = await imports.SaveAsync(found.Study, file, text => PersonalData.Redact(text, names).Value, cancel);
            states[outcome.File] = Word.Parse<FileState>(Word.Of(outcome.Change)) ?? FileState.Unchanged;
        }
        FileStamp[] stamps = [.. found.Files.Select(file => file.Stamp)];
        await MatchStudy.RunAsync(found.Study, stamps, open, cancel);
        return new ImportedStudy(found.Study, stamps, states, leftOut);
    }

    /// <summary>Files of the folder that were undone or have expired: a scheduled import must not bring back what a person took out.</summary>
    static async Task<IReadOnlyDictionary<FileStamp, FileState>> LeftOutAsync(
        StudyStore store, FoundFiles found, IReadOnlyCollection<string> again, CancellationToken cancel)
    {
        if (await store.OpenExistingAsync(cancel) is not { } open)
            return new Dictionary<FileStamp, FileState>();
        var outOfUse = await new ImportHistory(open).OutOfUseAsync(found.Study.Code, cancel);
        return found.Files.Select(file => file.Stamp)
            .Where(file => outOfUse.TryGetValue(file, out var state) && !(state == ImportState.Undone && again.Any(name => IsNamed(file, name))))
            .ToDictionary(file => file, file => outOfUse[file] == ImportState.Undone ? FileState.Undone : FileState.Expired);
    }

    static bool IsNamed(FileStamp file, string name)
    {
        var path = name.Replace('\\', '/');
        return file.FileName == path || file.FileName.EndsWith("/" + path, StringComparison.Ordinal);
    }

    /// <summary>The names by which people may be called in answers, from the files that hold names.</summary>
    static NameList NamesIn(Study study, IReadOnlyList<CheckedFile> files)
    {
        var named = study.Sources.Where(source => source.Columns.Identity.ContainsKey(Name)).Select(source => source.Code).ToHashSet(StringComparer.Ordinal);
        return NameList.Of(files.Where(file => named.Contains(file.Stamp.SourceCode))
            .SelectMany(file => file.Batches)
            .SelectMany(batch => batch.People)
            .Select(person => person.Identity.GetValueOrDefault(Name)).OfType<string>());
    }

    /// <summary>
    /// New and changed files. Names are taken out of answers with the help of the roster, so the roster is read with any new answers,
    /// and the answers again with a new roster: what is stored never depends on the order in which files arrived.
    /// </summary>
    static async Task<IReadOnlyList<StampedFile>> ToReadAsync(StudyStore store, FoundFiles found, CancellationToken cancel)
    {
        var news = await NewsAsync(store, found, cancel);
        var newRoster = news.Any(file => file.File.Source.Kind == SourceKind.Participants);
        bool Helps(Source source) => source.Kind == SourceKind.Participants || (newRoster && source.Answers.Count > 0);
        return news.Count == 0 ? [] : [.. found.Files.Where(file => news.Contains(file) || Helps(file.File.Source))];
    }

    /// <summary>The files that the store does not hold as they are now. A store that is not there yet is not made for the question.</summary>
    static async Task<HashSet<StampedFile>> NewsAsync(StudyStore store, FoundFiles found, CancellationToken cancel)
    {
        if (await store.OpenExistingAsync(cancel) is not { } open)
            return [.. found.Files];
        var imports = new ImportStore(open);
        HashSet<StampedFile> news = [];
        foreach (var file in found.Files)
        {
            if (!await imports.IsCurrentAsync(found.Study, file.Stamp, cancel))
                news.Add(file);
        }
        return news;
    }
}
