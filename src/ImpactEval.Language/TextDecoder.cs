using System.Text;

namespace ImpactEval.Language;

/// <summary>A file's text in Unicode, composed (NFC), and how it was written.</summary>
/// <param name="Encoding">The encoding the bytes were read in: one of <see cref="TextDecoder.Encodings"/>.</param>
/// <param name="WasDecomposed">The text was Unicode but not NFC, as macOS and some web forms write it.</param>
public sealed record DecodedText(string Text, string Encoding, bool WasDecomposed)
{
    /// <summary>The text was not Unicode.</summary>
    public bool IsLegacy => Encoding == TextDecoder.Windows1258;
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
/// Bytes to text: UTF-8, UTF-16 and Windows-1258, stated or detected. A byte that cannot be read is an error, never a question mark.
/// </summary>
public static class TextDecoder
{
    public const string Utf8 = "utf-8";
    public const string Utf16LittleEndian = "utf-16le";
    public const string Utf16BigEndian = "utf-16be";
    public const string Windows1258 = "windows-1258";

    /// <summary>Stated when the byte-order mark says which of the two it is; without a mark it is little endian, as Windows writes it.</summary>
    public const string Utf16 = "utf-16";

    public static IReadOnlyList<string> Encodings { get; } = [Utf8, Utf16, Utf16LittleEndian, Utf16BigEndian, Windows1258];

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding StrictUtf16Little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding StrictUtf16Big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Reads the bytes in the stated encoding, or in the one they show.</summary>
    /// <exception cref="UndecodableTextException">A byte cannot be read, or no encoding fits.</exception>
    /// <exception cref="ArgumentException">The stated encoding is not one of <see cref="Encodings"/>.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? encoding = null) => encoding switch
    {
        null => Detect(bytes),
        Utf8 => Unicode(bytes, Utf8),
        Utf16 => Unicode(bytes, MarkOf(bytes) == Utf16BigEndian ? Utf16BigEndian : Utf16LittleEndian),
        Utf16LittleEndian or Utf16BigEndian => Unicode(bytes, encoding),
        Windows1258 => Legacy(bytes),
        _ => throw new ArgumentException($"No decoder for {encoding}.", nameof(encoding)),
    };

    static DecodedText Detect(ReadOnlySpan<byte> bytes)
    {
        if ((MarkOf(bytes) ?? Utf16WithoutMark(bytes)) is { } unicode)
            return Unicode(bytes, unicode);
        try
        {
            return Unicode(bytes, Utf8);
        }
        catch (UndecodableTextException)
        {
            var text = Legacy(bytes);
            return TextDecoderPlausibility.IsWindows1258(text.Text) ? text : throw new UndecodableTextException(null);
        }
    }

    static string? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, ..] => Utf16LittleEndian,
        [0xFE, 0xFF, ..] => Utf16BigEndian,
        _ => null,
    };

    /// <summary>Latin text in UTF-16 has a zero in nearly every pair: the share of a third leaves room for Vietnamese letters above U+00FF.</summary>
    static string? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var pairs = Math.Min(bytes.Length, 4096) / 2;
        var (first, second) = (0, 0);
        for (var pair = 0; pair < pairs; pair++)
        {
            first += bytes[2 * pair] == 0 ? 1 : 0;
            second += bytes[2 * pair + 1] == 0 ? 1 : 0;
        }
        if (bytes.Length % 2 != 0 || (first == 0) == (second == 0) || Math.Max(first, second) * 3 < pairs)
            return null;
        return first == 0 ? Utf16LittleEndian : Utf16BigEndian;
    }

    static DecodedText Unicode(ReadOnlySpan<byte> bytes, string encoding)
    {
        if (MarkOf(bytes) == encoding)
            bytes = bytes[(encoding == Utf8 ? 3 : 2)..];
        var text = Strictly(bytes, encoding switch
        {
            Utf8 => StrictUtf8,
            Utf16LittleEndian => StrictUtf16Little,
            _ => StrictUtf16Big,
        }, encoding);
        // Unassigned code points cannot be normalised; they are no text either.
        try
        {
            return text.IsNormalized() ? new(text, encoding, false) : new(text.Normalize(), encoding, true);
        }
        catch (ArgumentException)
        {
            throw new UndecodableTextException(encoding);
        }
    }

    /// <summary>Windows-1258 writes a base letter and a combining tone; the text is composed afterwards.</summary>
    static DecodedText Legacy(ReadOnlySpan<byte> bytes)
    {
        var codePage = CodePagesEncodingProvider.Instance.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        var text = Strictly(bytes, codePage, Windows1258);
        // The code page turns the bytes it leaves undefined into C1 controls (U+0080–U+009F).
        var undefined = text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F');
        return undefined < 0 ? new(text.Normalize(), Windows1258, false) : throw new UndecodableTextException(Windows1258, undefined);
    }

    static string Strictly(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw new UndecodableTextException(name, Math.Max(0, broken.Index));
        }
    }
}
