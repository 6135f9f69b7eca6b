namespace ImpactEval.Topics;

/// <summary>How many themes (null = chosen), how many runs stand behind the consensus, and the seed of all chance.</summary>
/// <param name="DropOfficialese">Leave out the set phrases of Vietnamese offices (<see cref="Language.WordLists.Officialese"/>).</param>
public sealed record ThemeOptions(int? Themes, int Runs, ulong Seed, int QuotesPerTheme, bool DropOfficialese = true);

/// <summary>One theme: its label in whole words, its key words with weights, its members and typical answers, all by index of the text given.</summary>
/// <param name="Number">From 1, by falling size.</param>
/// <param name="Agreement">Share of runs (0–1) in which two of its members fell together, mean over pairs; single runs differ more than their consensus.</param>
public sealed record Theme(
    int Number,
    string Label,
    IReadOnlyList<KeyWord> KeyWords,
    IReadOnlyList<int> Members,
    IReadOnlyList<int> Quotes,
    double Agreement);

public sealed record KeyWord(string Word, double Weight);

/// <summary>Every text is in exactly one theme, among the uninformative or among those apart; nothing is forced and nothing lost.</summary>
/// <param name="Uninformative">Answers that say nothing (<c>không</c>, <c>tốt ạ</c>, <c>10/10</c>).</param>
/// <param name="Apart">Answers that share no content word with any other: nothing can be said about their theme, somebody should read them.</param>
/// <param name="Stability">
/// Adjusted Rand index between the consensus of the first half of the runs and that of the second, which share no chance: what to expect of
/// another seed, a little too low since each half has only half the runs. 1 for a single run, which has nothing to be compared with.
/// </param>
/// <param name="Counts">What was tried when the number of themes was left open, by rising number; empty when it was given.</param>
public sealed record ThemeModel(
    IReadOnlyList<Theme> Themes,
    IReadOnlyList<int> Uninformative,
    IReadOnlyList<int> Apart,
    double Stability,
    IReadOnlyList<ThemeCount> Counts);

/// <summary>One number of themes that was tried: how well runs agreed on it and how small its smallest theme became.</summary>
/// <param name="Found">Themes that kept members when this many were offered.</param>
/// <param name="Stability">As in <see cref="ThemeModel"/>, of the divisions before a mixture is fitted to each.</param>
/// <param name="SmallestShare">Share of the answers (0–1) in the smallest theme found.</param>
public sealed record ThemeCount(int Offered, int Found, double Stability, double SmallestShare);
