using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval report STUDY</c>: the workbook of the latest findings, without reading files again.</summary>
static class ReportVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var verb = new Command("report", messages["verb.report"]) { options.Study, options.Output, options.Database };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var place = StudyPlace.Of(parsed, options);
            await using var progress = StageProgress.Start(messages);
            var report = await WriteReport.OfLatestAsync(place, progress, cancel);
            await progress.DisposeAsync();
            if (report is null)
            {
                Console.Error.WriteLine(messages.Format("report.nothing", $"impacteval evaluate {place.Folder}"));
                return ExitCode.SourceMissing;
            }
            Console.Out.WriteLine(messages.Format("done.workbook", report.WorkbookPath));
            Console.Out.WriteLine(messages.Format("done.findings", report.FindingsPath));
            return ExitCode.Done;
        }));
        return verb;
    }
}
