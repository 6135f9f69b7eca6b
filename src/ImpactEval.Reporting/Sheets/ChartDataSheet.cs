using ImpactEval.Reporting.Charts;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>The visible figures behind every chart, as references to the tables they come from.</summary>
internal static class ChartDataSheet
{
    sealed record Line(int Chart, string Sheet, string Series, ChartPoint Point);

    static readonly Column<Line>[] Columns =
    [
        new(ColumnHead.Count("Chart", Unit.Number).Wide(9), line => new Cell.Number(line.Chart)),
        new(ColumnHead.Text("SheetLink", 32, ColumnOrigin.Written), line => new Cell.Link(line.Sheet, line.Sheet)),
        new(ColumnHead.Text("Series", 50, ColumnOrigin.Written), line => new Cell.Text(line.Series)),
        new(ColumnHead.Text("Category", 92), line => new Cell.Text(line.Point.Category)),
        new(ColumnHead.Estimate("Value", Unit.AsRowSays).From(ColumnOrigin.Formula).Wide(9), line => line.Point.Value),
        new(ColumnHead.Estimate("Lower", Unit.AsRowSays).From(ColumnOrigin.Formula).Wide(9), line => line.Point.Lower ?? Cell.NotApplicable),
        new(ColumnHead.Estimate("Upper", Unit.AsRowSays).From(ColumnOrigin.Formula).Wide(9), line => line.Point.Upper ?? Cell.NotApplicable),
        new(ColumnHead.Estimate("ErrorMinus", Unit.AsRowSays).From(ColumnOrigin.Formula).Wide(9), line => Distance("{Value}-{Lower}", line.Point.Lower, line.Point.Value)),
        new(ColumnHead.Estimate("ErrorPlus", Unit.AsRowSays).From(ColumnOrigin.Formula).Wide(9), line => Distance("{Upper}-{Value}", line.Point.Value, line.Point.Upper)),
    ];

    public static Sheet Of(SponsorReport report, IReadOnlyList<ChartPlan> plans)
    {
        var name = Sheet.NameOf(SheetKind.ChartData);
        var lines = plans.SelectMany((plan, index) =>
            plan.Series.SelectMany(series => series.Points.Select(point => new Line(index + 1, Sheet.NameOf(plan.Sheet), series.Name, point))));
        return new Sheet(SheetKind.ChartData, report.Note("Sheet.ChartData.Note"), [SheetTable.Of(name, "ChartData", Columns, lines)]);
    }

    static Cell Distance(string formula, Cell.Formula? from, Cell.Formula? to) =>
        from is { Value: { } start } && to is { Value: { } end } ? new Cell.Formula(formula, end - start) : Cell.NotApplicable;
}
