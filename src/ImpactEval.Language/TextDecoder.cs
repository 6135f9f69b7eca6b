using System.Text;
using ImpactEval.Language.Encodings;

namespace ImpactEval.Language;

/// <summary>A file's text in Unicode, composed (NFC), and how it was written.</summary>
/// <param name="Encoding">The encoding the bytes were read in: one of <see cref="TextDecoder.Encodings"/>.</param>
/// <param name="WasDecomposed">The text was Unicode but not NFC, as macOS and some web forms write it.</param>
public sealed record DecodedText(string Text, string Encoding, bool WasDecomposed)
{
    public required EncodingAssumption Assumption { get; init; }

    /// <summary>Offsets of the bytes that mean nothing in the encoding, in order; each run of them stands in the text as U+FFFD.</summary>
    public required IReadOnlyList<long> Unreadable { get; init; }

    /// <summary>The text before it was composed: the same as <see cref="Text"/>, unless <see cref="WasDecomposed"/>.</summary>
    public required string AsWritten { get; init; }

    /// <summary>The text was not Unicode.</summary>
    public bool IsLegacy => Assumption.IsLegacy;
}

/// <summary>Bytes that are no text in the encoding they should be in, or in none that is known.</summary>
/// <param name="encoding">The encoding that was tried, or null when none fits.</param>
/// <param name="position">Offset of the first byte that cannot be read, when one encoding was tried.</param>
public sealed class UndecodableTextException(string? encoding, long? position = null)
    : Exception($"Not text in {encoding ?? "a known encoding"}{(position is { } at ? $" at byte {at}" : "")}.")
{
    public string? Encoding { get; } = encoding;

    public long? Position { get; } = position;
}

/// <summary>
/// Bytes to text: Unicode, the Vietnamese code pages before it, Windows-1252 and the Japanese encodings, stated or detected. No byte is lost without a word:
/// <see cref="Decode"/> refuses the text, <see cref="Read(ReadOnlySpan{byte}, string?)"/> puts U+FFFD and says where.
/// </summary>
public static class TextDecoder
{
    public const string Utf8 = "utf-8";
    public const string Utf16LittleEndian = "utf-16le";
    public const string Utf16BigEndian = "utf-16be";
    public const string Utf32LittleEndian = "utf-32le";
    public const string Utf32BigEndian = "utf-32be";
    public const string Windows1258 = "windows-1258";

    /// <summary>French and English of Windows; Latin-1 (ISO 8859-1) is read as it, as browsers do.</summary>
    public const string Windows1252 = "windows-1252";

    /// <summary>
    /// TCVN 5712:1993 VN3, the encoding of the ABC fonts (.VnTime). It has no capitals with tones: they are small letters in a font of capitals and come
    /// back small (<c>NGUYễN</c>), since bytes do not tell the font.
    /// </summary>
    public const string Tcvn3 = "tcvn3";

    /// <summary>TCVN 5712:1993 VN1, with all capitals in place of control codes: what <c>iconv</c> calls TCVN.</summary>
    public const string Tcvn1 = "tcvn5712-1";
    public const string Vni = "vni";
    public const string Viscii = "viscii";
    public const string Vps = "vps";
    public const string ShiftJis = "shift_jis";
    public const string EucJp = "euc-jp";

    /// <summary>Stated when the byte-order mark says which of the two it is; without a mark it is little endian, as Windows writes it.</summary>
    public const string Utf16 = "utf-16";

    public static IReadOnlyList<string> Encodings { get; } =
    [
        Utf8, Utf16, Utf16LittleEndian, Utf16BigEndian, Utf32LittleEndian, Utf32BigEndian, Windows1258, Tcvn3, Tcvn1, Vni, Viscii, Vps, Windows1252,
        ShiftJis, EucJp,
    ];

    /// <summary>An encoding that is not Unicode; none (a workbook) is not.</summary>
    public static bool IsLegacy(string? encoding) => encoding?.StartsWith("utf-", StringComparison.Ordinal) == false;

    /// <summary>The encoding behind a word, for readers and writers of streams; what it reads of a Vietnamese code page is composed (NFC).</summary>
    /// <exception cref="ArgumentException">No encoding has that name.</exception>
    public static Encoding EncodingOf(string name) => TextEncodings.Of(name == Utf16 ? Utf16LittleEndian : name);

    /// <summary>Reads the bytes in the stated encoding, or in the one they show; every byte must mean something.</summary>
    /// <exception cref="UndecodableTextException">A byte cannot be read, or no encoding fits.</exception>
    /// <exception cref="ArgumentException">The stated encoding is not one of <see cref="Encodings"/>.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? encoding = null)
    {
        var read = Read(bytes, encoding);
        return read.Unreadable.Count == 0 ? read : throw new UndecodableTextException(read.Encoding, read.Unreadable[0]);
    }

