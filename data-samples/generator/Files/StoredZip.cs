using System.Buffers.Binary;
using System.Text;

namespace ImpactEval.Samples;

/// <summary>
/// A zip archive without compression and with one fixed date. Compressed bytes differ between versions and processors, and the framework's own
/// writer notes the operating system; stored entries are the same everywhere.
/// </summary>
/// <remarks>PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.</remarks>
sealed class StoredZip
{
    const uint LocalHeader = 0x04034B50, CentralHeader = 0x02014B50, EndRecord = 0x06054B50;
    const ushort Version = 20, Utf8Names = 0x0800, Stored = 0, Midnight = 0;

    /// <summary>1 January 2025 in the format of MS-DOS: years since 1980, month, day.</summary>
    const ushort FixedDate = ((2025 - 1980) << 9) | (1 << 5) | 1;

    static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(CrcOfByte)];

    readonly List<byte> archive = [];
    readonly List<byte> directory = [];
    ushort entries;

    public void Add(string name, string text) => Add(name, new UTF8Encoding(false).GetBytes(text));

    public void Add(string name, byte[] content)
    {
        var offset = (uint)archive.Count;
        var path = Encoding.UTF8.GetBytes(name);
        Write(archive, LocalHeader);
        WriteShared(archive, content, path);
        archive.AddRange(path);
        archive.AddRange(content);

        Write(directory, CentralHeader);
        Write(directory, Version);
        WriteShared(directory, content, path);
        foreach (var zero in new ushort[5])
            Write(directory, zero); // comment, disk, internal and external attributes
        Write(directory, offset);
        directory.AddRange(path);
        entries++;
    }

    public byte[] ToArray()
    {
        var start = (uint)archive.Count;
        archive.AddRange(directory);
        Write(archive, EndRecord);
        Write(archive, (uint)0); // both disk numbers
        Write(archive, entries);
        Write(archive, entries);
        Write(archive, (uint)directory.Count);
        Write(archive, start);
        Write(archive, (ushort)0);
        return [.. archive];
    }

    static void WriteShared(List<byte> to, byte[] content, byte[] path)
    {
        Write(to, Version);
        Write(to, Utf8Names);
        Write(to, Stored);
        Write(to, Midnight);
        Write(to, FixedDate);
        Write(to, CrcOf(content));
        Write(to, (uint)content.Length);
        Write(to, (uint)content.Length);
        Write(to, (ushort)path.Length);
        Write(to, (ushort)0);
    }

    static void Write(List<byte> to, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        to.AddRange(bytes);
    }

    static void Write(List<byte> to, ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        to.AddRange(bytes);
    }

    static uint CrcOf(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var octet in content)
            crc = Crc[(byte)(crc ^ octet)] ^ (crc >> 8);
        return ~crc;
    }

    static uint CrcOfByte(int octet)
    {
        const uint polynomial = 0xEDB88320;
        var crc = (uint)octet;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? (crc >> 1) ^ polynomial : crc >> 1;
        return crc;
    }
}
