using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace ImpactEval.Storage.Databases;

/// <summary>
/// Rows on their way into PostgreSQL as the bytes of its binary COPY: the values of a row are numbers in network order, each behind its length.
/// Ten million scores pass here, so they are written down at once and not handed over one by one.
/// </summary>
/// <remarks>PostgreSQL 15 manual, COPY, binary format; arrays as <c>array_recv</c> reads them.</remarks>
sealed class CopyWriter(NpgsqlRawCopyStream wire, int columns) : IRowWriter
{
    const int BufferSize = 1 << 16, BytesOfAnItem = 4 + sizeof(double);

    const int NullLength = -1, OidOfFloat8 = 701;

    static readonly int DayZero = new DateOnly(2000, 1, 1).DayNumber;

    byte[] buffer = new byte[BufferSize];
    int filled;

    public void Begin()
    {
        "PGCOPY\n"u8.CopyTo(Room(11));
        ((ReadOnlySpan<byte>)[0xFF, (byte)'\r', (byte)'\n', 0]).CopyTo(buffer.AsSpan(filled + 7));
        filled += 11;
        // Neither flags nor an extension of the header.
        Put(0);
        Put(0);
    }

    public void BeginRow()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), (short)columns);
        filled += sizeof(short);
    }

    public void End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), -1);
        filled += sizeof(short);
        Flush();
    }

    public IRowWriter Add(long value)
    {
        Put(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value);
        filled += sizeof(long);
        return this;
    }

    public IRowWriter Add(int value)
    {
        Put(sizeof(int));
        Put(value);
        return this;
    }

    public IRowWriter Add(double value) => Add(BitConverter.DoubleToInt64Bits(value));

    public IRowWriter Add(string? value)
    {
        if (value is null)
        {
            Put(NullLength);
            return this;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        Put(length);
        var room = Room(length);
        filled += Encoding.UTF8.GetBytes(value, room);
        return this;
    }

    public IRowWriter Add(DateOnly? value)
    {
        if (value is { } day)
            return Add(day.DayNumber - DayZero);
        Put(NullLength);
        return this;
    }

    /// <summary>One dimension from 1, no element NULL.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public IRowWriter Add(double[] value)
    {
        Put(5 * sizeof(int) + BytesOfAnItem * value.Length);
        foreach (var part in (ReadOnlySpan<int>)[1, 0, OidOfFloat8, value.Length, 1])
            Put(part);
        var room = Room(BytesOfAnItem * value.Length)[..(BytesOfAnItem * value.Length)];
        filled += room.Length;
        foreach (var item in value)
        {
            BinaryPrimitives.WriteInt32BigEndian(room, sizeof(double));
            BinaryPrimitives.WriteDoubleBigEndian(room[sizeof(int)..], item);
            room = room[BytesOfAnItem..];
        }
        return this;
    }

    void Put(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);
        filled += sizeof(int);
    }

    Span<byte> Room(int length)
    {
        if (filled + length > buffer.Length)
        {
            Flush();
            if (length > buffer.Length)
                buffer = new byte[length];
        }
        return buffer.AsSpan(filled);
    }

    void Flush()
    {
        wire.Write(buffer, 0, filled);
        filled = 0;
    }
}