    /// <summary>Reads the bytes in the stated encoding, or in the one they show; bytes that mean nothing become U+FFFD and are told.</summary>
    /// <exception cref="UndecodableTextException">No encoding fits.</exception>
    /// <exception cref="ArgumentException">The stated encoding is not one of <see cref="Encodings"/>.</exception>
    public static DecodedText Read(ReadOnlySpan<byte> bytes, string? encoding = null) => Read(bytes, Detect(bytes, encoding));

    /// <summary>The stated encoding, or the one the bytes show, with what else is to be said of it.</summary>
    /// <exception cref="UndecodableTextException">No encoding fits.</exception>
    /// <exception cref="ArgumentException">The stated encoding is not one of <see cref="Encodings"/>.</exception>
    public static EncodingAssumption Detect(ReadOnlySpan<byte> bytes, string? encoding = null) => Assumption(ByteSurvey.Of(bytes), encoding);

    /// <summary>The same of a stream, from where it stands to its end: one pass in constant memory, so that a late letter is seen.</summary>
    /// <exception cref="UndecodableTextException">No encoding fits.</exception>
    /// <exception cref="ArgumentException">The stated encoding is not one of <see cref="Encodings"/>.</exception>
    public static EncodingAssumption Detect(Stream stream, string? encoding = null) => Assumption(ByteSurvey.Of(stream), encoding);

    /// <summary>Text of a stream block by block, composed (NFC), without its mark. Count what could not be read with <paramref name="unreadable"/>.</summary>
    /// <param name="stream">Stands where the text begins, at the mark if there is one.</param>
    /// <param name="assumption">From <see cref="Detect(Stream, string?)"/>.</param>
    /// <param name="unreadable">Counts the bytes that come as U+FFFD.</param>
    public static TextReader Open(Stream stream, EncodingAssumption assumption, UnreadableBytes unreadable)
    {
        var encoding = Reporting(assumption.Encoding, unreadable);
        if (assumption.HasByteOrderMark)
            stream.ReadExactly(new byte[WideEncodings.MarkLength(assumption.Encoding)]);
        var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false);
        // The code pages compose as they read.
        return assumption.IsLegacy ? reader : new ComposedTextReader(reader);
    }

    static EncodingAssumption Assumption(ByteSurvey survey, string? stated)
    {
        var assumption = stated is null ? EncodingDetector.Of(survey) ?? throw new UndecodableTextException(null) : Stated(survey.Head, stated);
        return assumption with { IsDecomposed = EncodingDetector.IsDecomposed(survey, assumption) };
    }

    static EncodingAssumption Stated(ReadOnlySpan<byte> beginning, string encoding)
    {
        var mark = WideEncodings.MarkOf(beginning);
        var name = encoding != Utf16 ? encoding : mark == Utf16BigEndian ? Utf16BigEndian : Utf16LittleEndian;
        _ = TextEncodings.Of(name);
        return new(name, HasByteOrderMark: mark == name) { IsStated = true };
    }

    static DecodedText Read(ReadOnlySpan<byte> bytes, EncodingAssumption assumption)
    {
        var skipped = assumption.HasByteOrderMark ? WideEncodings.MarkLength(assumption.Encoding) : 0;
        var unreadable = new UnreadableBytes(skipped);
        var text = Whole(Reporting(assumption.Encoding, unreadable), bytes[skipped..]);
        // Noncharacters cannot be normalised; they are no text either.
        try
        {
            var composed = text.Normalize();
            var wasDecomposed = !assumption.IsLegacy && !string.Equals(composed, text, StringComparison.Ordinal);
            return new(composed, assumption.Encoding, wasDecomposed)
            {
                Assumption = assumption with { IsDecomposed = wasDecomposed },
                AsWritten = wasDecomposed ? text : composed,
                Unreadable = unreadable.Positions,
            };
        }
        catch (ArgumentException)
        {
            throw new UndecodableTextException(assumption.Encoding);
        }
    }

    // Encoding.GetString reads twice, to count and to write, and would report twice.
    static string Whole(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        return new(chars, 0, encoding.GetDecoder().GetChars(bytes, chars, flush: true));
    }

    static Encoding Reporting(string name, UnreadableBytes unreadable)
    {
        var encoding = (Encoding)TextEncodings.Of(name).Clone();
        encoding.DecoderFallback = unreadable;
        return encoding;
    }
}
