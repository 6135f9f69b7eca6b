using ImpactEval.App.Terminal;
using ImpactEval.Evaluation;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Reporting;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>What left the house: findings with small cells hidden, as a workbook and as JSON.</summary>
sealed record WrittenReport(Findings Findings, string WorkbookPath, string FindingsPath);

/// <summary>Writes the workbook and <c>findings.json</c> of what may leave; each file appears whole or not at all.</summary>
static class WriteReport
{
    const string FindingsName = "findings.json";

    public static async Task<WrittenReport> RunAsync(StudyPlace place, Study study, Findings findings, IProgress<Stage> progress, CancellationToken cancel)
    {
        progress.Report(new Stage("stage.report", 0, 0));
        var leaving = Disclosure.Protect(findings, study.Privacy);
        var workbook = Path.Combine(place.OutputFolder, SponsorWorkbook.CodeOf(study, leaving) + ".xlsx");
        var json = Path.Combine(place.OutputFolder, FindingsName);
        await WriteWholeAsync(workbook, output => SponsorWorkbook.Write(study, leaving, new WorkbookOptions(), output), cancel);
        await WriteWholeAsync(json, output => output.Write(System.Text.Encoding.UTF8.GetBytes(FindingsJson.Write(leaving))), cancel);
        return new WrittenReport(leaving, workbook, json);
    }

    /// <returns>Null when the study was never evaluated.</returns>
    public static async Task<WrittenReport?> OfLatestAsync(StudyPlace place, IProgress<Stage> progress, CancellationToken cancel)
    {
        var study = StudyFile.Read(place.Folder);
        await using var store = new StudyStore(place);
        if (await store.OpenExistingAsync(cancel) is not { } open)
            return null;
        return await new ResultTable(open).LatestAsync(study.Code, cancel) is { } latest
            ? await RunAsync(place, study, FindingsJson.Read(latest), progress, cancel)
            : null;
    }

    /// <remarks>The unfinished file has a name of its own: a second run of the same study must not write into what the first is about to publish.</remarks>
    /// <exception cref="ReportUnwritableException">The place cannot be written to.</exception>
    static async Task WriteWholeAsync(string path, Action<Stream> write, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await WriteAndMoveAsync(path, $"{path}.{Guid.NewGuid():N}.part", write, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ReportUnwritableException(path, failure);
        }
    }

    static async Task WriteAndMoveAsync(string path, string unfinished, Action<Stream> write, CancellationToken cancel)
    {
        try
        {
            await using (var output = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(output);
                await output.FlushAsync(cancel);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }
}
