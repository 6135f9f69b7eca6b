using System.Security.Cryptography;
using ImpactEval.App.Terminal;
using ImpactEval.Ingestion;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>A study and the files its sources find in its folder, each with the fingerprint of its bytes.</summary>
sealed record FoundFiles(Study Study, IReadOnlyList<StampedFile> Files)
{
    /// <exception cref="BrokenContractException">The study file is wrong, or a declared source has no file; all of it is told at once.</exception>
    public static FoundFiles Find(StudyPlace place)
    {
        var study = StudyFile.Read(place.Folder);
        List<ContractProblem> problems = [];
        List<StampedFile> files = [];
        foreach (var source in study.Sources)
        {
            try
            {
                files.AddRange(SourceFiles.Find(place.Folder, source).Select(StampedFile.Of));
            }
            catch (BrokenContractException broken)
            {
                problems.AddRange(broken.Problems);
            }
        }
        return problems.Count == 0 ? new FoundFiles(study, files) : throw new BrokenContractException(problems);
    }
}

sealed record StampedFile(SourceFile File, FileStamp Stamp)
{
    public static StampedFile Of(SourceFile file)
    {
        using var content = System.IO.File.OpenRead(file.FullPath);
        return new StampedFile(file, new FileStamp(file.Source.Code, file.Name, Convert.ToHexStringLower(SHA256.HashData(content))));
    }
}

/// <summary>Reads and checks files without storing anything.</summary>
static class ReadStudyFiles
{
    /// <summary>Every file of the study with all of its problems, also where there are too many of them for an import.</summary>
    public static (Study Study, IReadOnlyList<CheckedFile> Files) Run(StudyPlace place, IProgress<Stage> progress, CancellationToken cancel)
    {
        progress.Report(new Stage("stage.study", 0, 0));
        var found = FoundFiles.Find(place);
        return (found.Study, Read(found, SourceReader.Examine, progress, cancel));
    }

    /// <exception cref="BrokenContractException">Files that must be refused, all of them told at once.</exception>
    public static IReadOnlyList<CheckedFile> Read(FoundFiles found, Func<Study, SourceFile, CheckedFile> reader, IProgress<Stage> progress, CancellationToken cancel)
    {
        var files = found.Files;
        var records = new CheckedFile?[files.Count];
        var problems = new IReadOnlyList<ContractProblem>[files.Count];
        var done = 0;
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            try
            {
                records[i] = reader(found.Study, files[i].File);
                problems[i] = [];
            }
            catch (BrokenContractException broken)
            {
                problems[i] = broken.Problems;
            }
            progress.Report(new Stage("stage.read", Interlocked.Increment(ref done), files.Count));
        });
        var all = problems.SelectMany(found => found).ToArray();
        return all.Length == 0 ? [.. records.OfType<CheckedFile>()] : throw new BrokenContractException(all);
    }
}
