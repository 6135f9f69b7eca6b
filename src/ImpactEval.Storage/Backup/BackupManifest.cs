namespace ImpactEval.Storage.Backup;

/// <param name="Name">Path inside the archive.</param>
/// <param name="Rows">Lines of a table; 1 for the key.</param>
public sealed record BackupPart(string Name, long Rows, string Sha256);

/// <summary>What an archive holds, so that it can be checked before any of it is used.</summary>
/// <param name="CreatedAt">UTC, ISO 8601.</param>
/// <param name="RecordsStep">Migrations that the store had gone through.</param>
/// <param name="AuditHead">Fingerprint of the last entry of the audit log.</param>
/// <param name="ContentSha256">
/// Fingerprint of all parts but the audit log, which grows with every backup: the same content has the same fingerprint in every database.
/// </param>
public sealed record BackupManifest(
    string Format, int Version, string CreatedAt, int RecordsStep, int VaultStep, string AuditHead, string ContentSha256, IReadOnlyList<BackupPart> Parts)
{
    internal const string FormatName = "impacteval-backup", EntryName = "manifest.json", KeyName = "vault.key";
    internal const int CurrentVersion = 1;

    const string AuditEntry = "records/audit_log.jsonl";

    internal static string ContentOf(IEnumerable<BackupPart> parts) => Fingerprint.Of(parts.Where(part => part.Name != AuditEntry).ToList());
}
