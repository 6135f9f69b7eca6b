using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ImpactEval.Ingestion.Tests.Spss;

/// <summary>A small writer of system files, record by record, so that a test can also make old, foreign and broken ones.</summary>
/// <remarks>GNU PSPP Developers Guide, chapter System File Format.</remarks>
sealed class SavFile
{
    public const int F8 = 0x050802;
    public const int N5 = 0x100500;
    public const int Date11 = 0x140B00;
    public const int Time8 = 0x150800;
    public const int DateTime20 = 0x161400;
    public const int EDate10 = 0x260A00;

    /// <summary>Data blocks of zlib files in the wild.</summary>
    public const int UsualBlock = 0x3ff000;

    readonly List<byte> records = [];
    readonly List<(int Start, int Width)[]> variables = [];
    readonly List<byte[]> rows = [];
    readonly List<byte> veryLong = [];
    int elements;

    public bool IsBigEndian { get; init; }

    /// <summary>0 none, 1 bytecodes, 2 zlib.</summary>
    public int Compression { get; init; } = 1;

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>What the header announces; the rows there are when null.</summary>
    public int? Cases { get; init; }

    public int Weight { get; init; }

    public double Bias { get; init; } = 100;

    public int BlockSize { get; init; } = UsualBlock;

    public SavFile Number(string name, string? label = null, int format = F8, int missingCode = 0, params double[] missing)
    {
        Variable(name, 0, format, label, missingCode == 0 ? missing.Length : missingCode, [.. missing.SelectMany(Double)]);
        variables.Add([(8 * (elements - 1), 0)]);
        return this;
    }

    public SavFile Text(string name, int width, string? label = null, int missingCode = 0, params string[] missing)
    {
        variables.Add([TextSegment(name, width, label, missingCode == 0 ? missing.Length : missingCode, [.. missing.SelectMany(text => Padded(text, 8))])]);
        return this;
    }

    /// <summary>A text of more than 255 bytes in its parts.</summary>
    public SavFile VeryLong(string name, int width, string? label = null)
    {
        var count = (width + 251) / 252;
        variables.Add([.. Enumerable.Range(0, count).Select(part =>
            TextSegment(part == 0 ? name : $"{name[..3]}{part}", part < count - 1 ? 255 : width - (count - 1) * 252, part == 0 ? label : null, 0, []))]);
        veryLong.AddRange(Encoding.GetBytes($"{name}={width:00000}\0\t"));
        return this;
    }

    (int Start, int Width) TextSegment(string name, int width, string? label, int missingCode, byte[] missing)
    {
        var start = 8 * elements;
        Variable(name, width, 0x010000 | (width & 0xFF) << 8, label, missingCode, missing);
        for (var part = 8; part < width; part += 8)
            Variable("", -1, 0, null, 0, []);
        return (start, width);
    }

    void Variable(string name, int width, int format, string? label, int missingCode, byte[] missing)
    {
        elements++;
        Write(Int(2), Int(width), Int(label is null ? 0 : 1), Int(missingCode), Int(format), Int(format), Padded(name, 8));
        if (label is not null)
            Write(Int(Encoding.GetByteCount(label)), Filled(Encoding.GetBytes(label), 4));
        Write(missing);
    }

    /// <param name="indexes">Dictionary indexes, from 1.</param>
    public SavFile Labels(int[] indexes, params (object Value, string Label)[] labels)
    {
        Write(Int(3), Int(labels.Length));
        foreach (var (value, label) in labels)
        {
            var bytes = Encoding.GetBytes(label);
            Write(value is double number ? Double(number) : Padded((string)value, 8), Filled([(byte)bytes.Length, .. bytes], 8));
        }
        Write(Int(4), Int(indexes.Length), [.. indexes.SelectMany(Int)]);
        return this;
    }

    public SavFile Documents(params string[] lines)
    {
        Write(Int(6), Int(lines.Length), [.. lines.SelectMany(line => Padded(line, 80))]);
        return this;
    }

    public SavFile Extension(int subtype, string text) => Extension(subtype, 1, Encoding.GetBytes(text));

    public SavFile Extension(int subtype, int size, byte[] data)
    {
        Write(Int(7), Int(subtype), Int(size), Int(data.Length / size), data);
        return this;
    }

    /// <summary>The integer record that old programs state their code page in.</summary>
    public SavFile CodePage(int page) => Extension(3, 4, Ints(20, 0, 0, -1, 1, 1, IsBigEndian ? 1 : 2, page));

    public SavFile Utf8() => Extension(20, "UTF-8");

    /// <summary>Bytes as they are, in the place of records.</summary>
    public SavFile Raw(params byte[][] bytes)
    {
        Write(bytes);
        return this;
    }

