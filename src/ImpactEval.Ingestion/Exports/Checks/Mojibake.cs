using System.Text;

namespace ImpactEval.Ingestion.Exports.Checks;

/// <summary>Text in UTF-8 that was read once as Windows-1252 and saved again.</summary>
static class Mojibake
{
    /// <summary>Windows-1252 above its control range; the five bytes it leaves undefined come through as controls.</summary>
    const string From80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as it was, or null when it was not spoilt so.</summary>
    public static string? Repaired(string text)
    {
        // The first byte of every accented letter of Vietnamese, French and Japanese reads as one of these.
        if (text.AsSpan().IndexOfAnyInRange('\u00C2', '\u00EF') < 0)
            return null;
        var bytes = new byte[text.Length];
        for (var at = 0; at < text.Length; at++)
        {
            if (ByteOf(text[at]) is not { } value)
                return null;
            bytes[at] = value;
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static byte? ByteOf(char letter)
    {
        if (letter is < '\u0080' or (>= '\u00A0' and <= '\u00FF'))
            return (byte)letter;
        var at = From80.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? null : (byte)(0x80 + at);
    }
}
