using ImpactEval.Studies;

namespace ImpactEval.Storage.History;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>Begun and not finished; its rows do not count.</summary>
    Received,
    /// <summary>Its rows count.</summary>
    Merged,
    /// <summary>A later content or reading of the file took its place; its rows are gone.</summary>
    Superseded,
    Rejected,
    /// <summary>Taken out by a person; its rows are gone and the same file does not come in again by itself.</summary>
    Undone,
    /// <summary>Its time was over; its rows are gone and the same file does not come in again.</summary>
    Expired,
}

/// <summary>One version of a file as it was taken in.</summary>
/// <param name="ReplacedImportId">The import whose place it took, if any.</param>
/// <param name="ChangedAt">When the log last speaks of it (UTC, ISO 8601); null for imports older than the log.</param>
/// <param name="Actor">Who did that.</param>
public sealed record StoredImport(
    long ImportId, FileStamp File, ImportState State, int RowsRead, int RowsRejected, long? ReplacedImportId, string? ChangedAt, string? Actor);

/// <summary>What an undo did.</summary>
/// <param name="Replaced">The import that counted before this one. Its rows were not kept: to have them back the earlier file is imported again.</param>
/// <param name="Results">Results that were made with this import; they stay as they are and are no longer the latest.</param>
public sealed record UndoOutcome(StoredImport Import, StoredImport? Replaced, int Enrolments, int Assessments, int Answers, int Results);

/// <summary>A row of a file that a result was made from.</summary>
public sealed record SourceRow(long ImportId, string FileName, string Sha256, int Row, string Instrument, string Wave);
