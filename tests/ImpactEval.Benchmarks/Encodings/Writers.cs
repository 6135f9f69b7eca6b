using System.Text;
using ImpactEval.Language;

namespace ImpactEval.Benchmarks.Encodings;

/// <summary>A way in which a program writes text.</summary>
sealed record Writer(string Encoding, string Remark, Func<string, byte[]> Write, Func<string, string> Expected)
{
    /// <summary>The encoding has every character of the text.</summary>
    public bool Holds(string text) => TextDecoder.Read(Write(text), Encoding).Text == Expected(text);
}

static class Writers
{
    public static Writer[] Vietnamese { get; } =
    [
        Of(TextDecoder.Utf8), Marked(TextDecoder.Utf8),
        new(TextDecoder.Utf8, " (NFD)", text => Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)), text => text),
        Of(TextDecoder.Utf16LittleEndian), Marked(TextDecoder.Utf16LittleEndian), Of(TextDecoder.Utf16BigEndian), Marked(TextDecoder.Utf32LittleEndian),
        Of(TextDecoder.Windows1258),
        new(TextDecoder.Tcvn3, " (font of capitals)", text => Bytes(TextDecoder.Tcvn3, Letters.SmallMarkedCapitals(text)), Letters.SmallMarkedCapitals),
        Of(TextDecoder.Tcvn1), Of(TextDecoder.Vni), Of(TextDecoder.Viscii), Of(TextDecoder.Vps),
    ];

    public static Writer[] Western { get; } = [Of(TextDecoder.Utf8), Of(TextDecoder.Windows1252), Of(TextDecoder.Utf16LittleEndian)];

    public static Writer[] Japanese { get; } = [Of(TextDecoder.Utf8), Of(TextDecoder.ShiftJis), Of(TextDecoder.EucJp), Of(TextDecoder.Utf16LittleEndian)];

    public static byte[] Bytes(string encoding, string text) => TextDecoder.EncodingOf(encoding).GetBytes(text);

    static Writer Of(string encoding) => new(encoding, "", text => Bytes(encoding, text), text => text);

    static Writer Marked(string encoding) => new(encoding, " (BOM)", text => Bytes(encoding, "\uFEFF" + text), text => text);
}

static class Letters
{
    const string Toneless = "ĂÂÊÔƠƯĐ";

    public static bool HasMark(string text) => text.Any(letter => letter >= 0x80 && char.IsLetter(letter));

    /// <summary>Capitals that carry a tone are small letters in TCVN3.</summary>
    public static string SmallMarkedCapitals(string text) => string.Concat(text.Select(letter =>
        letter >= 0x80 && char.IsUpper(letter) && !Toneless.Contains(letter, StringComparison.Ordinal) ? char.ToLowerInvariant(letter) : letter));
}
