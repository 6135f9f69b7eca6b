using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Storage.Erasure;
using ImpactEval.Studies;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval erase STUDY PERSON_CODE</c>, or <c>--expired</c>: takes people out, with a proof.</summary>
static class EraseVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var person = new Argument<string?>("PERSON_CODE") { Description = messages["argument.person"], Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string>("--reason") { Description = messages["option.reason"], HelpName = string.Join('|', Reasons) };
        reason.AcceptOnlyFromAmong([.. Reasons]);
        var expired = new Option<bool>("--expired") { Description = messages["option.expired"] };
        var rehearse = new Option<bool>("--dry-run") { Description = messages["option.dryRun"] };
        var verb = new Command("erase", messages["verb.erase"]) { options.Study, person, options.Database, reason, expired, rehearse, options.Json };
        verb.SetAction((parsed, cancel) =>
        {
            var code = parsed.GetValue(person);
            // Either one person or what is overdue, never both and never neither.
            if (code is null == parsed.GetValue(expired))
                return StoreVerb.RunAsync(parsed, options, messages, (place, store) => code is null
                    ? ExpireAsync(parsed, place, new Retention(store), parsed.GetValue(rehearse), options, messages, cancel)
                    : EraseAsync(parsed, place, new PersonErasure(store), code, Word.Parse<ErasureReason>(parsed.GetValue(reason) ?? "") ?? ErasureReason.Request, options, messages, cancel), cancel);
            Console.Error.WriteLine(messages["erase.whom"]);
            return Task.FromResult((int)ExitCode.Usage);
        });
        return verb;
    }

    /// <summary>Retention is what <c>--expired</c> does.</summary>
    static IEnumerable<string> Reasons => Word.All<ErasureReason>().Where(reason => reason != Word.Of(ErasureReason.Retention));

    static async Task<ExitCode> EraseAsync(
        ParseResult parsed, StudyPlace place, PersonErasure erasure, string code, ErasureReason reason, CommonOptions options, Messages messages, CancellationToken cancel)
    {
        var study = StudyFile.Read(place.Folder);
        if (await erasure.EraseAsync(study.Programme.Sponsor.Code, code, reason, cancel) is not { } proof)
        {
            Console.Error.WriteLine(messages.Format("erase.nobody", study.Programme.Sponsor.Code));
            return ExitCode.SourceMissing;
        }
        if (parsed.GetValue(options.Json))
            RecordJson.Write(Console.Out, new { Entry = AuditView.ForPrograms(proof.Entry), proof.Counts, proof.Wiped, proof.Files });
        else
            ErasureView.Write(Console.Out, study, proof, messages);
        return proof.Wiped ? ExitCode.Done : ExitCode.TooManyWarnings;
    }

    static async Task<ExitCode> ExpireAsync(
        ParseResult parsed, StudyPlace place, Retention retention, bool rehearse, CommonOptions options, Messages messages, CancellationToken cancel)
    {
        var outcome = await retention.ExpireAsync(StudyFile.Read(place.Folder), rehearse, cancel);
        if (parsed.GetValue(options.Json))
            RecordJson.Write(Console.Out, outcome);
        else
            ErasureView.Write(Console.Out, outcome, rehearse, messages);
        return ExitCode.Done;
    }
}
