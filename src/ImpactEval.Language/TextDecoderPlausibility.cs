using System.Buffers;

namespace ImpactEval.Language;

/// <summary>
/// Whether bytes that are no Unicode are Windows-1258. Any byte string can be read so; read wrongly (TCVN3, VNI, VISCII …) it gives
/// signs in the middle of words, and tones behind letters that carry none.
/// </summary>
static class TextDecoderPlausibility
{
    /// <summary>Real text stands above it even with odd signs; TCVN3 read as Windows-1258 keeps under two thirds.</summary>
    const double LeastShare = 0.95;

    /// <summary>Letters of Vietnamese and French with their marks composed, and the punctuation of office programs.</summary>
    static readonly SearchValues<char> Expected = SearchValues.Create(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
        + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
        + "çëîïûüœæÿÇËÎÏÛÜŒÆŸñÑäöÄÖ"
        + "\u00A0–—‘’“”„«»…•°€");

    public static bool IsWindows1258(string composed)
    {
        var (foreign, expected) = (0, 0);
        for (var at = 0; at < composed.Length; at++)
        {
            var letter = composed[at];
            if (letter < '\u0080')
                continue;
            if (Expected.Contains(letter) && !StandsWrongly(composed, at))
                expected++;
            else
                foreign++;
        }
        return expected >= LeastShare * (expected + foreign);
    }

    /// <summary>A capital right behind a small letter: Vietnamese never writes it, a wrong code page does.</summary>
    static bool StandsWrongly(string text, int at) => at > 0 && char.IsUpper(text[at]) && char.IsLower(text[at - 1]);
}
