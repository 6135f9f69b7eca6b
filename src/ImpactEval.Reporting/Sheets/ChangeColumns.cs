using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>The columns that tables of changes are put together from.</summary>
internal static class ChangeColumns
{
    public static Column<ChangeFinding> Outcome(SponsorReport report, double width) => new(ColumnHead.Text("Outcome", width), change =>
    {
        var sign = change.Primary ? "♦ " : report.IsWhole(change.Outcome) ? "" : "– ";
        return new Cell.Text(sign + report.Outcome(change.Outcome).Title.Within(width - sign.Length));
    });

    public static Column<ChangeFinding> Comparison(SponsorReport report, double width) =>
        new(ColumnHead.Text("Comparison", width), change => new Cell.Text(report.Comparison(change).Within(width)));

    public static Column<ChangeFinding> Pairs { get; } = new(ColumnHead.Count("Pairs", Unit.People), change => ChangeCells.Shown(change, change.Counts?.Paired));

    public static Column<ChangeFinding> Before { get; } = new(ColumnHead.Estimate("Before", Unit.Points), change => ChangeCells.Shown(change, change.Before?.Mean));

    public static Column<ChangeFinding> After { get; } = new(ColumnHead.Estimate("After", Unit.Points), change => ChangeCells.Shown(change, change.After?.Mean));

    public static Column<ChangeFinding> BeforeSd { get; } =
        new(ColumnHead.Estimate("BeforeSd", Unit.Points), change => ChangeCells.Shown(change, change.Before?.StandardDeviation));

    public static Column<ChangeFinding> AfterSd { get; } =
        new(ColumnHead.Estimate("AfterSd", Unit.Points), change => ChangeCells.Shown(change, change.After?.StandardDeviation));

    /// <summary>How far the mean moved, in points.</summary>
    public static IReadOnlyList<Column<ChangeFinding>> Difference { get; } =
    [
        new(ColumnHead.Estimate("Difference", Unit.Points).From(ColumnOrigin.Formula), ChangeCells.Difference),
        new(ColumnHead.Estimate("DifferenceLower", Unit.Points), change => ChangeCells.Lower(change, change.MeanChange)),
        new(ColumnHead.Estimate("DifferenceUpper", Unit.Points), change => ChangeCells.Upper(change, change.MeanChange)),
        new(ColumnHead.Text("Direction", 7, ColumnOrigin.Written), ChangeCells.Direction),
    ];

    /// <summary>How far it moved, in standard deviations.</summary>
    public static IReadOnlyList<Column<ChangeFinding>> DAv { get; } =
    [
        new(ColumnHead.Estimate("DAv", Unit.StandardDeviations), change => ChangeCells.Shown(change, ChangeCells.DAv(change)?.Value)),
        new(ColumnHead.Estimate("DAvLower", Unit.StandardDeviations), change => ChangeCells.Lower(change, ChangeCells.DAv(change))),
        new(ColumnHead.Estimate("DAvUpper", Unit.StandardDeviations), change => ChangeCells.Upper(change, ChangeCells.DAv(change))),
    ];

    public static Column<ChangeFinding> P { get; } = new(ColumnHead.Probability("P"), change => ChangeCells.Shown(change, change.Test?.PValue));

    public static Column<ChangeFinding> AdjustedP { get; } =
        new(ColumnHead.Probability("AdjustedP"), change => ChangeCells.Shown(change, change.AdjustedPValue));

    public static Column<ChangeFinding> Improved { get; } =
        new(ColumnHead.Share("Improved"), change => ChangeCells.Shown(change, change.Shares?.Improved.Value));
}
