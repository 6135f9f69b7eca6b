namespace ImpactEval.Samples;

enum SentenceForm
{
    /// <summary>Carries the answer.</summary>
    Core,
    /// <summary>May follow a core of the same theme and role.</summary>
    Detail,
    /// <summary>A few words, as people write in a form.</summary>
    Short,
}

/// <summary>A text of the bank and how often it has been used.</summary>
/// <param name="Role">What is asked: useful, applied, barrier, enabler, proposal.</param>
sealed record Sentence(string Theme, string Role, SentenceForm Form, string Text)
{
    public int Uses { get; set; }
}

/// <summary>The hand-written texts, of which none is used more than three times in a round of the programme.</summary>
sealed class SentenceBank
{
    public const string Uninformative = "uninformative";

    public static readonly string[] Themes =
        ["site_visits", "action_plan", "waste_sorting", "one_stop", "urban_transport", "budget_barrier", "leader_enabler", "language", "next_course"];

    const int MostUses = 3;
    readonly int mostUses;

    /// <param name="people">Size of the sample; a larger one has to use the same texts more often.</param>
    public SentenceBank(int people)
    {
        mostUses = MostUses * ((people + Background.RoundSize - 1) / Background.RoundSize);
        Vietnamese = [.. Themes.SelectMany(theme => Resources.Rows($"bank/{theme}").Select(row => new Sentence(theme, row[0], FormOf(row[1]), row[2])))];
        English = [.. Resources.Rows("bank/english").Select(row => new Sentence(row[0], row[1], FormOf(row[2]), row[3]))];
        Empty = [.. Resources.Rows("bank/uninformative").Select(row => new Sentence(Uninformative, "", SentenceForm.Short, row[0]))];
        Greetings = [.. Resources.Rows("bank/greeting").Select(row => new Sentence(Uninformative, "opening", SentenceForm.Core, row[0]))];
    }

    public IReadOnlyList<Sentence> Vietnamese { get; }
    public IReadOnlyList<Sentence> English { get; }
    public IReadOnlyList<Sentence> Empty { get; }
    public IReadOnlyList<Sentence> Greetings { get; }

    /// <summary>One of the least used texts that fit, marked as used once more; null when all are used up.</summary>
    public Sentence? Take(Chance chance, IEnumerable<Sentence> fitting, ISet<string> without)
    {
        var free = fitting.Where(sentence => sentence.Uses < mostUses && !without.Contains(sentence.Text)).ToList();
        if (free.Count == 0)
            return null;
        var fewest = free.Min(sentence => sentence.Uses);
        var taken = chance.Pick(free.FindAll(sentence => sentence.Uses == fewest));
        taken.Uses++;
        without.Add(taken.Text);
        return taken;
    }

    static SentenceForm FormOf(string word) => word switch
    {
        "core" => SentenceForm.Core,
        "detail" => SentenceForm.Detail,
        "short" => SentenceForm.Short,
        _ => throw new FormatException($"Unknown form of sentence '{word}'."),
    };
}
