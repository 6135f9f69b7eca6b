using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval check STUDY</c>: reads everything, says what was assumed and what is wrong, stores nothing.</summary>
static class CheckVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var verb = new Command("check", messages["verb.check"]) { options.Study, options.Json, options.MaximumWarnings };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            await using var progress = StageProgress.Start(messages);
            var read = ReadStudyFiles.Run(StudyPlace.Of(parsed, options), progress, cancel);
            await progress.DisposeAsync();
            var files = read.Files.Select(ImportedFile.Checked).ToArray();
            if (parsed.GetValue(options.Json))
                ImportJson.Write(Console.Out, files);
            else
                CheckView.Write(Console.Out, read.Files, messages);
            return VerbRunner.Judge(files, parsed.GetValue(options.MaximumWarnings), messages);
        }));
        return verb;
    }
}
