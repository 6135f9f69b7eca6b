using System.Globalization;

namespace ImpactEval.Language.Encodings;

/// <summary>
/// How likely a text is as something a person wrote: the natural logarithm of its probability, words taken one by one, each as a Vietnamese syllable or
/// as letters of another language. Readings of the same bytes are compared by it, so what is ASCII outside words counts nothing.
/// </summary>
/// <param name="vietnameseShare">Share of Vietnamese among the words that this reading is expected to hold.</param>
sealed class TextPlausibility(double vietnameseShare)
{
    /// <summary>Marks outside words that office programs write: one in four hundred characters, of a dozen kinds.</summary>
    const double TypographicSign = -6;

    const double OtherSign = -9;

    /// <summary>A sign behind or between letters: what a wrong code page makes of letters.</summary>
    const double SignInWord = -3;

    /// <summary>Control characters, unassigned code points and U+FFFD are hardly ever text.</summary>
    const double Control = -14;

    /// <summary>Capitals behind small letters (<c>nGuyễn</c>, <c>LÀn</c>): no way to write.</summary>
    const double OddCase = -5;

    /// <summary>Capitals among which the marked letters are small: what TCVN3 does to words in capitals.</summary>
    const double SmallMarkedLetters = -1.5;

    /// <summary>Two letters with marks side by side: common in Vietnamese (<c>ươ</c>), rare elsewhere.</summary>
    const double MarkedNeighbours = -3;

    /// <summary>Vietnamese and foreign text in equal parts: nothing is known of it.</summary>
    public static TextPlausibility Open { get; } = new(0.5);

    readonly double vietnamese = Math.Log(vietnameseShare);
    readonly double foreign = Math.Log(1 - vietnameseShare);

    /// <summary>The text in NFC, as it is judged; noncharacters cannot be composed and stay.</summary>
    public static string Composed(string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <param name="text">Composed.</param>
    public double LogOf(string text)
    {
        var sum = 0.0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsOfWord(text[at]))
            {
                sum += SignAt(text, at);
                at += char.IsSurrogatePair(text, at) ? 2 : 1;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && IsOfWord(text[end]))
                end++;
            sum += Word(text[at..end]);
            at = end;
        }
        return sum;
    }

    double Word(string word)
    {
        var lower = word.ToLowerInvariant();
        var written = foreign + Foreign(lower);
        if (VietnameseSyllables.LogShare(lower) is { } share)
            written = Math.Max(written, vietnamese + share) + Math.Log(1 + Math.Exp(-Math.Abs(written - vietnamese - share)));
        return written + CaseOf(word);
    }

    static double Foreign(string lower)
    {
        var sum = 0.0;
        for (var at = 0; at < lower.Length; at++)
        {
            sum += LetterFrequencies.Log(lower[at]);
            if (at > 0 && IsMarkedLatin(lower[at]) && IsMarkedLatin(lower[at - 1]))
                sum += MarkedNeighbours;
        }
        return sum;
    }

    // Small, capitals, or a capital first.
    static double CaseOf(string word)
    {
        var (capitals, small) = (word.Count(char.IsUpper), word.Count(char.IsLower));
        if (capitals == 0 || small == 0 || (capitals == 1 && char.IsUpper(word[0])))
            return 0;
        return word.All(letter => char.IsUpper(letter) || letter >= 0x80) ? SmallMarkedLetters : OddCase;
    }

    static double SignAt(string text, int at)
    {
        var sign = text[at];
        if (sign is >= ' ' and < '\u007F' or '\t' or '\n' or '\r')
            return 0;
        if (char.IsSurrogatePair(text, at))
            return OtherSign;
        if (sign == '\uFFFD' || CharUnicodeInfo.GetUnicodeCategory(sign)
            is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)
            return Control;
        var (follows, precedes) = (at > 0 && IsOfWord(text[at - 1]), at + 1 < text.Length && IsOfWord(text[at + 1]));
        var hidesLetter = Contains(BetweenWords, sign) ? 0 : Contains(Closing, sign) ? (follows && precedes ? SignInWord : 0) : follows ? SignInWord : 0;
        return (Contains(Typographic, sign) || sign is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFF0F' ? TypographicSign : OtherSign) + hidesLetter;
    }

    const string Typographic = "\u00A0–—‘’“”„«»…•°²³½×€₫";

    /// <summary>Signs that may stand right between two words, and those that may end one.</summary>
    const string BetweenWords = "\u00A0’–—…", Closing = "“‘„«”»•²³®™";

    static bool Contains(string signs, char sign) => signs.Contains(sign, StringComparison.Ordinal);

    static bool IsOfWord(char unit) => char.IsLetter(unit) || MarkComposer.IsMark(unit);

    static bool IsMarkedLatin(char lower) => lower is >= '\u0080' and < '\u0370' or >= '\u1E00' and <= '\u1EFF';
}
