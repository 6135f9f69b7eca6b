using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>What a save did to the store.</summary>
public enum ImportChange
{
    /// <summary>The first file of this name from its source.</summary>
    Added,
    /// <summary>The same file, read and redacted in the same way, was there already; nothing was written.</summary>
    Unchanged,
    /// <summary>Its rows took the place of those an earlier content or reading had brought.</summary>
    Replaced,
}

public sealed record ImportOutcome(FileStamp File, ImportChange Change, int RowsAccepted, int RowsRejected);
