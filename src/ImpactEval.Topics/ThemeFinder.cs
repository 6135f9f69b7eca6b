namespace ImpactEval.Topics;

/// <summary>
/// Finds the themes of short answers: words per language, uninformative answers set aside, answers as directions, one-theme mixtures from
/// several divisions of them and their consensus, labels in whole words, typical quotes. The same texts and options give the same bytes for any
/// number of threads.
/// </summary>
public static class ThemeFinder
{
    /// <param name="texts">The answers as written, in any of the languages known; order matters only for ties.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one theme, run or quote is asked for.</exception>
    public static ThemeModel Find(IReadOnlyList<string> texts, ThemeOptions options) => Find(texts, options, new ParallelOptions());

    /// <param name="parallel">How many threads may work, and how to call it off; without effect on the result.</param>
    public static ThemeModel Find(IReadOnlyList<string> texts, ThemeOptions options, ParallelOptions parallel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Themes ?? 1, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Runs, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.QuotesPerTheme, nameof(options));

        var corpus = AnswerCorpus.Of(texts, options, parallel);
        if (corpus.Answers.Length == 0)
            return new ThemeModel([], corpus.Uninformative, corpus.Apart, 1, []);
        var search = new ThemeSearch(corpus, options, parallel);
        var tried = options.Themes is null ? ThemeCounts.Try(search) : [];
        var runs = search.For(Math.Min(options.Themes ?? ThemeCounts.Choose(tried), search.Answers));
        return new ThemeModel(
            Themes(corpus, runs.Consensus, options.QuotesPerTheme),
            corpus.Uninformative,
            corpus.Apart,
            runs.Stability,
            tried.ConvertAll(other => other.Count));
    }

    static List<Theme> Themes(AnswerCorpus corpus, ThemeConsensus consensus, int quotes)
    {
        var members = Enumerable.Range(0, corpus.Answers.Length).GroupBy(answer => consensus.Assigned[answer])
            .Select(theme => theme.ToArray())
            .OrderByDescending(theme => theme.Length).ThenBy(theme => theme[0]).ToArray();
        var labels = ThemeLabels.Of(corpus, members);
        var typical = new TypicalAnswers(corpus);
        return [.. members.Select((theme, i) => new Theme(
            i + 1,
            labels[i].Label,
            labels[i].KeyWords,
            [.. theme.Select(answer => corpus.Answers[answer])],
            [.. typical.Of(theme, quotes).Select(answer => corpus.Answers[answer])],
            theme.Average(consensus.Agreement)))];
    }
}
