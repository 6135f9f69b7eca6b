using System.Buffers;
using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>
/// Reads a code page block by block. A letter is held back until the next byte shows that no mark follows, so that what comes out is composed (NFC)
/// wherever the blocks end. A byte without meaning goes to the fallback (U+FFFD), never away.
/// </summary>
sealed class TableDecoder : Decoder
{
    readonly CodeTable table;
    char held;

    public TableDecoder(CodeTable table, DecoderFallback fallback)
    {
        this.table = table;
        Fallback = fallback;
    }

    public override void Reset()
    {
        held = '\0';
        FallbackBuffer.Reset();
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => GetCharCount(bytes, index, count, flush: false);

    public override int GetCharCount(byte[] bytes, int index, int count, bool flush) => GetCharCount(bytes.AsSpan(index, count), flush);

    public override int GetCharCount(ReadOnlySpan<byte> bytes, bool flush)
    {
        // The fallback is asked only when characters are made: an asked one reports.
        var counted = new TableDecoder(table, TableEncoding.Replacement) { held = held };
        return counted.GetChars(bytes, new char[2 * (bytes.Length + 1)], flush);
    }

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: false);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush) =>
        GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex), flush);

    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush)
    {
        var written = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            // Behind all of a run of ASCII but the last stands no mark.
            var plain = AsciiRun(bytes[at..]) - 1;
            if (plain > 0)
            {
                Release(chars, ref written);
                at += Encoding.Latin1.GetChars(bytes.Slice(at, plain), chars[written..]);
                written += plain;
            }
            var code = bytes[at];
            if (table.SignOf(code) is not '\0' and var sign)
            {
                Release(chars, ref written);
                if (table.AwaitsMark(code))
                    held = sign;
                else
                    Write(sign, chars, ref written);
            }
            else if (table.Of(code) is { } marks)
                Combine(marks, chars, ref written);
            else
                Replace(bytes, at, chars, ref written);
        }
        if (flush)
            Release(chars, ref written);
        return written;
    }

    void Combine(string marks, Span<char> chars, ref int written)
    {
        foreach (var mark in marks)
        {
            if (held != '\0' && MarkComposer.TryCompose(held, mark, out var composed))
                held = composed;
            else
            {
                Release(chars, ref written);
                Write(mark, chars, ref written);
            }
        }
    }

    void Release(Span<char> chars, ref int written)
    {
        if (held == '\0')
            return;
        Write(held, chars, ref written);
        held = '\0';
    }

    void Replace(ReadOnlySpan<byte> bytes, int at, Span<char> chars, ref int written)
    {
        Release(chars, ref written);
        if (!FallbackBuffer.Fallback([bytes[at]], at))
            return;
        while (FallbackBuffer.GetNextChar() is not '\0' and var replacement)
            Write(replacement, chars, ref written);
    }

    static void Write(char unit, Span<char> chars, ref int written)
    {
        if (written == chars.Length)
            throw new ArgumentException("No room for the decoded characters.", nameof(chars));
        chars[written++] = unit;
    }

    static int AsciiRun(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAnyExcept(AsciiText);
        return end < 0 ? bytes.Length : end;
    }

    /// <summary>ASCII without control codes, which some pages use for letters.</summary>
    static readonly SearchValues<byte> AsciiText = SearchValues.Create([(byte)'\t', (byte)'\n', (byte)'\r', .. Enumerable.Range(0x20, 0x5F).Select(code => (byte)code)]);
}
