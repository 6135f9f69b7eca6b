using ImpactEval.App.Terminal;
using ImpactEval.Evaluation;
using ImpactEval.Reporting;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

sealed record EvaluatedStudy(Study Study, IReadOnlyList<ImportedFile> Imports, Findings Findings);

/// <summary>Imports what is new and evaluates; findings of the same files under the same plan are taken from the store.</summary>
static class EvaluateStudy
{
    public static async Task<EvaluatedStudy> RunAsync(StudyPlace place, IProgress<Stage> progress, CancellationToken cancel)
    {
        var imported = await ImportStudy.RunAsync(place, progress, cancel);
        await using var store = await Store.OpenAsync(place.StoreLocation, cancel);
        var results = new ResultTable(store);
        var run = RunStamp.Of(imported.Study, imported.Stamps);

        progress.Report(new Stage("stage.evaluate", 0, 0));
        var kept = await results.FindAsync(new ResultKey(run.StudyCode, run.InputSha256, run.PlanSha256, run.EngineVersion, run.Seed), cancel);
        var findings = kept is null ? await EvaluateAsync(store, imported, cancel) : FindingsJson.Read(kept);
        await results.SaveAsync(findings.Run, kept ?? FindingsJson.Write(findings), cancel);
        return new EvaluatedStudy(imported.Study, imported.Files, findings);
    }

    static async Task<Findings> EvaluateAsync(Store store, ImportedStudy imported, CancellationToken cancel)
    {
        var dataset = await new DatasetReader(store).LoadAsync(imported.Study, [.. imported.Stamps], cancel);
        return Evaluator.Evaluate(dataset, imported.Study.Design);
    }
}
