using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>The words that cells may hold for the codes of a study: the codes, their titles in any language, and words the source declares.</summary>
sealed class WordTable<T>
{
    readonly Dictionary<string, T> meanings = new(StringComparer.Ordinal);

    /// <summary>A column without words, wrongly declared, may hold as many texts as the file has rows.</summary>
    const int MostWords = 10_000;

    /// <summary>Folding costs more than looking up, and a column repeats a handful of words.</summary>
    readonly Dictionary<string, (bool IsKnown, T? Meaning)> seen = new(StringComparer.Ordinal);

    /// <summary>Adds a word; one that is there already keeps its meaning.</summary>
    public void Add(string word, T meaning) => meanings.TryAdd(FoldedText.Of(word), meaning);

    /// <summary>The meaning of a cell's code, or of the label that its file gives the code.</summary>
    public bool TryFind(Cell cell, out T? meaning) =>
        TryFind(cell.Kind == CellKind.Text ? cell.Text : cell.Shown, out meaning) || (cell.Label is { } label && TryFind(label, out meaning));

    bool TryFind(ReadOnlySpan<char> written, out T? meaning)
    {
        var texts = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!texts.TryGetValue(written, out var known))
        {
            var isKnown = meanings.TryGetValue(FoldedText.Of(written.ToString()), out var found);
            known = (isKnown, found);
            if (seen.Count < MostWords)
                texts[written] = known;
        }
        meaning = known.Meaning;
        return known.IsKnown;
    }

    public bool IsEmpty => meanings.Count == 0;
}

static class WordTable
{
    public static WordTable<string> OfCohorts(Study study) => OfTitles(study.Cohorts.Select(cohort => (cohort.Code, cohort.Title)));

    public static WordTable<string> OfValues(GroupDimension group) => OfTitles(group.Values.Select(value => (value.Code, value.Title)));

    /// <summary>The source's own words for waves go before the study's codes and titles.</summary>
    public static WordTable<string> OfWaves(Study study, IEnumerable<KeyValuePair<string, string>> sourceWords)
    {
        var words = new WordTable<string>();
        foreach (var (word, wave) in sourceWords)
            words.Add(word, wave);
        return Add(words, study.Waves.Select(wave => (wave.Code, wave.Title)));
    }

    public static WordTable<double> OfScores(AssessmentBlock block)
    {
        var words = new WordTable<double>();
        foreach (var (word, score) in block.Values)
            words.Add(word, score);
        return words;
    }

    static WordTable<string> OfTitles(IEnumerable<(string Code, LocalText Title)> codes) => Add(new WordTable<string>(), codes);

    /// <summary>All codes before all titles: a title that is another's code means the other.</summary>
    static WordTable<string> Add(WordTable<string> words, IEnumerable<(string Code, LocalText Title)> codes)
    {
        var known = codes.ToArray();
        foreach (var (code, _) in known)
            words.Add(code, code);
        foreach (var (code, title) in known)
        {
            foreach (var text in new[] { title.Vi, title.En, title.Fr, title.Ja }.OfType<string>())
                words.Add(text, code);
        }
        return words;
    }
}
