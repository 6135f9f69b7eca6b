using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>The encodings behind the words of the study file. Bytes without meaning come as U+FFFD; code pages of Vietnamese come composed (NFC).</summary>
static class TextEncodings
{
    const int ShiftJisPage = 932, EucJpPage = 51932;

    static readonly Dictionary<string, Encoding> Known = new(StringComparer.Ordinal)
    {
        [TextDecoder.Utf8] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        [TextDecoder.Utf16LittleEndian] = new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        [TextDecoder.Utf16BigEndian] = new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        [TextDecoder.Utf32LittleEndian] = new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        [TextDecoder.Utf32BigEndian] = new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [TextDecoder.Windows1258] = new TableEncoding(CodeTables.Windows1258),
        [TextDecoder.Windows1252] = new TableEncoding(CodeTables.Windows1252),
        [TextDecoder.Tcvn3] = new TableEncoding(CodeTables.Tcvn3),
        [TextDecoder.Tcvn1] = new TableEncoding(CodeTables.Tcvn1),
        [TextDecoder.Vni] = new TableEncoding(CodeTables.Vni),
        [TextDecoder.Viscii] = new TableEncoding(CodeTables.Viscii),
        [TextDecoder.Vps] = new TableEncoding(CodeTables.Vps),
        [TextDecoder.ShiftJis] = Japanese(ShiftJisPage),
        [TextDecoder.EucJp] = Japanese(EucJpPage),
    };

    /// <exception cref="ArgumentException">No encoding has that name.</exception>
    public static Encoding Of(string name) =>
        Known.TryGetValue(name, out var encoding) ? encoding : throw new ArgumentException($"No decoder for {name}.", nameof(name));

    static Encoding Japanese(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
