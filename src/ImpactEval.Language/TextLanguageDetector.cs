namespace ImpactEval.Language;

/// <summary>
/// Names the language of one answer: by script (Japanese), by letters only Vietnamese has, else by counting, word for word, which language
/// could have written it. An answer that leaves it open (a number, a name, <c>ok</c>) is <see cref="WrittenLanguage.Unknown"/>.
/// </summary>
public static class TextLanguageDetector
{
    // A borrowed name or a quoted word must not decide: at least this share of the letters or words must be possible in the language.
    const double JapaneseShare = 0.3, VietnameseShare = 0.6;

    static readonly Lazy<HashSet<string>> PlainSyllables = new(() => VietnameseSyllables(marked: false));
    static readonly Lazy<HashSet<string>> Syllables = new(() => VietnameseSyllables(marked: true));

    public static DetectedLanguage Of(string text) => Of(NormalisedText.Of(text));

    public static DetectedLanguage Of(NormalisedText text)
    {
        if (IsJapanese(text.Value))
            return new DetectedLanguage(WrittenLanguage.Japanese);
        var words = TextTokens.Of(text.Value).Where(token => char.IsLetter(text.Value[token.Start]))
            .Select(token => token.In(text.Value).ToLowerInvariant()).ToList();
        if (words.Count == 0)
            return default;

        var (vietnamese, english, french) = (words.Sum(VietnamesePoints), words.Sum(EnglishPoints), words.Sum(FrenchPoints));
        var isPossible = words.Count(IsPossible) >= VietnameseShare * words.Count || words.Exists(word => word.Any(ToneMarks.IsVietnamese));
        if (vietnamese > 0 && vietnamese >= Math.Max(english, french) && isPossible)
            return new DetectedLanguage(WrittenLanguage.Vietnamese, WithoutMarks: words.All(IsPlain));
        if (english + french == 0)
            return default;
        return new DetectedLanguage(french > english ? WrittenLanguage.French : WrittenLanguage.English);
    }

    // A word with letters only Vietnamese has says most, one with marks (và, tôi) much, a bare syllable little: English has "to", "can", "the".
    static double VietnamesePoints(string word) =>
        !IsPossible(word) ? 0 : word.Any(ToneMarks.IsVietnamese) ? 2 : IsPlain(word) ? 0.5 : 1;

    static double EnglishPoints(string word) => Points(word, WordLists.English.Contains(word), HasShape(EnglishShapes, word));

    static double FrenchPoints(string word) =>
        Points(word, WordLists.French.Contains(word), word.Any(letter => FrenchLetters.Contains(letter, StringComparison.Ordinal)) || HasShape(FrenchShapes, word));

    static double Points(string word, bool isFunctionWord, bool hasShape) =>
        IsPossible(word) ? (isFunctionWord ? 0.75 : 0) : isFunctionWord || hasShape ? 1 : 0;

    // A bare syllable stands for all its marked ones.
    static bool IsPossible(string word) => IsPlain(word) ? PlainSyllables.Value.Contains(word) : Syllables.Value.Contains(word);

    static bool IsPlain(string word) => word.All(char.IsAscii);

    const string FrenchLetters = "éèêëçàâîïôûùœ";

    // Beginnings, middles and ends of words that one language has and the other hardly has.
    static readonly string[] EnglishShapes = ["w", "sh", "kn", "*ght", "*wh", "ing$", "ly$", "ed$", "ess$", "ful$", "ood$", "ook$", "ee$", "y$", "k$", "ow$"];
    static readonly string[] FrenchShapes = ["*eau", "*eux", "*oi", "*aux", "*ouv", "qu", "ment$", "ique$", "aire$", "eur$", "ez$", "oup$", "elle$", "ette$", "isme$"];

    static bool HasShape(string[] shapes, string word) => word.Length > 2 && shapes.Any(shape =>
        shape[0] == '*' ? word.Contains(shape[1..], StringComparison.Ordinal)
        : shape[^1] == '$' ? word.EndsWith(shape[..^1], StringComparison.Ordinal)
        : word.StartsWith(shape, StringComparison.Ordinal));

    static bool IsJapanese(string text)
    {
        var (japanese, letters) = (0, 0);
        foreach (var letter in text.Where(char.IsLetter))
        {
            letters++;
            if (Scripts.Of(letter) is Script.Hiragana or Script.Katakana or Script.Kanji)
                japanese++;
        }
        return japanese > 0 && japanese >= JapaneseShare * letters;
    }

    static HashSet<string> VietnameseSyllables(bool marked)
    {
        var syllables = VietnameseLexicon.Shared.CommonSyllables;
        return [.. marked ? syllables : syllables.Select(ToneMarks.Remove)];
    }
}
