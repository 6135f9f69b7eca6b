using ImpactEval.Language;

namespace ImpactEval.Topics;

/// <summary>A content word where it stands in its answer.</summary>
/// <param name="Key">Lower case, marks in one place.</param>
/// <param name="Shown">As written.</param>
/// <param name="Follows">The content word before stands directly before it.</param>
readonly record struct ContentWord(string Key, string Shown, bool Follows);

/// <summary>What one answer contributes: its language and its content words; no words when it says nothing.</summary>
sealed record AnswerWords(WrittenLanguage Language, IReadOnlyList<ContentWord> Words)
{
    const int LongestPhrase = 4;

    static readonly AnswerWords Nothing = new(WrittenLanguage.Unknown, []);

    public static AnswerWords Of(string text, bool dropOfficialese)
    {
        var normalised = NormalisedText.Of(text);
        if (UninformativeAnswers.Contains(normalised))
            return Nothing;
        var language = TextLanguageDetector.Of(normalised);
        var personal = PersonalSpans(text);
        var words = TextWords.Of(normalised, language);
        var isDropped = Dropped(words, language.Language, dropOfficialese);

        var content = new List<ContentWord>(words.Count);
        var previous = -1;
        for (var i = 0; i < words.Count; i++)
        {
            var at = normalised.OriginalSpan(words[i].Span);
            if (isDropped[i] || personal.Exists(span => span.Overlaps(at)))
                continue;
            content.Add(new ContentWord(words[i].Key, Shown(words[i], normalised.Value, language), words[i].Follows && previous == i - 1));
            previous = i;
        }
        return new AnswerWords(language.Language, content);
    }

    // A label never shows a person: what redaction finds, and the placeholders of a text redacted before.
    static List<TextSpan> PersonalSpans(string text)
    {
        var spans = PersonalData.Redact(text).Spans.Select(span => span.Span).ToList();
        if (!text.Contains('[', StringComparison.Ordinal))
            return spans;
        foreach (var placeholder in Enum.GetValues<PersonalDataKind>().Select(PersonalData.Placeholder))
        {
            for (var at = text.IndexOf(placeholder, StringComparison.Ordinal); at >= 0; at = text.IndexOf(placeholder, at + 1, StringComparison.Ordinal))
                spans.Add(new TextSpan(at, placeholder.Length));
        }
        return spans;
    }

    static bool[] Dropped(IReadOnlyList<TextWord> words, WrittenLanguage language, bool dropOfficialese)
    {
        var functionWords = WordLists.FunctionWords(language);
        var dropped = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            dropped[i] |= functionWords.Contains(words[i].Key) || IsSingleLetter(words[i].Key);
            for (var length = LongestPhrase; dropOfficialese && language == WrittenLanguage.Vietnamese && length >= 1; length--)
            {
                if (i + length <= words.Count && WordLists.Officialese.Contains(string.Join(' ', words.Skip(i).Take(length).Select(word => word.Key))))
                    dropped.AsSpan(i, length).Fill(true);
            }
        }
        return dropped;
    }

    static bool IsSingleLetter(string word) => word.Length == 1 && word[0] < '\u0250';

    // What was written without marks is shown with them in a label, where the word is known.
    static string Shown(TextWord word, string text, DetectedLanguage language) =>
        language.WithoutMarks || StartsSentence(text, word.Span.Start) ? word.Key : word.Span.In(text);

    static bool StartsSentence(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" \"“'(");
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or '…' or ':' or '\n' or '-' or '•' or '+' or ';' or ')';
    }
}
