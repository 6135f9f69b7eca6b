using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Storage;

namespace ImpactEval.App.CommandLine;

/// <summary>What the verbs have in common that work on the store a study already has.</summary>
static class StoreVerb
{
    /// <summary>Opens the study's store and runs the verb on it; a study that was never imported has none and gets none.</summary>
    public static Task<int> RunAsync(
        ParseResult parsed, CommonOptions options, Messages messages, Func<StudyPlace, Store, Task<ExitCode>> verb, CancellationToken cancel) =>
        VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var place = StudyPlace.Of(parsed, options);
            _ = StudyFile.Read(place.Folder);
            await using var store = new StudyStore(place);
            if (await store.OpenExistingAsync(cancel) is { } open)
                return await verb(place, open);
            Console.Error.WriteLine(messages.Format("store.none", $"impacteval import {place.Folder}"));
            return ExitCode.SourceMissing;
        });
}
