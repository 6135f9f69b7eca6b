using System.Globalization;
using ImpactEval.App.Terminal;
using ImpactEval.Evaluation;
using ImpactEval.Ingestion.StudyFiles;
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
        await using var store = new StudyStore(place);
        var imported = await ImportStudy.RunAsync(place, store, progress, cancel);
        var open = await store.OpenAsync(cancel);
        var dataset = await new DatasetReader(open).LoadAsync(imported.Study, imported.Stamps, cancel);
        RequireReview(dataset);
        var results = new ResultTable(open);
        FileStamp[] used = [.. dataset.Sources.Select(source => source.Stamp)];
        var run = RunStamp.Of(dataset.Study, used, dataset.Matches, dataset.ErasedRows);

        progress.Report(new Stage("stage.evaluate", 0, 0));
        var kept = await results.FindAsync(run.RunId, cancel);
        var findings = kept is null ? Evaluator.Evaluate(dataset, dataset.Study.Design) : FindingsJson.Read(kept);
        // A result that was found becomes the latest again: files may have gone back to an earlier state.
        await results.SaveAsync(run, used, kept ?? FindingsJson.Write(findings), cancel);
        return new EvaluatedStudy(dataset.Study, imported.Files(dataset.Sources), findings);
    }

    /// <exception cref="BrokenContractException">The plan wants every doubtful pair decided first, and some are not.</exception>
    static void RequireReview(StudyDataset dataset)
    {
        var open = dataset.Matches.Count(pair => !pair.IsLinked);
        if (dataset.Study.Matching is { Review: MatchReview.Required } && open > 0)
            throw new BrokenContractException([new ContractProblem(ContractProblemKind.MatchReviewPending, StudyFile.Name, Found: open.ToString(CultureInfo.InvariantCulture))]);
    }
}
