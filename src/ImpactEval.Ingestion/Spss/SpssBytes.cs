using System.Buffers.Binary;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Spss;

/// <returns>How many bytes it put there; 0 at the end.</returns>
delegate int ByteFeed(Span<byte> into);

/// <summary>Bytes one after the other, in the byte order of the file. A length that the file states is measured against what is left.</summary>
/// <param name="start">Where the first byte stands.</param>
/// <param name="end">Where the bytes end.</param>
sealed class SpssBytes(SpssRefusal refusal, ByteFeed feed, long start, long end)
{
    const int BufferSize = 1 << 16;

    readonly byte[] buffer = new byte[BufferSize];
    int at;
    int filled;
    long bufferStart = start;

    public static SpssBytes Of(SpssRefusal refusal, Stream content, long start)
    {
        content.Position = start;
        return new SpssBytes(refusal, content.Read, start, content.Length);
    }

    /// <summary>Little endian unless the file's header says otherwise.</summary>
    public bool IsBigEndian { get; set; }

    public long Position => bufferStart + at;

    public long Left => end - Position;

    public int Int32()
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        Fill(bytes);
        return Int32(bytes, IsBigEndian);
    }

    public long Int64()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        Fill(bytes);
        return Int64(bytes, IsBigEndian);
    }

    public double Float64() => BitConverter.Int64BitsToDouble(Int64());

    public byte Byte()
    {
        Span<byte> one = stackalloc byte[1];
        Fill(one);
        return one[0];
    }

    /// <exception cref="BrokenContractException">There are fewer bytes left.</exception>
    public byte[] Bytes(long count)
    {
        if (count < 0 || count > Left)
            throw refusal.Damaged(Position, $"{count} bytes", $"≤ {Left}");
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <exception cref="BrokenContractException">There are fewer bytes left.</exception>
    public void Skip(long count)
    {
        if (count < 0 || count > Left)
            throw refusal.Damaged(Position, $"{count} bytes", $"≤ {Left}");
        while (count > filled - at)
        {
            count -= filled - at;
            at = filled;
            if (!Refill())
                throw Ended((int)Math.Min(count, int.MaxValue));
        }
        at += (int)count;
    }

    public void Fill(Span<byte> into)
    {
        if (!TryFill(into))
            throw Ended(into.Length);
    }

    /// <returns>False when the bytes ended before; ending within is damage.</returns>
    public bool TryFill(Span<byte> into)
    {
        if (filled - at < into.Length)
            return TryFillFromFeed(into);
        buffer.AsSpan(at, into.Length).CopyTo(into);
        at += into.Length;
        return true;
    }

    bool TryFillFromFeed(Span<byte> into)
    {
        var put = 0;
        while (put < into.Length)
        {
            if (at == filled && !Refill())
                return put == 0 ? false : throw Ended(into.Length - put);
            var part = Math.Min(filled - at, into.Length - put);
            buffer.AsSpan(at, part).CopyTo(into[put..]);
            (at, put) = (at + part, put + part);
        }
        return true;
    }

    bool Refill()
    {
        bufferStart += filled;
        at = 0;
        filled = feed(buffer);
        return filled > 0;
    }

    BrokenContractException Ended(int missing) => refusal.Damaged(Position, "EOF", $"≥ {missing} bytes");

    public static int Int32(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes);

    public static long Int64(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);

    public static double Float64(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes);
}
