using ImpactEval.Ingestion.Matching;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>Finds out who is whom among the people of a study's files, under the decisions taken so far, and keeps it in the vault.</summary>
static class MatchStudy
{
    public static async Task<IReadOnlyList<MatchedPair>> RunAsync(Study study, IReadOnlyCollection<FileStamp> files, Store store, CancellationToken cancel)
    {
        if (study.Matching is not { } plan)
            return [];
        var table = new MatchTable(store);
        var pairs = StudyMatching.Of(plan, await table.PeopleAsync(study, files, cancel), await table.DecisionsAsync(study, cancel));
        await table.SaveAsync(study, pairs, cancel);
        return pairs;
    }
}
