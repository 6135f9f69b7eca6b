using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ImpactEval.Storage.Backup;

/// <summary>An archive opened for reading, checked from end to end before anything of it is used.</summary>
sealed class BackupReader : IDisposable
{
    const int MagicSize = 8;

    readonly Stream input;
    readonly ZipArchive zip;

    BackupReader(Stream input, ZipArchive zip, BackupManifest manifest) => (this.input, this.zip, Manifest) = (input, zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="StoreUnavailableException">The file is no whole backup, or cannot be decrypted.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static BackupReader Open(string file, string? passphrase)
    {
        Stream content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            if (IsSealed(content))
            {
                content = new UnsealingStream(content, passphrase
                    ?? throw new StoreUnavailableException(StoreUnavailableKind.PassphraseWrong, "The backup is encrypted; its passphrase is needed."));
            }
            var entries = new ZipArchive(content, ZipArchiveMode.Read);
            var reader = new BackupReader(content, entries, ManifestOf(entries));
            reader.Verify();
            return reader;
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            content.Dispose();
            throw new StoreUnavailableException(StoreUnavailableKind.BackupDamaged, failure.Message, failure);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    public byte[] Key()
    {
        using var entry = EntryOf(BackupManifest.KeyName).Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    public IEnumerable<object?[]> Rows(ArchiveTable table)
    {
        if (Manifest.Parts.All(part => part.Name != table.Entry))
            yield break;
        using var lines = new StreamReader(EntryOf(table.Entry).Open(), Encoding.UTF8);
        while (lines.ReadLine() is { } line)
            yield return ArchiveRow.Read(line, table.Columns);
    }

    public void Dispose()
    {
        zip.Dispose();
        input.Dispose();
    }

    static bool IsSealed(Stream content)
    {
        var magic = new byte[MagicSize];
        var read = content.ReadAtLeast(magic, MagicSize, throwOnEndOfStream: false);
        content.Position = 0;
        return read == MagicSize && magic.AsSpan().SequenceEqual(SealedForm.Magic);
    }

    static BackupManifest ManifestOf(ZipArchive entries)
    {
        using var entry = new StreamReader((entries.GetEntry(BackupManifest.EntryName) ?? throw new InvalidDataException("The archive has no manifest.")).Open(), Encoding.UTF8);
        var manifest = CanonicalJson.Read<BackupManifest>(entry.ReadToEnd());
        if (manifest.Format != BackupManifest.FormatName || manifest.Version > BackupManifest.CurrentVersion)
            throw new StoreUnavailableException(StoreUnavailableKind.NewerSchema, $"The archive has form {manifest.Format} {manifest.Version}.");
        return manifest;
    }

    void Verify()
    {
        var names = Manifest.Parts.Select(part => part.Name).Append(BackupManifest.EntryName).Order(StringComparer.Ordinal);
        if (!names.SequenceEqual(zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)))
            throw new InvalidDataException("The archive does not hold what its manifest says.");
        foreach (var part in Manifest.Parts)
        {
            using var entry = EntryOf(part.Name).Open();
            if (Convert.ToHexStringLower(SHA256.HashData(entry)) != part.Sha256)
                throw new InvalidDataException($"{part.Name} is not what was backed up.");
        }
        if (Manifest.ContentSha256 != BackupManifest.ContentOf(Manifest.Parts))
            throw new InvalidDataException("The manifest contradicts itself.");
    }

    ZipArchiveEntry EntryOf(string name) => zip.GetEntry(name) ?? throw new InvalidDataException($"The archive lacks {name}.");
}
