using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Storage.Distribution;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval migrate STUDY</c>: brings the schema forward, and with <c>--distributed</c> spreads the large tables over a cluster.</summary>
static class MigrateVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var distributed = new Option<bool>("--distributed") { Description = messages["option.distributed"] };
        var verb = new Command("migrate", messages["verb.migrate"]) { options.Study, options.Database, distributed, options.Json };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var place = StudyPlace.Of(parsed, options);
            _ = StudyFile.Read(place.Folder);
            await using var store = new StudyStore(place);
            // Opening goes through the missing steps.
            var cluster = new ClusterStore(await store.OpenAsync(cancel));
            var report = parsed.GetValue(distributed) ? await cluster.DistributeAsync(cancel) : await cluster.ReportAsync(cancel);
            if (parsed.GetValue(options.Json))
            {
                RecordJson.Write(Console.Out, report);
                return ExitCode.Done;
            }
            Console.Out.WriteLine(messages.Format("migrate.done", report.RecordsStep, report.VaultStep));
            if (report.DistributedTables.Count > 0)
                Console.Out.WriteLine(messages.Format("migrate.distributed", string.Join(", ", report.DistributedTables)));
            return ExitCode.Done;
        }));
        return verb;
    }
}
