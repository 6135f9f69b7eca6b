using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Storage.Audit;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval audit list|verify STUDY</c>: who changed what and when, and whether the log is whole.</summary>
static class AuditVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var verb = new Command("audit", messages["verb.audit"]) { List(options, messages), Verify(options, messages) };
        // Without an action the help says which there are.
        verb.SetAction(parsed => new HelpTextAction(messages).Invoke(parsed));
        return verb;
    }

    static Command List(CommonOptions options, Messages messages)
    {
        var action = new Command("list", messages["verb.audit.list"]) { options.Study, options.Database, options.Json };
        action.SetAction((parsed, cancel) => StoreVerb.RunAsync(parsed, options, messages, async (place, store) =>
        {
            var entries = await new AuditLog(store).ListAsync(StudyFile.Read(place.Folder).Code, cancel);
            if (parsed.GetValue(options.Json))
                RecordJson.Write(Console.Out, entries.Select(AuditView.ForPrograms));
            else
                AuditView.Write(Console.Out, entries, messages);
            return ExitCode.Done;
        }, cancel));
        return action;
    }

    static Command Verify(CommonOptions options, Messages messages)
    {
        var head = new Option<string?>("--head") { Description = messages["option.head"], HelpName = "SHA256" };
        var action = new Command("verify", messages["verb.audit.verify"]) { options.Study, options.Database, head, options.Json };
        action.SetAction((parsed, cancel) => StoreVerb.RunAsync(parsed, options, messages, async (_, store) =>
        {
            var verdict = await new AuditLog(store).VerifyAsync(parsed.GetValue(head), cancel);
            if (parsed.GetValue(options.Json))
                RecordJson.Write(Console.Out, verdict);
            else
                AuditView.Write(verdict.Break == AuditBreak.None ? Console.Out : Console.Error, verdict, messages);
            return verdict.Break == AuditBreak.None ? ExitCode.Done : ExitCode.Infrastructure;
        }, cancel));
        return action;
    }
}
