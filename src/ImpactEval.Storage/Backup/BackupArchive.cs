using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Vaults;

namespace ImpactEval.Storage.Backup;

/// <summary>
/// Writes a whole store into one file while it is in use: records, vault and the vault's key, as of one moment. Who holds the file holds
/// everybody's identity; with a passphrase it is encrypted.
/// </summary>
public sealed class BackupArchive(Store store)
{
    /// <summary>Dates inside the archive say nothing: the same content gives the same parts.</summary>
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="file">Appears whole or not at all, readable by its owner only.</param>
    /// <param name="passphrase">Null: not encrypted.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be used, or the file is there already.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<BackupManifest> WriteAsync(string file, string? passphrase, bool overwrite, CancellationToken cancel)
    {
        if (File.Exists(file) && !overwrite)
            throw new StoreUnavailableException(StoreUnavailableKind.NotEmpty, $"{file} is there already.");
        var unfinished = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            BackupManifest manifest;
            await using (var output = PrivateFile.Create(unfinished))
            {
                manifest = await WriteAsync(output, passphrase, cancel);
                output.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite);
            await new AuditLog(store).AppendAsync(AuditAction.Backup, "", new { manifest.ContentSha256, Encrypted = passphrase is not null }, cancel);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    async Task<BackupManifest> WriteAsync(Stream output, string? passphrase, CancellationToken cancel)
    {
        if (passphrase is null)
            return await WriteZipAsync(output, cancel);
        await using var sealing = new SealingStream(output, passphrase);
        return await WriteZipAsync(sealing, cancel);
    }

    async Task<BackupManifest> WriteZipAsync(Stream output, CancellationToken cancel)
    {
        await using var moment = await StoreMoment.OfAsync(store, cancel);
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        var parts = new List<BackupPart>();
        foreach (var table in ArchiveTable.All)
            parts.Add(await WriteTableAsync(zip, table, table.IsVault ? moment.Vault : moment.Records));
        parts.Add(await WriteEntryAsync(zip, BackupManifest.KeyName, store.Vault.KeyBytes, cancel));
        var manifest = new BackupManifest(
            BackupManifest.FormatName, BackupManifest.CurrentVersion, store.Author.Now.ToString("O", CultureInfo.InvariantCulture),
            await SchemaSteps.CountAsync(moment.Records), await SchemaSteps.CountAsync(moment.Vault),
            await moment.Records.FirstOrDefaultAsync<string>("SELECT sha256 FROM audit_log ORDER BY number DESC LIMIT 1") ?? AuditEntry.Beginning,
            BackupManifest.ContentOf(parts), parts);
        await WriteEntryAsync(zip, BackupManifest.EntryName, System.Text.Encoding.UTF8.GetBytes(CanonicalJson.Of(manifest)), cancel);
        return manifest;
    }

    static async Task<BackupPart> WriteTableAsync(ZipArchive zip, ArchiveTable table, Session session)
    {
        var order = string.Join(", ", table.Key.Select(key =>
            table.Columns.Single(column => column.Name == key).Kind == ArchiveKind.Text ? Dialect.Ordinal(session.Connection, key) : key));
        await using var query = session.NewCommand($"SELECT {table.Target.List} FROM {table.Name} ORDER BY {order}");
        await using var reader = await query.ExecuteReaderAsync(session.Cancel);
        var values = new object[table.Columns.Count];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        await using var entry = await EntryAsync(zip, table.Entry, session.Cancel);
        for (; await reader.ReadAsync(session.Cancel); rows++)
        {
            reader.GetValues(values);
            var line = ArchiveRow.Write(values, table.Columns);
            hash.AppendData(line);
            await entry.WriteAsync(line, session.Cancel);
        }
        return new BackupPart(table.Entry, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    static async Task<BackupPart> WriteEntryAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancel)
    {
        await using var entry = await EntryAsync(zip, name, cancel);
        await entry.WriteAsync(bytes, cancel);
        return new BackupPart(name, 1, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    static Task<Stream> EntryAsync(ZipArchive zip, string name, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.OpenAsync(cancel);
    }
}
