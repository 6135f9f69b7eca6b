using System.CommandLine;
using ImpactEval.App.Terminal;
using ImpactEval.Storage.Backup;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval backup STUDY FILE</c>: store, vault and key in one file, while the store is in use.</summary>
static class BackupVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var file = new Argument<string>("FILE") { Description = messages["argument.backup"] };
        var passphrase = Passphrase.Option(messages);
        var force = new Option<bool>("--force") { Description = messages["option.forceFile"] };
        var verb = new Command("backup", messages["verb.backup"]) { options.Study, file, options.Database, passphrase, force, options.Json };
        verb.SetAction((parsed, cancel) => StoreVerb.RunAsync(parsed, options, messages, async (_, store) =>
        {
            var path = parsed.GetRequiredValue(file);
            var secret = Passphrase.Of(parsed.GetValue(passphrase));
            var manifest = await new BackupArchive(store).WriteAsync(path, secret, parsed.GetValue(force), cancel);
            if (parsed.GetValue(options.Json))
            {
                RecordJson.Write(Console.Out, manifest);
                return ExitCode.Done;
            }
            Console.Out.WriteLine(messages.Format("backup.done", path, manifest.Parts.Sum(part => part.Rows), manifest.ContentSha256));
            Console.Out.WriteLine(messages[secret is null ? "backup.plain" : "backup.sealed"]);
            return ExitCode.Done;
        }, cancel));
        return verb;
    }
}

/// <summary>The passphrase of a backup: from a file or from the environment, never from the command line, which others can see.</summary>
static class Passphrase
{
    const string Variable = "IMPACTEVAL_BACKUP_PASSPHRASE";

    public static Option<string?> Option(Messages messages) => new("--passphrase-file") { Description = messages["option.passphrase"], HelpName = "FILE" };

    /// <returns>Null when neither says one.</returns>
    public static string? Of(string? file) => file is not null
        ? File.ReadAllText(file).TrimEnd('\r', '\n')
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;
}
