using ImpactEval.Language;

namespace ImpactEval.Topics;

sealed record ThemeLabel(string Label, IReadOnlyList<KeyWord> KeyWords);

/// <summary>
/// Names themes by what their answers say and others do not: class-based TF-IDF, <c>tf(w, theme) · ln(1 + A / f(w))</c> with A the mean number of
/// words per theme, re-ranked so that key words differ. Words are whole; two that often stand side by side count as one (<c>phân loại rác</c>).
/// </summary>
/// <remarks>Grootendorst (2022), BERTopic, arXiv:2203.05794, equation 2; Carbonell, Goldstein (1998), The use of MMR, Proc. SIGIR, 335–336.</remarks>
static class ThemeLabels
{
    const int KeyWordsPerTheme = 10, WordsInLabel = 3, CandidatesPerTheme = 30;

    // How much weight counts against difference.
    const double WeightShare = 0.7;

    public static List<ThemeLabel> Of(AnswerCorpus corpus, int[][] themes)
    {
        var pairs = FrequentPairs.In(corpus);
        var shown = new ShownForms();
        var language = Array.ConvertAll(themes, theme => Dominant(corpus, theme));
        var counts = themes.Select((theme, i) => Count(corpus, theme, language[i], pairs, shown)).ToList();
        var overall = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, count) in counts.SelectMany(theme => theme))
            overall[term] = overall.GetValueOrDefault(term) + count;
        var mean = overall.Values.Sum() / (double)themes.Length;
        return [.. counts.Select(theme => Label(theme, overall, mean, shown))];
    }

    // Mixed languages would give mixed labels: a theme is named in the language most of its answers are written in.
    static WrittenLanguage Dominant(AnswerCorpus corpus, int[] theme) =>
        theme.CountBy(answer => corpus.Read[answer].Language).OrderByDescending(language => language.Value).ThenBy(language => language.Key).First().Key;

    static SortedDictionary<string, int> Count(AnswerCorpus corpus, int[] theme, WrittenLanguage language, FrequentPairs pairs, ShownForms shown)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var answer in theme.Where(answer => corpus.Read[answer].Language == language))
        {
            foreach (var term in pairs.Join(corpus.Read[answer].Words))
            {
                counts[term.Key] = counts.GetValueOrDefault(term.Key) + 1;
                shown.Add(term);
            }
        }
        return counts;
    }

    static ThemeLabel Label(SortedDictionary<string, int> theme, Dictionary<string, int> overall, double mean, ShownForms shown)
    {
        // A word used once is a matter of chance, unless the theme has no other.
        var once = theme.Values.All(count => count == 1);
        var candidates = theme.Where(term => once || term.Value > 1)
            .Select(term => new KeyWord(term.Key, term.Value * Math.Log(1 + mean / overall[term.Key])))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Word, StringComparer.Ordinal).Take(CandidatesPerTheme).ToList();
        var chosen = new List<KeyWord>();
        while (chosen.Count < Math.Min(KeyWordsPerTheme, candidates.Count))
        {
            chosen.Add(candidates.Except(chosen).MaxBy(term => WeightShare * term.Weight / candidates[0].Weight
                - (1 - WeightShare) * chosen.Select(other => Likeness(term.Word, other.Word)).DefaultIfEmpty(0).Max())!);
        }
        var keyWords = chosen.ConvertAll(term => term with { Word = shown.Of(term.Word) });
        return new ThemeLabel(string.Join(", ", keyWords.Take(WordsInLabel).Select(term => term.Word)), keyWords);
    }

    // Share of the syllables of the shorter that both have: "rác" and "phân loại rác" say the same twice.
    static double Likeness(string a, string b)
    {
        var (first, second) = (a.Split(' '), b.Split(' '));
        return first.Intersect(second, StringComparer.Ordinal).Count() / (double)Math.Min(first.Length, second.Length);
    }
}
