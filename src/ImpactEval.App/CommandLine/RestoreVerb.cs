using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Storage.Backup;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval restore FILE STUDY</c>: makes the study's store of a backup, in whatever database.</summary>
static class RestoreVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var file = new Argument<string>("FILE") { Description = messages["argument.backup"] };
        var passphrase = Passphrase.Option(messages);
        var force = new Option<bool>("--force") { Description = messages["option.forceStore"] };
        var verb = new Command("restore", messages["verb.restore"]) { file, options.Study, options.Database, passphrase, force, options.Json };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                Console.Error.WriteLine(messages.Format("restore.noFile", path));
                return ExitCode.SourceMissing;
            }
            var place = StudyPlace.Of(parsed, options);
            var manifest = await StoreRestore.RunAsync(
                path, Passphrase.Of(parsed.GetValue(passphrase)), place.StoreLocation, place.Author, parsed.GetValue(force), cancel);
            if (parsed.GetValue(options.Json))
                RecordJson.Write(Console.Out, manifest);
            else
                Console.Out.WriteLine(messages.Format("restore.done", manifest.CreatedAt, manifest.Parts.Sum(part => part.Rows), manifest.ContentSha256));
            return ExitCode.Done;
        }));
        return verb;
    }
}
