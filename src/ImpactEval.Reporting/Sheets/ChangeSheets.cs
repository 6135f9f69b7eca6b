using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>How scores changed: whole instruments (Learning), their parts (Competencies), and everything by group (Disaggregation).</summary>
internal static class ChangeSheets
{
    public static Sheet Learning(SponsorReport report) => Of(report, SheetKind.Learning, [Outcome(report), .. Figures(report)],
        LearningRows(report.Findings, report));

    public static Sheet Competencies(SponsorReport report) => Of(report, SheetKind.Competencies, [Instrument(report), Outcome(report), .. Figures(report)],
        CompetencyRows(report.Findings, report));

    public static Sheet Disaggregation(SponsorReport report) => Of(report, SheetKind.Disaggregation,
        [
            new(ColumnHead.Text("Dimension", 16), change => new Cell.Text(report.Dimension(change.Group).Bilingual())),
            new(ColumnHead.Text("Group", 18), change => new Cell.Text(report.Group(change.Group).Bilingual())),
            Outcome(report),
            .. Figures(report).Where(column => column.Head.Code is not ("BeforeSd" or "AfterSd" or "Improved" or "AdjustedP")),
        ],
        DisaggregationRows(report.Findings));

    public static IReadOnlyList<ChangeFinding> LearningRows(Findings findings, SponsorReport report) =>
        [.. findings.Changes.Where(change => change.Group is null && report.IsWhole(change.Outcome))];

    public static IReadOnlyList<ChangeFinding> CompetencyRows(Findings findings, SponsorReport report) =>
        [.. findings.Changes.Where(change => change.Group is null && !report.IsWhole(change.Outcome))];

    public static IReadOnlyList<ChangeFinding> DisaggregationRows(Findings findings) => [.. findings.Changes.Where(change => change.Group is not null)];

    static Sheet Of(SponsorReport report, SheetKind kind, IReadOnlyList<Column<ChangeFinding>> columns, IReadOnlyList<ChangeFinding> rows) =>
        new(kind, report.Note($"Sheet.{kind}.Note"), [SheetTable.Of(Sheet.NameOf(kind), kind.ToString(), columns, rows)]);

    static Column<ChangeFinding> Instrument(SponsorReport report) =>
        new(ColumnHead.Text("Instrument", 20), change => new Cell.Text(report.Outcome(change.Outcome).Instrument.Title.Bilingual()));

    static Column<ChangeFinding> Outcome(SponsorReport report) =>
        new(ColumnHead.Text("Outcome", 26), change => ChangeCells.Outcome(report, change));

    static Column<ChangeFinding>[] Figures(SponsorReport report) =>
    [
        new(ColumnHead.Text("Comparison", 18), change => new Cell.Text(report.Comparison(change).Bilingual())),
        new(ColumnHead.Count("Paired", Unit.People), change => ChangeCells.Shown(change, change.Counts?.Paired)),
        new(ColumnHead.Estimate("Before", Unit.Points), change => ChangeCells.Shown(change, change.Before?.Mean)),
        new(ColumnHead.Estimate("BeforeSd", Unit.Points), change => ChangeCells.Shown(change, change.Before?.StandardDeviation)),
        new(ColumnHead.Estimate("After", Unit.Points), change => ChangeCells.Shown(change, change.After?.Mean)),
        new(ColumnHead.Estimate("AfterSd", Unit.Points), change => ChangeCells.Shown(change, change.After?.StandardDeviation)),
        new(ColumnHead.Estimate("Difference", Unit.Points).From(ColumnOrigin.Formula), ChangeCells.Difference),
        new(ColumnHead.Estimate("DifferenceLower", Unit.Points), change => ChangeCells.Lower(change, change.MeanChange)),
        new(ColumnHead.Estimate("DifferenceUpper", Unit.Points), change => ChangeCells.Upper(change, change.MeanChange)),
        new(ColumnHead.Text("Direction", 14, ColumnOrigin.Written), ChangeCells.Direction),
        new(ColumnHead.Estimate("DAv", Unit.StandardDeviations), change => ChangeCells.Shown(change, DAv(change)?.Value)),
        new(ColumnHead.Estimate("DAvLower", Unit.StandardDeviations), change => ChangeCells.Lower(change, DAv(change))),
        new(ColumnHead.Estimate("DAvUpper", Unit.StandardDeviations), change => ChangeCells.Upper(change, DAv(change))),
        new(ColumnHead.Probability("P"), change => ChangeCells.Shown(change, change.Test?.PValue)),
        new(ColumnHead.Probability("AdjustedP"), change => ChangeCells.Shown(change, change.AdjustedPValue)),
        new(ColumnHead.Share("Improved"), change => ChangeCells.Shown(change, change.Shares?.Improved.Value)),
        new(ColumnHead.Text("Note", 32, ColumnOrigin.Written), ChangeCells.Note),
    ];

    static Statistics.Estimate? DAv(ChangeFinding change) => ChangeCells.EffectSize(change, EffectSizeKind.DAv);
}
