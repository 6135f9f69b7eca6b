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

/// <summary>One version of a file of a source. <paramref name="FileName"/> is the path inside the study folder, with forward slashes.</summary>
/// <param name="Sha256">Fingerprint of the file's bytes, lower-case hexadecimal.</param>
public sealed record FileStamp(string SourceCode, string FileName, string Sha256);

public sealed record ImportOutcome(FileStamp File, ImportChange Change, int RowsAccepted, int RowsRejected);
