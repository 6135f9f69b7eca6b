using ImpactEval.Evaluation;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sentences;

/// <summary>How many of those enrolled the comparisons speak of.</summary>
public static class ParticipationSentence
{
    /// <returns>Null when nobody is counted.</returns>
    public static string? Of(Participation participation, TextLanguage language)
    {
        if (participation.Rows.FirstOrDefault(row => row.Group is null) is not { } everybody)
            return null;
        if (everybody is not { Enrolled.Value: > 0 and var enrolled, Paired.Value: { } paired })
            return Words.Of("Sentence.ParticipationSuppressed", language);
        return Words.Of("Sentence.Participation", language,
            ("enrolled", Figures.Number(enrolled, language)),
            ("paired", Figures.Number(paired, language)),
            ("share", Figures.Percent((double)paired / enrolled, language)));
    }
}

/// <summary>The topic spoken of most, with the reminder that nobody has confirmed its label.</summary>
public static class TopicSentence
{
    /// <returns>Null when no topic may be shown.</returns>
    public static string? Of(TopicFindings topics, TextLanguage language)
    {
        if (Foremost(topics) is not { Share: { } share, Answers.Value: { } answers, People.Value: { } people } foremost)
            return null;
        var interval = share.Intervals.Primary;
        return Words.Of("Sentence.Topic", language,
            ("topic", foremost.Label),
            ("share", Figures.Percent(share.Value, language)),
            ("level", Figures.Level(interval.Level, language)),
            ("lower", Figures.Percent(interval.Lower ?? 0, language)),
            ("upper", Figures.Percent(interval.Upper ?? 1, language)),
            ("answers", Figures.Number(answers, language)),
            ("people", Figures.Number(people, language)));
    }

    public static TopicFinding? Foremost(TopicFindings topics) => topics.Topics
        .Where(topic => !topic.Suppressed && topic is { Share: not null, Answers.Suppressed: false, People.Suppressed: false })
        .MaxBy(topic => topic.Share!.Value);
}
