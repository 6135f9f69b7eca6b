using System.Globalization;
using System.Runtime.InteropServices;

namespace ImpactEval.Language;

/// <summary>What the lexicon knows of a word: a headword, a proper name, or only seen in the treebank; and how often its syllables stood joined and apart there.</summary>
readonly record struct LexiconWord(bool IsHeadword, bool IsName, int Joined, int Split);

/// <summary>What the lexicon knows of a syllable: how often it stood alone and inside words, and how many headwords it begins and ends.</summary>
record struct LexiconSyllable(int Alone, int Inside, int Begins, int Ends);

/// <summary>Vietnamese words in lower case, one space between syllables, tone marks placed as <see cref="ToneMarks.Place"/> does.</summary>
sealed class VietnameseLexicon
{
    // As if the treebank had it often: the segmenter then prefers it to its parts.
    const int UsesOfATerm = 10;

    static readonly Lazy<VietnameseLexicon> Loaded = new(() => new VietnameseLexicon());

    readonly Dictionary<string, LexiconWord> words = new(34_000, StringComparer.Ordinal);
    readonly Dictionary<string, LexiconSyllable> syllables = new(9_000, StringComparer.Ordinal);
    readonly Lazy<Dictionary<string, string>> unmarked;

    VietnameseLexicon()
    {
        foreach (var line in LexiconFile.Text("vi-words.tsv").AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
                Read(line);
        }
        foreach (var term in LexiconFile.Entries("vi-domain-words.txt"))
            ReadTerm(ToneMarks.Place(term.ToLowerInvariant()));
        unmarked = new Lazy<Dictionary<string, string>>(ReadUnmarked);
    }

    public static VietnameseLexicon Shared => Loaded.Value;

    public LexiconWord? Word(ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var found) ? found : null;

    public LexiconSyllable Syllable(ReadOnlySpan<char> syllable) =>
        syllables.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(syllable, out var found) ? found : default;

    public bool HasSyllable(ReadOnlySpan<char> syllable) => syllables.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(syllable);

    /// <summary>Syllables of the language: those that stand in two words or more, which leaves out most transcribed names.</summary>
    public IEnumerable<string> CommonSyllables => syllables.Where(entry => entry.Value is var s && s.Alone + s.Inside + s.Begins + s.Ends > 1).Select(entry => entry.Key);

    /// <summary>The likeliest word with its marks behind a word written without them (<c>phan loai</c> → <c>phân loại</c>), or null.</summary>
    public string? Marked(ReadOnlySpan<char> word) =>
        unmarked.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var found) ? found : null;

    void Read(ReadOnlySpan<char> line)
    {
        Span<Range> columns = stackalloc Range[5];
        var count = line.Split(columns, '\t');
        var text = line[columns[0]];
        var kind = line[columns[1]][0];
        var word = new LexiconWord(kind != 't', kind == 'n', count > 2 ? Number(line[columns[2]]) : 0, count > 3 ? Number(line[columns[3]]) : 0);
        words[text.ToString()] = word;

        if (text.IndexOf(' ') < 0)
            Count(text).Alone = word.Joined;
        else
            CountParts(text, word);
    }

    // A term of the field joins its syllables as a word of the treebank does; what the treebank says of the syllables stays as it is.
    void ReadTerm(string term)
    {
        var known = words.GetValueOrDefault(term);
        words[term] = new LexiconWord(IsHeadword: true, IsName: false, Math.Max(known.Joined, UsesOfATerm), Split: 0);
    }

    void CountParts(ReadOnlySpan<char> text, LexiconWord word)
    {
        foreach (var part in text.Split(' '))
            Count(text[part]).Inside += word.Joined;
        if (word.IsHeadword)
        {
            Count(text[..text.IndexOf(' ')]).Begins++;
            Count(text[(text.LastIndexOf(' ') + 1)..]).Ends++;
        }
    }

    ref LexiconSyllable Count(ReadOnlySpan<char> syllable) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(syllables.GetAlternateLookup<ReadOnlySpan<char>>(), syllable, out _);

    static int Number(ReadOnlySpan<char> digits) => digits.IsEmpty ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    // Of words that look alike without marks the most frequent wins, then the first in ordinal order.
    Dictionary<string, string> ReadUnmarked()
    {
        var found = new Dictionary<string, string>(words.Count, StringComparer.Ordinal);
        foreach (var (word, known) in words)
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(found, ToneMarks.Remove(word), out var exists);
            if (!exists || known.Joined > words[best!].Joined || (known.Joined == words[best!].Joined && string.CompareOrdinal(word, best) < 0))
                best = word;
        }
        return found;
    }
}
