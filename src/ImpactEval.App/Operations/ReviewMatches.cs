using ImpactEval.Ingestion;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>A verdict of an officer on a pair; null takes an earlier one back.</summary>
sealed record OfficerVerdict(string PairId, MatchVerdict? Verdict, int? Row = null);

/// <summary>Shows the pairs of a study and takes decisions on them, without reading a file of the study again.</summary>
static class ReviewMatches
{
    public static async Task<(Study Study, IReadOnlyList<PairToReview> Pairs)> LoadAsync(StudyPlace place, CancellationToken cancel)
    {
        var study = StudyFile.Read(place.Folder);
        await using var store = new StudyStore(place);
        return await store.OpenExistingAsync(cancel) is { } open ? (study, await PairsAsync(study, open, cancel)) : (study, []);
    }

    /// <summary>Takes all verdicts or none, and computes again who is whom.</summary>
    /// <param name="from">File that the verdicts stand in, or the study folder.</param>
    /// <returns>Pairs still in doubt.</returns>
    /// <exception cref="BrokenContractException">There is no pair of that name, or nothing to take back.</exception>
    public static async Task<int> DecideAsync(
        StudyPlace place, IReadOnlyList<OfficerVerdict> verdicts, string from, string decidedBy, TimeProvider clock, CancellationToken cancel)
    {
        var study = StudyFile.Read(place.Folder);
        await using var store = new StudyStore(place);
        var open = await store.OpenExistingAsync(cancel);
        IReadOnlyList<PairToReview> pairs = open is null ? [] : await PairsAsync(study, open, cancel);
        var known = pairs.ToDictionary(pair => pair.PairId, StringComparer.OrdinalIgnoreCase);
        var unknown = verdicts.Where(verdict => !known.TryGetValue(verdict.PairId, out var pair) || (verdict.Verdict is null && pair.Verdict is null));
        ContractProblem[] problems =
        [
            .. unknown.Select(verdict => new ContractProblem(ContractProblemKind.UnknownReference, from, verdict.Row, verdict.PairId,
                Nearest: NearestWord.To(verdict.PairId.ToUpperInvariant(), known.Keys))),
        ];
        if (problems.Length > 0)
            throw new BrokenContractException(problems);
        if (open is null)
            return 0;
        var table = new MatchTable(open);
        var news = verdicts.Where(verdict => known[verdict.PairId].Verdict?.Verdict != verdict.Verdict).ToArray();
        await table.DecideAsync(study, [.. news.Select(verdict => (known[verdict.PairId].Pair, verdict.Verdict))], decidedBy, clock.GetUtcNow(), cancel);
        var matched = await MatchStudy.RunAsync(study, await new DatasetReader(open).FilesAsync(study, cancel), open, cancel);
        return matched.Count(pair => !pair.IsLinked);
    }

    static async Task<IReadOnlyList<PairToReview>> PairsAsync(Study study, Store open, CancellationToken cancel) =>
        await new MatchTable(open).ReviewAsync(study, await new DatasetReader(open).FilesAsync(study, cancel), cancel);
}
