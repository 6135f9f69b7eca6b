using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Storage;
using ImpactEval.Storage.Health;
using ImpactEval.Studies;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval doctor [STUDY]</c>: is everything there that the program needs, and is the store sound?</summary>
static class DoctorVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var study = new Argument<string?>("STUDY") { Description = messages["argument.study"], Arity = ArgumentArity.ZeroOrOne };
        var repair = new Option<bool>("--repair") { Description = messages["option.repair"] };
        var verb = new Command("doctor", messages["verb.doctor"]) { study, options.Database, repair, options.Json };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var place = parsed.GetValue(study) is { } folder ? StudyPlace.Of(folder, parsed.GetValue(options.Database), parsed.GetValue(options.Actor)) : null;
            var findings = MachineHealth.Examine(place?.Folder ?? ".").Concat(place is null ? [] : await OfStoreAsync(place, parsed.GetValue(repair), messages, cancel)).ToList();
            if (parsed.GetValue(options.Json))
                RecordJson.Write(Console.Out, findings);
            else
                HealthView.Write(Console.Out, findings, messages);
            return findings.Any(finding => finding.State == HealthState.Broken) ? ExitCode.Infrastructure : ExitCode.Done;
        }));
        return verb;
    }

    /// <summary>A store that cannot be opened is a finding, not a failure of the doctor.</summary>
    static async Task<IReadOnlyList<HealthFinding>> OfStoreAsync(StudyPlace place, bool repair, Messages messages, CancellationToken cancel)
    {
        await using var store = new StudyStore(place);
        try
        {
            if (await store.OpenExistingAsync(cancel) is not { } open)
                return [new HealthFinding(HealthSubject.Database, HealthState.Warning, messages["doctor.noStore"])];
            return [new HealthFinding(HealthSubject.Database, HealthState.Ok, place.StoreLocation is StoreLocation.Folder ? "SQLite" : "PostgreSQL"),
                .. await new StoreHealth(open).ExamineAsync(repair, cancel)];
        }
        catch (StoreUnavailableException broken)
        {
            var subject = broken.Kind is StoreUnavailableKind.VaultKeyMissing or StoreUnavailableKind.VaultKeyForeign ? HealthSubject.VaultKey : HealthSubject.Database;
            return [new HealthFinding(subject, HealthState.Broken, messages[$"store.{Word.Of(broken.Kind)}"])];
        }
    }
}
