using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Reporting;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval evaluate STUDY</c>: files → store → findings → workbook, and the main findings on the screen.</summary>
static class EvaluateVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var verb = new Command("evaluate", messages["verb.evaluate"]) { options.Study, options.Output, options.Database, options.Json, options.MaximumWarnings };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var place = StudyPlace.Of(parsed, options);
            await using var progress = StageProgress.Start(messages);
            var outcome = await EvaluateStudy.RunAsync(place, progress, cancel);
            var report = await WriteReport.RunAsync(place, outcome.Study, outcome.Findings, progress, cancel);
            await progress.DisposeAsync();

            if (parsed.GetValue(options.Json))
            {
                Console.Out.Write(FindingsJson.Write(report.Findings));
            }
            else
            {
                ImportView.Write(Console.Out, outcome.Imports, messages);
                FindingsView.Write(Console.Out, outcome.Study, report.Findings, messages);
                Console.Out.WriteLine(messages.Format("done.workbook", report.WorkbookPath));
                Console.Out.WriteLine(messages.Format("done.findings", report.FindingsPath));
            }
            return VerbRunner.Judge(outcome.Imports, parsed.GetValue(options.MaximumWarnings), messages);
        }));
        return verb;
    }
}
