using ImpactEval.App.Terminal;
using ImpactEval.Ingestion;
using ImpactEval.Language;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>What the store now holds of the study's files, and what became of each.</summary>
sealed record ImportedStudy(StudyDataset Dataset, IReadOnlyList<ImportedFile> Files);

/// <summary>
/// Brings the store up to the study folder: reads what is new or changed, and stores it only when all of it may be taken.
/// </summary>
static class ImportStudy
{
    const string Name = "name";

    public static async Task<ImportedStudy> RunAsync(StudyPlace place, StudyStore store, IProgress<Stage> progress, CancellationToken cancel)
    {
        progress.Report(new Stage("stage.study", 0, 0));
        var found = FoundFiles.Find(place);
        var news = found with { Files = await ToReadAsync(store, found, cancel) };
        var read = ReadStudyFiles.Read(news, SourceReader.Read, progress, cancel);

        var open = await store.OpenAsync(cancel);
        var imports = new ImportStore(open);
        var names = NameList.Of(read.SelectMany(file => file.People).Select(person => person.Identity.GetValueOrDefault(Name)).OfType<string>());
        var states = new Dictionary<FileStamp, FileState>();
        foreach (var file in read)
        {
            progress.Report(new Stage("stage.store", states.Count, read.Count));
            string[] redacted = [.. file.Answers.Select(answer => PersonalData.Redact(answer.Text, names).Value)];
            var outcome = await imports.SaveAsync(found.Study, file, redacted, cancel);
            states[outcome.File] = Word.Parse<FileState>(Word.Of(outcome.Change)) ?? FileState.Unchanged;
        }

        FileStamp[] stamps = [.. found.Files.Select(file => file.Stamp)];
        await MatchStudy.RunAsync(found.Study, stamps, open, cancel);
        var dataset = await new DatasetReader(open).LoadAsync(found.Study, stamps, cancel);
        var files = dataset.Sources.Select(source => new ImportedFile(states.GetValueOrDefault(source.Stamp, FileState.Unchanged), source));
        return new ImportedStudy(dataset, [.. files]);
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
