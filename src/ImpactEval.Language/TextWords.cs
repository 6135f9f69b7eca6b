namespace ImpactEval.Language;

/// <summary>One word of a text: how it is counted (lower case, marks in one place) and where it stands in the normalised text.</summary>
/// <param name="Follows">The word before stands directly before it, nothing but a space between.</param>
public readonly record struct TextWord(string Key, TextSpan Span, bool Follows);

/// <summary>The words of a text, by the rules of its language; numbers and signs are left out.</summary>
public static class TextWords
{
    public static IReadOnlyList<TextWord> Of(NormalisedText text, DetectedLanguage language)
    {
        var tokens = TextTokens.Of(text.Value);
        var units = language.Language switch
        {
            WrittenLanguage.Vietnamese or WrittenLanguage.Unknown when !language.WithoutMarks => Segmented(text.Value, tokens),
            WrittenLanguage.Vietnamese => tokens,
            WrittenLanguage.French or WrittenLanguage.English => tokens.Select(token => WithoutElision(text.Value, token)),
            _ => tokens.Where(token => Scripts.Of(text.Value[token.Start]) != Script.Hiragana),
        };
        var words = units.Where(unit => unit.Length > 0 && char.IsLetter(text.Value[unit.Start]))
            .Select(unit => new TextWord(unit.In(text.Value).ToLowerInvariant(), unit, Follows: false)).ToList();
        if (language.WithoutMarks)
            words = Marked(words, text.Value);
        for (var i = 1; i < words.Count; i++)
            words[i] = words[i] with { Follows = IsBeside(text.Value, words[i - 1].Span, words[i].Span) };
        return words;
    }

    static IEnumerable<TextSpan> Segmented(string text, List<TextSpan> tokens)
    {
        var at = 0;
        foreach (var length in WordSegmenter.Shared.WordLengths([.. tokens.Select(token => token.In(text))]))
        {
            yield return Joined(tokens[at], tokens[at + length - 1]);
            at += length;
        }
    }

    // Longest match over words as they look without marks; the likeliest spelling with marks is what is counted, the quote stays as written.
    static List<TextWord> Marked(List<TextWord> syllables, string text)
    {
        var words = new List<TextWord>(syllables.Count);
        for (var i = 0; i < syllables.Count;)
        {
            var length = Math.Min(4, syllables.Count - i);
            string? marked = null;
            for (; length >= 1; length--)
            {
                marked = VietnameseLexicon.Shared.Marked(string.Join(' ', syllables.Skip(i).Take(length).Select(word => word.Key)));
                if (marked is not null)
                    break;
            }
            length = Math.Max(length, 1);
            words.Add(new TextWord(marked ?? syllables[i].Key, Joined(syllables[i].Span, syllables[i + length - 1].Span), Follows: false));
            i += length;
        }
        return words;
    }

    // l'équipe, d'une, qu'il: the part before the apostrophe is an article or pronoun; the trainer's: the part behind it is a case ending.
    static TextSpan WithoutElision(string text, TextSpan token)
    {
        var apostrophe = text.AsSpan(token.Start, token.Length).IndexOfAny('\'', '’');
        if (apostrophe < 0)
            return token;
        return apostrophe <= 2
            ? new TextSpan(token.Start + apostrophe + 1, token.Length - apostrophe - 1)
            : new TextSpan(token.Start, apostrophe);
    }

    static TextSpan Joined(TextSpan first, TextSpan last) => new(first.Start, last.End - first.Start);

    static bool IsBeside(string text, TextSpan before, TextSpan after) =>
        after.Start == before.End || (after.Start == before.End + 1 && text[before.End] == ' ');
}
