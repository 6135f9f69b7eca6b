using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>What became of a file.</summary>
public enum FileState { Checked, Added, Replaced, Unchanged }

/// <summary>One file of the study after this run.</summary>
public sealed record ImportedFile(FileState State, SourceSummary Summary)
{
    public IReadOnlyList<ProblemCount> Problems => Summary.Problems;

    public static ImportedFile Checked(CheckedFile file) => new(FileState.Checked, new SourceSummary(
        file.Stamp.SourceCode,
        file.Stamp.FileName,
        file.Stamp.Sha256,
        file.Layout,
        file.RowsRead,
        file.RowsRead - file.RowsRejected,
        file.RowsRejected,
        file.Problems));
}
