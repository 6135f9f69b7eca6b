using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Storage;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval import STUDY</c>: the study's files into the store, each whole or not at all.</summary>
static class ImportVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var again = new Option<string[]>("--again") { Description = messages["option.again"], HelpName = "FILE" };
        var verb = new Command("import", messages["verb.import"]) { options.Study, options.Database, again, options.Json, options.MaximumWarnings };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var place = StudyPlace.Of(parsed, options);
            await using var store = new StudyStore(place);
            await using var progress = StageProgress.Start(messages);
            var imported = await ImportStudy.RunAsync(place, store, progress, cancel, parsed.GetValue(again));
            var summaries = await new DatasetReader(await store.OpenAsync(cancel)).SummariesAsync(imported.Study, imported.Stamps, cancel);
            var files = imported.Files(summaries);
            await progress.DisposeAsync();
            if (parsed.GetValue(options.Json))
                ImportJson.Write(Console.Out, files);
            else
                ImportView.Write(Console.Out, files, messages);
            return VerbRunner.Judge(files, parsed.GetValue(options.MaximumWarnings), messages);
        }));
        return verb;
    }
}
