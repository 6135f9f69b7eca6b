using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>A code page of <see cref="CodeTables"/> for <see cref="StreamReader"/> and whoever else takes an encoding; what it reads is composed (NFC).</summary>
sealed class TableEncoding(CodeTable table, EncoderFallback encoderFallback, DecoderFallback decoderFallback) : Encoding(0, encoderFallback, decoderFallback)
{
    public TableEncoding(CodeTable table)
        : this(table, EncoderFallback.ReplacementFallback, Replacement)
    {
    }

    /// <summary>U+FFFD for what means nothing.</summary>
    public static DecoderFallback Replacement { get; } = new DecoderReplacementFallback("\uFFFD");

    public override string EncodingName => table.Name;

    public override string WebName => table.Name;

    public override bool IsSingleByte => false;

    public override Decoder GetDecoder() => new TableDecoder(table, DecoderFallback);

    public override int GetMaxCharCount(int byteCount) => checked((byteCount + 1) * Math.Max(2, DecoderFallback.MaxCharCount));

    public override int GetMaxByteCount(int charCount) => checked((charCount + 1) * 2 * Math.Max(1, EncoderFallback.MaxCharCount));

    public override int GetCharCount(byte[] bytes, int index, int count) => GetDecoder().GetCharCount(bytes, index, count, flush: true);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetDecoder().GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: true);

    public override int GetByteCount(char[] chars, int index, int count) => BytesOf(chars.AsSpan(index, count)).Count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        var encoded = BytesOf(chars.AsSpan(charIndex, charCount));
        encoded.CopyTo(bytes, byteIndex);
        return encoded.Count;
    }

    /// <summary>The bytes behind a text that was read in this page, or null when a character cannot have come from it.</summary>
    public byte[]? BytesBehind(string text)
    {
        var encoded = new List<byte>(text.Length + 8);
        foreach (var character in text)
        {
            if (table.Of(character) is { } bytes)
                encoded.AddRange(bytes);
            // Programs pass the codes that a Windows page leaves undefined through as C1 controls, and Latin-1 readers pass all of them.
            else if (character is >= '\u0080' and <= '\u009F')
                encoded.Add((byte)character);
            else
                return null;
        }
        return [.. encoded];
    }

    List<byte> BytesOf(ReadOnlySpan<char> chars)
    {
        var encoded = new List<byte>(chars.Length + 8);
        var fallback = EncoderFallback.CreateFallbackBuffer();
        for (var at = 0; at < chars.Length; at++)
        {
            if (table.Of(chars[at]) is { } bytes)
            {
                encoded.AddRange(bytes);
                continue;
            }
            var isPair = at + 1 < chars.Length && char.IsSurrogatePair(chars[at], chars[at + 1]);
            if (isPair ? fallback.Fallback(chars[at], chars[++at], at - 1) : fallback.Fallback(chars[at], at))
            {
                while (fallback.GetNextChar() is not '\0' and var replacement)
                    encoded.AddRange(table.Of(replacement) ?? throw new ArgumentException($"The fallback character is not in {table.Name}.", nameof(chars)));
            }
        }
        return encoded;
    }
}
