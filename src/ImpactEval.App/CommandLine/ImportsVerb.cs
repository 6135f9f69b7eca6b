using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Storage;
using ImpactEval.Storage.History;

namespace ImpactEval.App.CommandLine;

/// <summary>
/// <c>impacteval imports STUDY</c>: every version of every file and what became of it. With <c>--result RUN|latest</c> the imports that a result
/// was made from, and with <c>--rows CODE</c> the rows of their files.
/// </summary>
static class ImportsVerb
{
    const string Latest = "latest";

    public static Command Build(CommonOptions options, Messages messages)
    {
        var result = new Option<string?>("--result") { Description = messages["option.result"], HelpName = "RUN|latest" };
        var rows = new Option<string?>("--rows") { Description = messages["option.rows"], HelpName = "CODE" };
        var verb = new Command("imports", messages["verb.imports"]) { options.Study, options.Database, result, rows, options.Json };
        verb.SetAction((parsed, cancel) => StoreVerb.RunAsync(parsed, options, messages, async (place, store) =>
        {
            var study = StudyFile.Read(place.Folder).Code;
            if (parsed.GetValue(result) is null && parsed.GetValue(rows) is null)
                return Show(parsed, await new ImportHistory(store).ListAsync(study, cancel), options, messages);
            if (await RunAsync(store, study, parsed.GetValue(result) ?? Latest, cancel) is { } run)
                return await ShowLineageAsync(parsed, store, run, parsed.GetValue(rows), options, messages, cancel);
            Console.Error.WriteLine(messages.Format("report.nothing", $"impacteval evaluate {place.Folder}"));
            return ExitCode.SourceMissing;
        }, cancel));
        return verb;
    }

    static async Task<string?> RunAsync(Store store, string study, string asked, CancellationToken cancel) =>
        asked == Latest ? await new ResultLineage(store).LatestRunAsync(study, cancel) : asked;

    static async Task<ExitCode> ShowLineageAsync(
        ParseResult parsed, Store store, string run, string? code, CommonOptions options, Messages messages, CancellationToken cancel)
    {
        var lineage = new ResultLineage(store);
        var imports = await lineage.ImportsOfAsync(run, cancel);
        if (imports.Count == 0)
        {
            Console.Error.WriteLine(messages.Format("imports.noResult", run));
            return ExitCode.SourceMissing;
        }
        if (code is null)
            return Show(parsed, imports, options, messages);
        var rows = await lineage.RowsOfAsync(run, code, cancel);
        if (parsed.GetValue(options.Json))
            RecordJson.Write(Console.Out, rows);
        else
            HistoryView.Write(Console.Out, rows, messages);
        return ExitCode.Done;
    }

    static ExitCode Show(ParseResult parsed, IReadOnlyList<StoredImport> imports, CommonOptions options, Messages messages)
    {
        if (parsed.GetValue(options.Json))
            RecordJson.Write(Console.Out, imports);
        else
            HistoryView.Write(Console.Out, imports, messages);
        return ExitCode.Done;
    }
}
