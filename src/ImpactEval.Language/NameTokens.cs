namespace ImpactEval.Language;

/// <param name="Start">Index of its first token.</param>
readonly record struct PhraseAt(string Text, int Start);

/// <summary>The tokens of a text with the questions the name rules ask of them; outside the text every answer is no.</summary>
sealed class NameTokens
{
    readonly string text;
    readonly List<TextSpan> tokens;
    readonly string[] lower;
    readonly bool isShouted;

    public NameTokens(string text)
    {
        this.text = text;
        tokens = TextTokens.Of(text);
        lower = [.. tokens.Select(token => token.In(text).ToLowerInvariant())];
        // Text in capitals only, as forms are sometimes filled in: then capitals tell abbreviations from names no longer.
        isShouted = text.Count(char.IsUpper) > 0.7 * text.Count(char.IsLetter);
    }

    public int Count => tokens.Count;

    public string Lower(int i) => lower[i];

    public string Written(int i) => tokens[i].In(text);

    public TextSpan Span(int i, int length) => new(tokens[i].Start, tokens[i + length - 1].End - tokens[i].Start);

    public bool IsWord(int i) => i >= 0 && i < Count && char.IsLetter(text[tokens[i].Start]);

    public bool IsCapital(int i) => IsWord(i) && char.IsUpper(text[tokens[i].Start]);

    /// <summary>Nothing but a space stands before token <paramref name="i"/>.</summary>
    public bool IsBeside(int i) => i > 0 && i < Count && tokens[i].Start == tokens[i - 1].End + 1 && text[tokens[i - 1].End] == ' ';

    public bool Follows(int i) => IsWord(i) && IsBeside(i);

    /// <summary>A sentence begins here.</summary>
    public bool Starts(int i) => i == 0 || text[tokens[i - 1].Start] is '.' or '!' or '?' or '…' or ':';

    public string WordBefore(int i) => IsWord(i - 1) ? lower[i - 1] : "";

    /// <summary>The longest phrase of the list that ends just before token <paramref name="i"/>; a point may stand between (<c>Ms. Bennett</c>).</summary>
    public PhraseAt? PhraseBefore(int i, IReadOnlySet<string> phrases)
    {
        var last = i - 1;
        var stop = last > 0 && text[tokens[last].Start] is '.' or ':' && tokens[last].Start == tokens[last - 1].End ? text[tokens[last].Start] : ' ';
        if (stop != ' ')
            last--;
        for (var length = NameContext.LongestPhrase; length >= 1; length--)
        {
            if (Phrase(last - length + 1, length) is { } phrase && (phrases.Contains(phrase) || (stop == '.' && phrases.Contains(phrase + '.'))))
                return new PhraseAt(phrase, last - length + 1);
        }
        return null;
    }

    public bool EndsPhrase(int last, IReadOnlySet<string> phrases) => last >= 0 && PhraseBefore(last + 1, phrases) is not null;

    public bool BeginsPhrase(int i, IReadOnlySet<string> phrases)
    {
        for (var length = 1; length <= NameContext.LongestPhrase; length++)
        {
            if (Phrase(i, length) is { } phrase && phrases.Contains(phrase))
                return true;
        }
        return false;
    }

    /// <summary>The capitals from here are a proper name of the lexicon: a province, a district, a commune.</summary>
    public bool IsPlace(int i, int length) => Phrase(i, length) is { } phrase
        && (NameContext.IsPlace(phrase) || VietnameseLexicon.Shared.Word(phrase) is { IsName: true });

    /// <summary>The syllables from here make an ordinary word.</summary>
    public bool IsHeadword(int i, int length) =>
        Phrase(i, length) is { } phrase && VietnameseLexicon.Shared.Word(phrase) is { IsHeadword: true, IsName: false };

    /// <summary>A single word in capitals only (<c>UBND</c>) in a text that is not written so throughout.</summary>
    public bool IsAbbreviation(int i, int run) => !isShouted && run == 1 && tokens[i].Length > 1 && Written(i).All(char.IsUpper);

    /// <summary>No Vietnamese syllable: a name from abroad.</summary>
    public bool IsForeign(int i) => !VietnameseLexicon.Shared.HasSyllable(lower[i]);

    string? Phrase(int i, int length)
    {
        if (i < 0 || i + length > Count || (length == 1 && !IsWord(i)))
            return null;
        var span = Span(i, length);
        return span.In(text).ToLowerInvariant();
    }
}
