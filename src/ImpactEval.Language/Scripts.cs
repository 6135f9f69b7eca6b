namespace ImpactEval.Language;

enum Script { Latin, Hiragana, Katakana, Kanji }

static class Scripts
{
    /// <summary>The script of a letter; the long-vowel sign and the iteration sign count with the letters they follow.</summary>
    public static Script Of(char letter) => letter switch
    {
        >= '\u3041' and <= '\u309F' => Script.Hiragana,
        (>= '\u30A1' and <= '\u30FF') or (>= '\uFF66' and <= '\uFF9F') => Script.Katakana,
        (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '々' => Script.Kanji,
        _ => Script.Latin,
    };
}
