using System.Globalization;
using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Audit;

/// <summary>
/// What the log says of a file that was taken in: its number and fingerprint, not its name. Transcripts are often named for the person in them.
/// </summary>
static class ImportAudit
{
    const string KeepReplaced = "UPDATE import_file SET replaced_import_id = @replaced WHERE import_id = @importId";

    /// <remarks>The same content under an earlier reading may have been undone before; it counts again now.</remarks>
    const string NoLongerUndone = """
        UPDATE import_file SET state = 'superseded'
        WHERE study_id = @StudyId AND source_code = @SourceCode AND file_name = @FileName AND sha256 = @Sha256 AND state = 'undone' AND import_id <> @Id
        """;

    /// <summary>The last words of a merge.</summary>
    /// <param name="replaced">The import whose place was taken; itself when the same file was read better.</param>
    public static async Task AppendAsync(Session session, Author author, Import import, long? replaced)
    {
        if (replaced != import.Id)
            await session.ExecuteAsync(KeepReplaced, new { replaced, importId = import.Id });
        await session.ExecuteAsync(NoLongerUndone, new { import.StudyId, import.Stamp.SourceCode, import.Stamp.FileName, import.Stamp.Sha256, import.Id });
        await AuditLog.AppendAsync(session, author, AuditAction.Import, import.Study.Code, new
        {
            Import = Shown(import.Id),
            Source = import.Stamp.SourceCode,
            import.Stamp.Sha256,
            Replaced = replaced is { } old ? Shown(old) : null,
            import.File.RowsRead,
            import.File.RowsRejected,
        });
    }

    /// <summary>Numbers of imports exceed what JavaScript reads exactly, so they are written as texts.</summary>
    public static string Shown(long importId) => importId.ToString(CultureInfo.InvariantCulture);
}
