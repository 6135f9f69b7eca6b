using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>What became of a file.</summary>
public enum FileState { Checked, Added, Replaced, Unchanged }

/// <summary>One file of the study after this run.</summary>
public sealed record ImportedFile(FileState State, SourceSummary Summary)
{
    public IReadOnlyList<ProblemCount> Problems => Summary.Problems;

    public static ImportedFile Checked(FileRecords file) => new(FileState.Checked, SummaryOf(file));

    public static SourceSummary SummaryOf(FileRecords file) => new(
        file.SourceCode,
        file.FileName,
        file.Sha256,
        file.Layout,
        file.RowsRead,
        file.RowsRead - file.RowsRejected,
        file.RowsRejected,
        [
            .. file.Problems
                .GroupBy(problem => (problem.Kind, problem.Rejects))
                .OrderBy(kind => kind.Key.Kind)
                .ThenBy(kind => kind.Key.Rejects)
                .Select(kind => new ProblemCount(kind.Key.Kind, kind.Key.Rejects, kind.Count())),
        ]);
}
