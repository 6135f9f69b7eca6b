using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Charts;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>What participants speak of, and in which words.</summary>
internal static class TopicSheets
{
    const double ChartWidth = 64, QuestionWidth = 46, WaveWidth = 14, CohortWidth = 17, StatusWidth = 37;

    public static Sheet Topics(SponsorReport report)
    {
        var topics = report.Findings.Topics;
        var table = SheetTable.Of(Sheet.NameOf(SheetKind.Topics), "Topics", TopicColumns, topics?.Topics ?? []);
        return new(SheetKind.Topics, topics is null ? report.Note("Sheet.Topics.Note") : NoteOn(topics),
            [topics is null ? table : table with { LeastRows = ChartPlacement.RowsBeside(topics.Topics.Count) }], ChartWidth);
    }

    public static Sheet Quotes(SponsorReport report)
    {
        var status = StatusOf(report);
        var table = SheetTable.Of(Sheet.NameOf(SheetKind.Quotes), "Quotes", QuoteColumns(report, status), status == QuoteStatus.Withheld ? [] : QuotedTopics(report));
        return new(SheetKind.Quotes, Words.Both($"Text.Quotes{status}Note"), [table]);
    }

    enum QuoteStatus
    {
        /// <summary>A person has confirmed them, or the study asks for none.</summary>
        Confirmed,
        /// <summary>Shown in the draft so that a person can look them over.</summary>
        Waiting,
        /// <summary>Released without anybody having confirmed them.</summary>
        Withheld,
    }

    static QuoteStatus StatusOf(SponsorReport report)
    {
        if (report.Options.QuotesConfirmed || !report.Study.Privacy.QuotesNeedConfirmation)
            return QuoteStatus.Confirmed;
        return report.Options.Status == ReportStatus.Draft ? QuoteStatus.Waiting : QuoteStatus.Withheld;
    }

    /// <summary>What was read, what was left over, and how far the topics can be trusted.</summary>
    static LocalText NoteOn(TopicFindings topics)
    {
        string In(TextLanguage language) => Words.Of("Sheet.Topics.Found", language,
            ("answers", Figures.Number(topics.Answers, language)),
            ("people", Figures.Number(topics.People, language)),
            ("uninformative", Figures.Number(topics.Uninformative, language)),
            ("apart", Figures.Number(topics.Apart, language)),
            ("runs", topics.Runs.ToString(CultureInfo.InvariantCulture)),
            ("stability", StabilityWords.Of(topics.Stability, language)));
        return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En));
    }

    static readonly Column<TopicFinding>[] TopicColumns =
    [
        new(ColumnHead.Count("Number", Unit.Number).Wide(5.5), topic => new Cell.Number(topic.Number)),
        new(ColumnHead.Text("Topic", 28, ColumnOrigin.Estimated), topic => new Cell.Text(topic.Label)),
        new(ColumnHead.Text("KeyWords", 46, ColumnOrigin.Estimated), topic => new Cell.Text(string.Join(", ", topic.KeyWords))),
        new(ColumnHead.Count("Answers", Unit.None).Wide(9), topic => topic.Suppressed ? Cell.Confidential : Cell.Of(topic.Answers)),
        new(ColumnHead.Count("People", Unit.None).Wide(9), topic => topic.Suppressed ? Cell.Confidential : Cell.Of(topic.People)),
        new(ColumnHead.Share("TopicShare"), topic => Shown(topic, topic.Share?.Value)),
        new(ColumnHead.Share("Lower"), topic => Shown(topic, topic.Share?.Intervals.Primary.Lower)),
        new(ColumnHead.Share("Upper"), topic => Shown(topic, topic.Share?.Intervals.Primary.Upper)),
        new(ColumnHead.Share("Agreement").Wide(10.5), topic => new Cell.Number(topic.Agreement)),
    ];

    sealed record QuotedTopic(TopicFinding Topic, Quote Quote);

    static IEnumerable<QuotedTopic> QuotedTopics(SponsorReport report) =>
        (report.Findings.Topics?.Topics ?? []).Where(topic => !topic.Suppressed).SelectMany(topic => topic.Quotes.Select(quote => new QuotedTopic(topic, quote)));

    static Column<QuotedTopic>[] QuoteColumns(SponsorReport report, QuoteStatus status) =>
    [
        new(ColumnHead.Count("Number", Unit.Number).Wide(5.5), row => new Cell.Number(row.Topic.Number)),
        new(ColumnHead.Text("Topic", 22, ColumnOrigin.Estimated), row => new Cell.Text(row.Topic.Label)),
        new(ColumnHead.Text("Quote", 84, ColumnOrigin.Counted), row => new Cell.Text(row.Quote.Text)),
        new(ColumnHead.Text("Question", QuestionWidth), row => new Cell.Text(QuestionOf(row.Quote, report.Study).Within(QuestionWidth))),
        new(ColumnHead.Text("Wave", WaveWidth), row => new Cell.Text(report.Study.Wave(row.Quote.Wave).Title.Within(WaveWidth))),
        new(ColumnHead.Text("Cohort", CohortWidth), row => new Cell.Text(report.Cohort(row.Quote.Cohort).Within(CohortWidth))),
        new(ColumnHead.Text("QuoteStatus", StatusWidth, ColumnOrigin.Written), _ => new Cell.Text(Words.Both($"Text.Quotes{status}").Within(StatusWidth), Tone.Muted)),
    ];

    static LocalText QuestionOf(Quote quote, Study study) => study.Questions.Single(question => question.Code == quote.Question).Text;

    static Cell Shown(TopicFinding topic, double? number) =>
        topic.Suppressed ? Cell.Confidential : number is { } value ? new Cell.Number(value) : Cell.NotEstimable;
}