    /// <summary>A double, a text, bytes, or null for the value that nobody gave.</summary>
    public SavFile Row(params object?[] values)
    {
        var row = new byte[8 * elements];
        for (var i = 0; i < values.Length; i++)
        {
            if (variables[i][0].Width == 0)
                Double(values[i] as double? ?? double.MinValue).CopyTo(row, variables[i][0].Start);
            else
                Put(row, variables[i], values[i] as byte[] ?? Encoding.GetBytes((string)values[i]!));
        }
        rows.Add(row);
        return this;
    }

    static void Put(byte[] row, (int Start, int Width)[] segments, byte[] text)
    {
        foreach (var (start, width) in segments)
        {
            row.AsSpan(start, (width + 7) / 8 * 8).Fill((byte)' ');
            var part = text.AsSpan(0, Math.Min(width, text.Length));
            part.CopyTo(row.AsSpan(start));
            text = text[part.Length..];
        }
    }

    public byte[] Bytes()
    {
        if (veryLong.Count > 0)
            Extension(14, 1, [.. veryLong]);
        byte[] head = [.. Head(), .. records, .. Int(999), .. Int(0)];
        byte[] data = [.. rows.SelectMany(row => row)];
        return Compression switch
        {
            0 => [.. head, .. data],
            1 => [.. head, .. Bytecodes(data)],
            _ => [.. head, .. Zlib(Bytecodes(data), head.Length)],
        };
    }

    byte[] Head() =>
    [
        .. Compression == 2 ? "$FL3"u8 : "$FL2"u8, .. Padded("@(#) SPSS DATA FILE test", 60), .. Int(2), .. Int(elements), .. Int(Compression),
        .. Int(Weight), .. Int(Cases ?? rows.Count), .. Double(Bias), .. Padded("01 Jan 2412:00:00", 17), .. Padded("Khảo sát", 64), 0, 0, 0,
    ];

    byte[] Bytecodes(byte[] data)
    {
        var coded = new List<byte>();
        foreach (var eight in data.Chunk(8).Chunk(8))
        {
            coded.AddRange([.. eight.Select(Command), .. new byte[8 - eight.Length]]);
            coded.AddRange(eight.Where(element => Command(element) == 253).SelectMany(element => element));
        }
        return [.. coded];
    }

    byte Command(byte[] element)
    {
        if (element.All(letter => letter == ' '))
            return 254;
        var number = IsBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(element) : BinaryPrimitives.ReadDoubleLittleEndian(element);
        var code = number + Bias;
        return number == double.MinValue ? (byte)255 : code is >= 1 and <= 251 && code == Math.Floor(code) && code - Bias == number ? (byte)code : (byte)253;
    }

    byte[] Zlib(byte[] coded, int start)
    {
        byte[][] plain = [.. coded.Chunk(BlockSize)];
        byte[][] packed = [.. plain.Select(Deflated)];
        var blocks = packed.SelectMany(block => block).ToArray();
        var trailer = new List<byte>([.. Long(-(long)Bias), .. Long(0), .. Int(BlockSize), .. Int(plain.Length)]);
        var (plainAt, packedAt) = ((long)start, start + 24L);
        for (var i = 0; i < plain.Length; i++)
        {
            trailer.AddRange([.. Long(plainAt), .. Long(packedAt), .. Int(plain[i].Length), .. Int(packed[i].Length)]);
            (plainAt, packedAt) = (plainAt + plain[i].Length, packedAt + packed[i].Length);
        }
        return [.. Long(start), .. Long(start + 24 + blocks.Length), .. Long(trailer.Count), .. blocks, .. trailer];
    }

    static byte[] Deflated(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(plain);
        return packed.ToArray();
    }

    void Write(params byte[][] parts)
    {
        foreach (var part in parts)
            records.AddRange(part);
    }

    public byte[] Padded(string text, int length)
    {
        var bytes = Encoding.GetBytes(text);
        return [.. bytes.Take(length), .. Enumerable.Repeat((byte)' ', Math.Max(0, length - bytes.Length))];
    }

    static byte[] Filled(byte[] bytes, int multiple) => [.. bytes, .. new byte[(multiple - bytes.Length % multiple) % multiple]];

    public byte[] Ints(params int[] numbers) => [.. numbers.SelectMany(Int)];

    public byte[] Int(int number) => Ordered(BitConverter.GetBytes(number));

    public byte[] Long(long number) => Ordered(BitConverter.GetBytes(number));

    public byte[] Double(double number) => Ordered(BitConverter.GetBytes(number));

    byte[] Ordered(byte[] bytes)
    {
        if (BitConverter.IsLittleEndian == IsBigEndian)
            Array.Reverse(bytes);
        return bytes;
    }
}
