using System.Text;

namespace ImpactEval.Reporting.Finishing;

/// <summary>
/// Writes a zip archive whose bytes depend on nothing but its entries. The framework's own writer notes the operating system, and what its
/// compressor makes depends on version and processor; entries are therefore stored as they are.
/// </summary>
/// <remarks>PKWARE (2022), APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.</remarks>
sealed class ZipWriter(Stream output)
{
    /// <summary>The earliest time an entry can bear.</summary>
    public static readonly DateTime EntryTime = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    const uint LocalHeader = 0x04034b50, CentralHeader = 0x02014b50, EndOfCentralDirectory = 0x06054b50;
    const ushort VersionNeeded = 20, NamesAreUtf8 = 1 << 11, Stored = 0, Time = 0, Date = (1 << 5) | 1;

    static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOfByte)];

    readonly List<(byte[] Name, uint Crc, uint Size, uint Offset)> entries = [];
    uint written;

    public void Add(string name, byte[] content)
    {
        var entry = (Name: Encoding.UTF8.GetBytes(name), Crc: Crc(content), Size: (uint)content.Length, Offset: written);
        entries.Add(entry);
        Write(header =>
        {
            header.Write(LocalHeader);
            Describe(header, entry.Name, entry.Crc, entry.Size);
            header.Write(entry.Name);
        });
        output.Write(content);
        written += entry.Size;
    }

    public void Finish()
    {
        var start = written;
        foreach (var (name, crc, size, offset) in entries)
        {
            Write(header =>
            {
                header.Write(CentralHeader);
                header.Write(VersionNeeded);
                Describe(header, name, crc, size);
                header.Write((ushort)0); // comment
                header.Write((ushort)0); // disk
                header.Write((ushort)0); // internal attributes
                header.Write(0u); // external attributes
                header.Write(offset);
                header.Write(name);
            });
        }
        var length = written - start;
        Write(end =>
        {
            end.Write(EndOfCentralDirectory);
            end.Write(0u); // disks
            end.Write((ushort)entries.Count);
            end.Write((ushort)entries.Count);
            end.Write(length);
            end.Write(start);
            end.Write((ushort)0); // comment
        });
    }

    /// <summary>What local and central header have in common.</summary>
    static void Describe(BinaryWriter header, byte[] name, uint crc, uint size)
    {
        header.Write(VersionNeeded);
        header.Write(NamesAreUtf8);
        header.Write(Stored);
        header.Write(Time);
        header.Write(Date);
        header.Write(crc);
        header.Write(size);
        header.Write(size);
        header.Write((ushort)name.Length);
        header.Write((ushort)0); // extra field
    }

    void Write(Action<BinaryWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
            content(writer);
        buffer.WriteTo(output);
        written += (uint)buffer.Length;
    }

    static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    /// <summary>ISO 3309, reflected polynomial 0xEDB88320.</summary>
    static uint CrcOfByte(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
