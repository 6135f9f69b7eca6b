using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>Encodings whose units are wider than a byte: UTF-16 and UTF-32 by mark or by their zeros, and those of Japanese by kana.</summary>
static class WideEncodings
{
    /// <summary>Digits, delimiters and line ends alone give text in Vietnamese or Japanese more zeros than that.</summary>
    const double LeastZeros = 0.05;

    /// <summary>Letters a file of ours may hold, in UTF-16; chance pairs of bytes fall among them in one case of two.</summary>
    const double LeastExpected = 0.95;

    /// <summary>Running text has so many kana; two letters by chance are no evidence.</summary>
    const double LeastKana = 0.2;
    const int FewestKana = 2;

    /// <summary>Names and headings have hardly any kana: so many common kanji then, and next to nothing else.</summary>
    const double LeastCommon = 0.95;
    const int FewestKanji = 8;

    /// <summary>First bytes of the kanji of everyday use (JIS X 0208, level 1, rows 16–47).</summary>
    static readonly (string Encoding, byte First, byte Last)[] Common = [(TextDecoder.ShiftJis, 0x88, 0x98), (TextDecoder.EucJp, 0xB0, 0xCF)];

    public static string? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TextDecoder.Utf8,
        [0xFF, 0xFE, 0, 0, ..] => TextDecoder.Utf32LittleEndian,
        [0, 0, 0xFE, 0xFF, ..] => TextDecoder.Utf32BigEndian,
        [0xFF, 0xFE, ..] => TextDecoder.Utf16LittleEndian,
        [0xFE, 0xFF, ..] => TextDecoder.Utf16BigEndian,
        _ => null,
    };

    public static int MarkLength(string encoding) => encoding switch
    {
        TextDecoder.Utf8 => 3,
        TextDecoder.Utf32LittleEndian or TextDecoder.Utf32BigEndian => 4,
        TextDecoder.Utf16LittleEndian or TextDecoder.Utf16BigEndian => 2,
        _ => 0,
    };

    /// <summary>The Unicode encoding without a mark that the zeros among the bytes show, or null.</summary>
    public static string? ByZeros(ReadOnlySpan<byte> head)
    {
        head = head[..(head.Length & ~3)] is { Length: > 0 } whole ? whole : head;
        if (head.Count((byte)0) < LeastZeros * head.Length || head.Length < 2)
            return null;
        var readings = new List<(string Encoding, string Text)>();
        foreach (var encoding in (string[])[TextDecoder.Utf32LittleEndian, TextDecoder.Utf32BigEndian, TextDecoder.Utf16LittleEndian, TextDecoder.Utf16BigEndian])
            readings.Add((encoding, TextEncodings.Of(encoding).GetString(head)));
        // Bytes in the wrong order give ideographs, each less likely than the letters it hides.
        return readings.Where(reading => Expected(reading.Text) >= LeastExpected)
            .OrderByDescending(reading => TextPlausibility.Open.LogOf(TextPlausibility.Composed(reading.Text)))
            .Select(reading => reading.Encoding).FirstOrDefault();
    }

    /// <summary>Shift-JIS or EUC-JP when the bytes are well formed and show Japanese: kana, or nearly nothing but kanji of everyday use.</summary>
    public static string? Japanese(ReadOnlySpan<byte> head)
    {
        foreach (var (name, first, last) in Common)
        {
            var encoding = TextEncodings.Of(name);
            // A letter may be cut at the end of the head.
            var text = encoding.GetString(head).TrimEnd('\uFFFD');
            if (text.Contains('\uFFFD', StringComparison.Ordinal))
                continue;
            var beyondAscii = string.Concat(text.Where(letter => letter >= 0x80));
            var kana = beyondAscii.Count(letter => letter is >= '\u3041' and <= '\u30FF');
            var kanji = beyondAscii.Count(letter => letter is >= '\u4E00' and <= '\u9FFF' && IsWithin(encoding, letter, first, last));
            var signs = beyondAscii.Count(letter => letter is >= '\u3000' and < '\u3041' or >= '\uFF01' and <= '\uFF5E');
            if ((kana >= FewestKana && kana >= LeastKana * beyondAscii.Length)
                || (kanji >= FewestKanji && kana + kanji + signs >= LeastCommon * beyondAscii.Length))
                return name;
        }
        return null;
    }

    static bool IsWithin(Encoding encoding, char kanji, byte first, byte last)
    {
        Span<byte> bytes = stackalloc byte[8];
        return encoding.TryGetBytes([kanji], bytes, out var written) && written > 0 && bytes[0] >= first && bytes[0] <= last;
    }

    static double Expected(string text) => text.Count(IsExpected) / (double)Math.Max(1, text.Length);

    static bool IsExpected(char unit) => unit switch
    {
        '\t' or '\n' or '\r' or '\uFEFF' => true,
        >= ' ' and < '\u007F' or >= '\u00A0' and < '\u0250' or >= '\u0300' and < '\u0370' => true,
        >= '\u1EA0' and <= '\u1EF9' or >= '\u2010' and <= '\u2040' or '€' or '₫' => true,
        >= '\u3000' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or >= '\uFF00' and <= '\uFF9F' => true,
        _ => false,
    };
}
