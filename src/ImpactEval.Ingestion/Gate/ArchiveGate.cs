using System.IO.Compression;
using System.Xml;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Gate;

/// <summary>Looks through a zip archive before any parser does: sizes are counted while unpacking, never believed.</summary>
sealed class ArchiveGate(string file, FileLimits limits)
{
    /// <summary>The kind of file in the upper half of an entry's attributes, as Unix writes it (<c>S_IFMT</c>, <c>S_IFLNK</c>).</summary>
    const int UnixFileType = 0xF000, UnixLink = 0xA000;

    static readonly string[] XmlExtensions = [".xml", ".rels", ".vml"];

    /// <returns>The names of the archive's entries.</returns>
    /// <exception cref="BrokenContractException">The archive is damaged or hostile.</exception>
    public IReadOnlyList<string> Check(byte[] bytes)
    {
        try
        {
            return Examine(bytes);
        }
        catch (HostileArchiveException hostile)
        {
            throw Refused(ContractProblemKind.HostileArchive, hostile.Entry, hostile.Expected);
        }
    }

    /// <summary>The same, saying which kind of threat the archive is.</summary>
    /// <exception cref="HostileArchiveException">The archive is hostile.</exception>
    /// <exception cref="BrokenContractException">The archive is damaged.</exception>
    public IReadOnlyList<string> Examine(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.Entries)
                throw new HostileArchiveException(ArchiveThreat.TooManyEntries, $"{archive.Entries.Count} entries", $"≤ {limits.Entries}");
            CheckNames(archive.Entries);
            var (unpacked, packed) = (0L, 0L);
            foreach (var entry in archive.Entries)
            {
                unpacked += CheckContent(entry, unpacked);
                packed += entry.CompressedLength;
                // Many entries, each just small enough, are a bomb all the same.
                if (unpacked > limits.RatioFreeBytes && unpacked > limits.Ratio * Math.Max(1, packed))
                    throw TooLarge(entry, $"ratio ≤ {limits.Ratio}");
                CheckProlog(entry);
            }
            return [.. archive.Entries.Select(entry => entry.FullName)];
        }
        // The bytes lie in memory: whatever fails to read here is damage to the archive, not a fault of the disk.
        catch (Exception damage) when (damage is InvalidDataException or IOException or NotSupportedException or ArgumentException or XmlException)
        {
            throw Refused(ContractProblemKind.FileUnreadable, "zip", null);
        }
    }

    static void CheckNames(IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            if (name.StartsWith('/') || name.Contains(':') || name.Split('/').Contains(".."))
                throw new HostileArchiveException(ArchiveThreat.UnsafePath, name, "path inside the archive");
            if ((entry.ExternalAttributes >> 16 & UnixFileType) == UnixLink)
                throw new HostileArchiveException(ArchiveThreat.UnsafePath, name, "no link");
            if (!seen.Add(name))
                throw new HostileArchiveException(ArchiveThreat.DuplicateEntry, name, "each entry once");
        }
    }

    long CheckContent(ZipArchiveEntry entry, long unpackedBefore)
    {
        using var content = entry.Open();
        var buffer = new byte[81920];
        var (length, read) = (0L, content.ReadAtLeast(buffer, 16, throwOnEndOfStream: false));
        if (FirstBytes.IsArchive(buffer.AsSpan(0, read)))
            throw new HostileArchiveException(ArchiveThreat.NestedArchive, entry.FullName, "no archive inside");
        while (read > 0)
        {
            length += read;
            if (unpackedBefore + length > limits.UnpackedBytes)
                throw TooLarge(entry, $"≤ {limits.UnpackedBytes >> 20} MB unpacked");
            if (length > limits.RatioFreeBytes && length > limits.Ratio * Math.Max(1, entry.CompressedLength))
                throw TooLarge(entry, $"ratio ≤ {limits.Ratio}");
            read = content.Read(buffer);
        }
        return length;
    }

    /// <summary>A document type can stand only before the first element; no office program writes one.</summary>
    static void CheckProlog(ZipArchiveEntry entry)
    {
        if (!XmlExtensions.Contains(Path.GetExtension(entry.FullName).ToLowerInvariant()) || entry.Length == 0)
            return;
        // Parsing without a resolver fetches nothing; reading stops at the document type, so no entity is ever expanded.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1024 };
        using var content = entry.Open();
        using var xml = XmlReader.Create(content, settings);
        while (xml.Read() && xml.NodeType != XmlNodeType.Element)
        {
            if (xml.NodeType == XmlNodeType.DocumentType)
                throw new HostileArchiveException(ArchiveThreat.DtdForbidden, entry.FullName, "no DTD");
        }
    }

    static HostileArchiveException TooLarge(ZipArchiveEntry entry, string expected) =>
        new(ArchiveThreat.DecompressionLimit, entry.FullName, expected) { DeclaredLength = entry.Length };

    BrokenContractException Refused(ContractProblemKind kind, string found, string? expected) =>
        new([new ContractProblem(kind, file, Found: found, Expected: expected)]);
}
