using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>What became of a file.</summary>
public enum FileState
{
    Checked,
    Added,
    Replaced,
    Unchanged,
    /// <summary>Left out: this very file was undone before.</summary>
    Undone,
    /// <summary>Left out: the time for which it may be kept is over.</summary>
    Expired,
}

/// <summary>One file of the study after this run.</summary>
public sealed record ImportedFile(FileState State, SourceSummary Summary)
{
    static readonly FileLayout NotRead = new(SourceFormat.Csv, null, null, '.', DateOrder.YearMonthDay, null, 1, []);

    public IReadOnlyList<ProblemCount> Problems => Summary.Problems;

    /// <summary>A file of the folder that does not come in.</summary>
    public static ImportedFile LeftOut(FileState state, FileStamp file) => new(
        state, new SourceSummary(file.SourceCode, file.FileName, file.Sha256, NotRead, 0, 0, 0, []));

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
