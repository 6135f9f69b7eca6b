namespace ImpactEval.Language;

/// <summary>The smallest units of a text: syllables or words, numbers, single signs; white space stands between them.</summary>
static class TextTokens
{
    public static List<TextSpan> Of(string text)
    {
        var tokens = new List<TextSpan>(text.Length / 4 + 1);
        for (var i = 0; i < text.Length;)
        {
            var end = char.IsLetterOrDigit(text[i]) ? RunEnd(text, i) : i + 1;
            if (!char.IsWhiteSpace(text[i]))
                tokens.Add(new TextSpan(i, end - i));
            i = end;
        }
        return tokens;
    }

    // Letters of one script or digits; a hyphen or apostrophe between two letters (e-mail, H'Lan), a point or comma between two digits (1.250).
    static int RunEnd(string text, int start)
    {
        var i = start + 1;
        for (; i < text.Length; i++)
        {
            var goesOn = char.IsLetterOrDigit(text[i]) ? Scripts.Of(text[i]) == Scripts.Of(text[start]) : i + 1 < text.Length && Joins(text, i);
            if (!goesOn)
                break;
        }
        return i;
    }

    static bool Joins(string text, int i) => text[i] switch
    {
        '-' or '\'' or '’' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
        '.' or ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
        _ => false,
    };
}
