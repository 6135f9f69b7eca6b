using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ImpactEval.Language.Encodings;

/// <summary>
/// What the bytes of a file show about their encoding, gathered in one pass and little memory: the beginning, whether all of it is ASCII or UTF-8, and the
/// different words that hold more than ASCII, from wherever in the file they stand. A first letter with a mark in the last row is seen.
/// </summary>
sealed partial class ByteSurvey
{
    const int HeadSize = 64 * 1024;

    /// <summary>Words beyond these add nothing: ten decide, thousands only cost time.</summary>
    const int MostWords = 2000;

    /// <summary>Once there are so many different ones, no more than so many places are looked at: names and provinces repeat for millions of rows.</summary>
    const int EnoughWords = 8, MostPlaces = 20_000;

    /// <summary>Vietnamese syllables have at most seven letters; longer runs are links, Japanese, or no text.</summary>
    const int LongestWord = 48;

    /// <summary>Read at a time from a stream.</summary>
    const int BlockSize = 256 * 1024;

    readonly List<byte[]> words = [];
    readonly HashSet<string> seen = new(StringComparer.Ordinal);
    byte[] head = [];
    int places;

    public ReadOnlySpan<byte> Head => head;

    public long Length { get; private set; }

    public bool IsAscii { get; private set; } = true;

    public bool IsUtf8 { get; private set; } = true;

    /// <summary>U+0300–U+036F stand in it, were it UTF-8.</summary>
    public bool HasCombiningMarks { get; private set; }

    /// <summary>The different words with bytes beyond ASCII, or with control codes that some code pages use for letters.</summary>
    public IReadOnlyList<byte[]> Words => words;

    /// <summary>Different words of ASCII letters alone, in the head.</summary>
    public IEnumerable<string> AsciiWords() =>
        AsciiWord().Matches(Encoding.Latin1.GetString(head)).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase);

    public static ByteSurvey Of(ReadOnlySpan<byte> bytes)
    {
        var survey = new ByteSurvey();
        survey.Add(bytes);
        return survey;
    }

    public static ByteSurvey Of(Stream stream)
    {
        var survey = new ByteSurvey();
        var block = new byte[BlockSize];
        var kept = 0;
        for (int read; (read = stream.ReadAtLeast(block.AsSpan(kept), BlockSize - kept, throwOnEndOfStream: false)) > 0;)
        {
            var filled = block.AsSpan(0, kept + read);
            // A block ends behind a line or a blank, so that no word and no UTF-8 sequence is cut; UTF-16 has no such place and needs none.
            var whole = filled.LastIndexOfAny((byte)'\n', (byte)' ', (byte)',') + 1;
            if (whole == 0 || filled.Length < BlockSize)
                whole = filled.Length;
            survey.Add(filled[..whole]);
            filled[whole..].CopyTo(block);
            kept = filled.Length - whole;
        }
        if (kept > 0)
            survey.Add(block.AsSpan(0, kept));
        return survey;
    }

    bool LooksForWords => words.Count < EnoughWords || (words.Count < MostWords && places < MostPlaces);

    void Add(ReadOnlySpan<byte> bytes)
    {
        if (head.Length < HeadSize)
            head = [.. head, .. bytes[..Math.Min(bytes.Length, HeadSize - head.Length)]];
        Length += bytes.Length;
        if (LooksForWords)
            AddWords(bytes);
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            return;
        IsAscii = false;
        IsUtf8 = IsUtf8 && Utf8.IsValid(bytes);
        HasCombiningMarks = HasCombiningMarks || HasMarks(bytes);
    }

    void AddWords(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length && LooksForWords; places++)
        {
            var special = bytes[at..].IndexOfAnyExcept(AsciiText);
            if (special < 0)
                return;
            var (start, end) = (at + special, at + special + 1);
            while (start > at && IsOfWord(bytes[start - 1]))
                start--;
            while (end < bytes.Length && IsOfWord(bytes[end]))
                end++;
            AddWord(bytes[start..Math.Min(end, start + LongestWord)]);
            at = end;
        }
    }

    void AddWord(ReadOnlySpan<byte> word)
    {
        if (seen.Add(Encoding.Latin1.GetString(word)))
            words.Add(word.ToArray());
    }

    static readonly SearchValues<byte> AsciiText =
        SearchValues.Create([(byte)'\t', (byte)'\n', (byte)'\r', .. Enumerable.Range(0x20, 0x5F).Select(code => (byte)code)]);

    static bool IsOfWord(byte code) => char.IsAsciiLetter((char)code) || !AsciiText.Contains(code);

    // U+0300–U+036F are CC 80–CD AF; CD B0–BF are Greek letters, which do no harm here.
    static bool HasMarks(ReadOnlySpan<byte> bytes)
    {
        for (int at; (at = bytes.IndexOfAny((byte)0xCC, (byte)0xCD)) >= 0; bytes = bytes[(at + 1)..])
        {
            if (at + 1 < bytes.Length && bytes[at + 1] is >= 0x80 and < 0xC0)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"(?<![\u0080-\u00FFA-Za-z])[A-Za-z]{2,}(?![\u0080-\u00FFA-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AsciiWord();
}
