using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>At most seven findings as sentences, those chosen in advance first, each with the way to its sheet.</summary>
internal static class SummarySheet
{
    public const int MostFindings = 7;

    sealed record Line(int Number, LocalText Sentence, ChangeFinding? Change, SheetKind Source);

    static readonly Column<Line>[] Columns =
    [
        new(ColumnHead.Text("Number", 5.5, ColumnOrigin.Written) with { Format = CellFormat.Whole, Unit = Unit.Number }, line => new Cell.Number(line.Number)),
        new(ColumnHead.Text("SentenceVi", 77, ColumnOrigin.Written), line => new Cell.Text(line.Sentence.Vi)),
        new(ColumnHead.Text("SentenceEn", 77, ColumnOrigin.Written), line => new Cell.Text(line.Sentence.In(TextLanguage.En))),
        new(ColumnHead.Text("Direction", 7, ColumnOrigin.Written), line => line.Change is { } change ? ChangeCells.Direction(change) : Cell.NotApplicable),
        new(ColumnHead.Probability("AdjustedP"), line => line.Change is { } change ? ChangeCells.Shown(change, change.AdjustedPValue) : Cell.NotApplicable),
        new(ColumnHead.Text("SheetLink", 26, ColumnOrigin.Written), line => new Cell.Link(Sheet.NameOf(line.Source), Sheet.NameOf(line.Source))),
    ];

    public static Sheet Of(SponsorReport report) => new(
        SheetKind.Summary,
        InBoth(language => $"{Words.Of("Sheet.Summary.Note", language)} {ChangeSentence.Caveat(report.Study, language)}")!,
        [SheetTable.Of(Sheet.NameOf(SheetKind.Summary), "Summary", Columns, Lines(report))]);

    static IEnumerable<Line> Lines(SponsorReport report)
    {
        var (study, findings) = (report.Study, report.Findings);
        var others = new List<(LocalText Sentence, SheetKind Source)>();
        if (InBoth(language => ParticipationSentence.Of(findings.Participation, language)) is { } participation)
            others.Add((participation, SheetKind.Participation));
        if (findings.Topics is { } topics && InBoth(language => TopicSentence.Of(topics, language)) is { } topic)
            others.Add((topic, SheetKind.Topics));

        var number = 0;
        foreach (var change in Foremost(report).Take(MostFindings - others.Count))
        {
            var source = report.IsWhole(change.Outcome) || report.IsOfTest(change.Outcome) ? SheetKind.Learning : SheetKind.Competencies;
            yield return new Line(++number, InBoth(language => ChangeSentence.Brief(change, study, language))!, change, source);
        }
        foreach (var (sentence, source) in others)
            yield return new Line(++number, sentence, null, source);
    }

    /// <summary>Primary outcomes, then whole instruments; gains before what became of them.</summary>
    static IEnumerable<ChangeFinding> Foremost(SponsorReport report) => report.Findings.Changes
        .Where(change => change.Group is null && (change.Primary || report.IsWhole(change.Outcome)))
        .OrderByDescending(change => change.Primary)
        .ThenBy(change => change.Kind);

    static LocalText? InBoth(Func<TextLanguage, string?> sentence) =>
        sentence(TextLanguage.Vi) is { } vietnamese ? new LocalText(vietnamese, sentence(TextLanguage.En)) : null;
}
