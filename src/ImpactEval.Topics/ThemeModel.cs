namespace ImpactEval.Topics;

/// <summary>How many themes (null = chosen), how many runs stand behind the consensus, and the seed of all chance.</summary>
public sealed record ThemeOptions(int? Themes, int Runs, ulong Seed, int QuotesPerTheme);

/// <summary>One theme: its label in whole words, its key words with weights, its members and typical answers, all by index of the text given.</summary>
/// <param name="Agreement">Mean share of runs (0–1) in which a member fell into this theme.</param>
public sealed record Theme(
    int Number,
    string Label,
    IReadOnlyList<KeyWord> KeyWords,
    IReadOnlyList<int> Members,
    IReadOnlyList<int> Quotes,
    double Agreement);

public sealed record KeyWord(string Word, double Weight);

/// <summary>Every text is in exactly one theme or in the bin of the uninformative; nothing is forced and nothing lost.</summary>
/// <param name="Stability">Mean adjusted Rand index between pairs of runs.</param>
public sealed record ThemeModel(IReadOnlyList<Theme> Themes, IReadOnlyList<int> Uninformative, double Stability);
