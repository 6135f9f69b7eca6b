namespace ImpactEval.Language;

/// <summary>
/// Recognises an answer that says nothing about any theme (<c>không</c>, <c>tốt ạ</c>, <c>như trên</c>, <c>10/10</c>): in some language it falls
/// apart, without rest, into phrases of the shipped lists and function words. Such answers are counted in the open, never made a theme.
/// </summary>
public static class UninformativeAnswers
{
    const int LongestPhrase = 6;

    static readonly Lazy<HashSet<string>[]> Spaced = new(() =>
    [
        Phrases("vi-uninformative.txt", WordLists.Vietnamese),
        [.. Phrases("vi-uninformative.txt", WordLists.Vietnamese).Select(ToneMarks.Remove)],
        Phrases("en-uninformative.txt", WordLists.English),
        Phrases("fr-uninformative.txt", WordLists.French),
    ]);

    static readonly Lazy<HashSet<string>> Japanese = new(() => [.. LexiconFile.Entries("ja-uninformative.txt")]);

    public static bool Contains(string answer) => Contains(NormalisedText.Of(answer));

    public static bool Contains(NormalisedText answer)
    {
        var text = answer.Value.ToLowerInvariant();
        var words = Words(text);
        return Spaced.Value.Any(phrases => FallsApart(words.Count, LongestPhrase, (start, length) => phrases.Contains(Joined(words, start, length))))
            || IsEmptyJapanese(string.Concat(words));
    }

    static bool IsEmptyJapanese(string letters) =>
        FallsApart(letters.Length, letters.Length, (start, length) => Japanese.Value.Contains(letters.Substring(start, length)));

    // Whether some division of the units into known phrases leaves nothing over.
    static bool FallsApart(int units, int longest, Func<int, int, bool> isPhrase)
    {
        var reached = new bool[units + 1];
        reached[0] = true;
        for (var start = 0; start < units; start++)
        {
            for (var length = 1; reached[start] && length <= longest && start + length <= units; length++)
                reached[start + length] |= isPhrase(start, length);
        }
        return reached[units];
    }

    static string Joined(List<string> words, int start, int length) => string.Join(' ', words.Skip(start).Take(length));

    static HashSet<string> Phrases(string name, IReadOnlySet<string> functionWords) =>
        [.. LexiconFile.Entries(name).Select(entry => string.Join(' ', Words(NormalisedText.Of(entry).Value))), .. functionWords];

    static List<string> Words(string text) =>
        [.. TextTokens.Of(text).Where(token => char.IsLetter(text[token.Start])).Select(token => token.In(text).Replace('’', '\''))];
}
