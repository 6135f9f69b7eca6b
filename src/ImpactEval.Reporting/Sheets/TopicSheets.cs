using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>What participants speak of, and in which words.</summary>
internal static class TopicSheets
{
    public static Sheet Topics(SponsorReport report) => new(
        SheetKind.Topics,
        report.Note("Sheet.Topics.Note"),
        [SheetTable.Of(Sheet.NameOf(SheetKind.Topics), "Topics", TopicColumns, report.Findings.Topics?.Topics ?? [])]);

    public static Sheet Quotes(SponsorReport report)
    {
        var withheld = report.Study.Privacy.QuotesNeedConfirmation && !report.Options.QuotesConfirmed;
        var note = withheld ? Words.Both("Text.QuotesWithheld") : report.Note("Sheet.Quotes.Note");
        return new(SheetKind.Quotes, note, [SheetTable.Of(Sheet.NameOf(SheetKind.Quotes), "Quotes", QuoteColumns(report), withheld ? [] : QuotedTopics(report))]);
    }

    static readonly Column<TopicFinding>[] TopicColumns =
    [
        new(ColumnHead.Count("Number", Unit.Number).Wide(8), topic => new Cell.Number(topic.Number)),
        new(ColumnHead.Text("Topic", 34, ColumnOrigin.Estimated), topic => new Cell.Text(topic.Label)),
        new(ColumnHead.Text("KeyWords", 46, ColumnOrigin.Estimated), topic => new Cell.Text(string.Join(", ", topic.KeyWords))),
        new(ColumnHead.Count("Answers", Unit.Answers).Wide(13), topic => topic.Suppressed ? Cell.Confidential : Cell.Of(topic.Answers)),
        new(ColumnHead.Count("People", Unit.People).Wide(13), topic => topic.Suppressed ? Cell.Confidential : Cell.Of(topic.People)),
        new(ColumnHead.Share("TopicShare"), topic => Shown(topic, topic.Share?.Value)),
        new(ColumnHead.Share("Lower"), topic => Shown(topic, topic.Share?.Intervals.Primary.Lower)),
        new(ColumnHead.Share("Upper"), topic => Shown(topic, topic.Share?.Intervals.Primary.Upper)),
        new(ColumnHead.Share("Agreement").Wide(14), topic => new Cell.Number(topic.Agreement)),
        new(ColumnHead.Text("Status", 22, ColumnOrigin.Written), _ => new Cell.Text(Words.Both("Text.TopicSuggested").Bilingual(), Tone.Muted)),
        new(ColumnHead.Text("Note", 26, ColumnOrigin.Written), topic => topic.Suppressed ? new Cell.Text(Words.Both("Text.Suppressed").Bilingual()) : Cell.Nothing),
    ];

    sealed record QuotedTopic(TopicFinding Topic, Quote Quote);

    static IEnumerable<QuotedTopic> QuotedTopics(SponsorReport report) =>
        (report.Findings.Topics?.Topics ?? []).Where(topic => !topic.Suppressed).SelectMany(topic => topic.Quotes.Select(quote => new QuotedTopic(topic, quote)));

    static Column<QuotedTopic>[] QuoteColumns(SponsorReport report) =>
    [
        new(ColumnHead.Count("Number", Unit.Number).Wide(8), row => new Cell.Number(row.Topic.Number)),
        new(ColumnHead.Text("Topic", 30, ColumnOrigin.Estimated), row => new Cell.Text(row.Topic.Label)),
        new(ColumnHead.Text("Quote", 82, ColumnOrigin.Counted), row => new Cell.Text(row.Quote.Text)),
        new(ColumnHead.Text("Question", 36), row => new Cell.Text(report.Study.Questions.Single(question => question.Code == row.Quote.Question).Text.Bilingual())),
        new(ColumnHead.Text("Wave", 20), row => new Cell.Text(report.Study.Wave(row.Quote.Wave).Title.Bilingual())),
        new(ColumnHead.Text("Cohort", 20), row => new Cell.Text(report.Cohort(row.Quote.Cohort).Bilingual())),
    ];

    static Cell Shown(TopicFinding topic, double? number) =>
        topic.Suppressed ? Cell.Confidential : number is { } value ? new Cell.Number(value) : Cell.NotEstimable;
}
