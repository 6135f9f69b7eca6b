using System.Text;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Exports.Words;

/// <summary>A word or phrase that headings and cells are searched for, in any of the product's languages.</summary>
sealed record Phrase
{
    public Phrase(string text)
    {
        Words = Sought.WordsOf(text);
        PlainWords = ToneMarks.Remove(Words);
        Joined = PlainWords.Replace(" ", "", StringComparison.Ordinal);
        // One ideograph is part of too many words to be sought inside them.
        IsInsideWords = Words.Length > 1 && Words.Any(Sought.IsJapanese);
    }

    /// <summary>Folded words with one space between them.</summary>
    public string Words { get; }

    /// <summary>The same without tone and vowel marks.</summary>
    public string PlainWords { get; }

    /// <summary>The same in one word, as codes write it: <c>mahocvien</c>.</summary>
    public string Joined { get; }

    /// <summary>Japanese writes no spaces: the phrase may stand anywhere.</summary>
    public bool IsInsideWords { get; }

    /// <summary>Phrases written with semicolons between them, the longest first.</summary>
    public static IReadOnlyList<Phrase> List(params string[] texts) =>
    [
        .. texts.SelectMany(text => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(text => new Phrase(text))
            .OrderByDescending(phrase => phrase.Words.Length)
            .ThenBy(phrase => phrase.Words, StringComparer.Ordinal),
    ];
}

/// <summary>A heading or a cell as phrases are sought in it: folded, marks of writing as spaces, so that <c>ma_hoc_vien</c> is <c>mã học viên</c>.</summary>
sealed class Sought
{
    readonly string words;
    readonly string joined;
    readonly string[] tokens;
    readonly bool isPlain;

    public Sought(string text)
    {
        words = WordsOf(text);
        tokens = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        joined = string.Concat(tokens);
        // Written without any marks, as codes and old systems do: then marks are no difference.
        isPlain = words.All(char.IsAscii);
    }

    public string Words => words;

    public bool IsEmpty => words.Length == 0;

    public IReadOnlyList<string> Tokens => tokens;

    public bool Has(IReadOnlyList<Phrase> phrases) => Find(phrases) is not null;

    /// <summary>The first (longest) phrase that stands in the text.</summary>
    public Phrase? Find(IReadOnlyList<Phrase> phrases) => phrases.FirstOrDefault(Has);

    /// <summary>The text is one of the phrases and nothing else.</summary>
    public bool Is(IReadOnlyList<Phrase> phrases) =>
        phrases.Any(phrase => words == phrase.Words || (isPlain && (words == phrase.PlainWords || joined == phrase.Joined)));

    public bool Has(Phrase phrase)
    {
        if (phrase.IsInsideWords)
            return joined.Contains(phrase.Words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (Stands(phrase.Words))
            return true;
        return isPlain && (Stands(phrase.PlainWords) || (phrase.Joined.Length > 3 && tokens.Contains(phrase.Joined)));
    }

    /// <summary>The text begins with the phrase.</summary>
    public bool StartsWith(Phrase phrase)
    {
        if (phrase.IsInsideWords)
            return joined.StartsWith(phrase.Words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return $"{words} ".StartsWith($"{phrase.Words} ", StringComparison.Ordinal)
            || (isPlain && $"{words} ".StartsWith($"{phrase.PlainWords} ", StringComparison.Ordinal));
    }

    /// <summary>What is left of the text without a phrase, as a key: two headings of one matter have one rest.</summary>
    public string Without(Phrase phrase)
    {
        if (phrase.IsInsideWords)
            return joined.Replace(phrase.Words.Replace(" ", "", StringComparison.Ordinal), "", StringComparison.Ordinal);
        var rest = Removed(phrase.Words);
        if (rest == words && isPlain)
            rest = Removed(phrase.PlainWords);
        return rest == words && isPlain ? string.Join(' ', tokens.Where(token => token != phrase.Joined)) : rest;
    }

    string Removed(string phrase) => $" {words} ".Replace($" {phrase} ", " ", StringComparison.Ordinal).Trim();

    bool Stands(string phrase) => $" {words} ".Contains($" {phrase} ", StringComparison.Ordinal);

    internal static bool IsJapanese(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    internal static string WordsOf(string text)
    {
        var spaced = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            // diemTruoc, DiemTruoc: a capital after a small letter begins a word.
            if (at > 0 && char.IsUpper(text[at]) && char.IsLower(text[at - 1]))
                spaced.Append(' ');
            spaced.Append(text[at]);
        }
        var folded = FoldedText.Of(spaced.ToString());
        var apart = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            if (char.IsLetterOrDigit(letter))
                apart.Append(letter);
            else if (apart.Length > 0 && apart[^1] != ' ')
                apart.Append(' ');
        }
        return apart.ToString().TrimEnd(' ');
    }
}
