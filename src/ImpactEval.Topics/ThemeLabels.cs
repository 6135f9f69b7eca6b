using ImpactEval.Language;

namespace ImpactEval.Topics;

sealed record ThemeLabel(string Label, IReadOnlyList<KeyWord> KeyWords);

/// <summary>
/// Names themes by what their answers say and others do not: class-based TF-IDF with the contrast made to the rest, <c>p · ln(1 + p / q)</c> with
/// p the share of the theme's answers that use the word and q the share of the others, re-ranked so that key words differ. Words are whole;
/// two that often stand side by side count as one (<c>phân loại rác</c>).
/// </summary>
/// <remarks>Grootendorst (2022), BERTopic, arXiv:2203.05794, equation 2; Carbonell, Goldstein (1998), The use of MMR, Proc. SIGIR, 335–336.</remarks>
static class ThemeLabels
{
    const int KeyWordsPerTheme = 10, WordsInLabel = 3, CandidatesPerTheme = 30;

    // How much weight counts against difference.
    const double WeightShare = 0.7;

    // A Vietnamese syllable alone is seldom a term: "rác" says less than "phân loại rác", "nói" and "số" say nothing.
    const double ShareOfOneSyllable = 0.4;

    public static List<ThemeLabel> Of(AnswerCorpus corpus, int[][] themes)
    {
        var pairs = FrequentPairs.In(corpus);
        var shown = new ShownForms();
        var terms = Array.ConvertAll(corpus.Read, answer => Terms(answer, pairs, shown));
        var all = Count(terms);
        return [.. themes.Select(theme => Label(corpus, terms, theme, all, shown))];
    }

    static List<string> Terms(AnswerWords answer, FrequentPairs pairs, ShownForms shown)
    {
        var terms = pairs.Join(answer.Words).ToList();
        terms.ForEach(shown.Add);
        return [.. terms.Select(term => term.Key).Distinct(StringComparer.Ordinal)];
    }

    static SortedDictionary<string, int> Count(IEnumerable<List<string>> answers)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in answers.SelectMany(answer => answer))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }

    // Mixed languages would give mixed labels: a theme is named in the language most of its answers are written in.
    static WrittenLanguage Dominant(AnswerCorpus corpus, int[] theme) =>
        theme.CountBy(answer => corpus.Read[answer].Language).OrderByDescending(language => language.Value).ThenBy(language => language.Key).First().Key;

    static ThemeLabel Label(AnswerCorpus corpus, List<string>[] terms, int[] theme, SortedDictionary<string, int> all, ShownForms shown)
    {
        var language = Dominant(corpus, theme);
        int[] named = [.. theme.Where(answer => corpus.Read[answer].Language == language)];
        var counts = Count(named.Select(answer => terms[answer]));
        // A word used once is a matter of chance, unless the theme has no other.
        var once = counts.Values.All(count => count == 1);
        var others = terms.Length - named.Length;
        var candidates = counts.Where(term => once || term.Value > 1)
            .Select(term => new KeyWord(term.Key, Share(term.Key, language) * Weight(term.Value / (double)named.Length, all[term.Key] - term.Value, others)))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Word, StringComparer.Ordinal).Take(CandidatesPerTheme).ToList();
        return Label(candidates, shown);
    }

    // Half an answer more, so that a word no other theme has does not weigh without end.
    static double Weight(double inTheme, int usesElsewhere, int others) => inTheme * Math.Log(1 + inTheme * (others + 1) / (usesElsewhere + 0.5));

    static double Share(string term, WrittenLanguage language) =>
        language == WrittenLanguage.Vietnamese && !term.Contains(' ', StringComparison.Ordinal) ? ShareOfOneSyllable : 1;

    static ThemeLabel Label(List<KeyWord> candidates, ShownForms shown)
    {
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
