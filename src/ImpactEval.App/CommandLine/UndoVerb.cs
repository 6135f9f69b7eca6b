using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Storage.History;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval undo STUDY FILE|IMPORT</c>: takes a whole import out again.</summary>
static class UndoVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var wanted = new Argument<string>("FILE|IMPORT") { Description = messages["argument.import"] };
        var verb = new Command("undo", messages["verb.undo"]) { options.Study, wanted, options.Database, options.Json };
        verb.SetAction((parsed, cancel) => StoreVerb.RunAsync(parsed, options, messages, async (place, store) =>
        {
            var history = new ImportHistory(store);
            var study = StudyFile.Read(place.Folder).Code;
            var found = await history.FindAsync(study, parsed.GetRequiredValue(wanted), cancel);
            if (found.Count != 1)
                return NotOne(parsed.GetRequiredValue(wanted), found, messages);
            if (await history.UndoAsync(study, found[0].ImportId, cancel) is not { } outcome)
                return NotOne(parsed.GetRequiredValue(wanted), [], messages);
            if (parsed.GetValue(options.Json))
                RecordJson.Write(Console.Out, outcome);
            else
                HistoryView.Write(Console.Out, outcome, messages);
            return ExitCode.Done;
        }, cancel));
        return verb;
    }

    static ExitCode NotOne(string wanted, IReadOnlyList<StoredImport> found, Messages messages)
    {
        Console.Error.WriteLine(messages.Format(found.Count == 0 ? "undo.nothing" : "undo.several", wanted));
        HistoryView.Write(Console.Error, found, messages);
        return found.Count == 0 ? ExitCode.SourceMissing : ExitCode.Usage;
    }
}
