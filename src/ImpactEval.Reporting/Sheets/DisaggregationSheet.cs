using ImpactEval.Evaluation;
using ImpactEval.Reporting.Charts;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Primary outcomes by group: a table for each, its forest plot beside it.</summary>
internal static class DisaggregationSheet
{
    const string Name = "Disaggregation";
    const double GroupWidth = 56, ChartWidth = 66;

    public static Sheet Of(SponsorReport report)
    {
        var name = Sheet.NameOf(SheetKind.Disaggregation);
        var tables = new List<SheetTable>();
        foreach (var rows in ByOutcome(report))
        {
            var caption = report.Caption(rows[0]);
            var table = tables.Count == 0
                ? SheetTable.Captioned(name, Name, caption, Columns(report), rows)
                : tables[^1].Then(Name + SheetTable.Letters(tables.Count), caption, Columns(report), rows);
            tables.Add(table with { LeastRows = ChartPlacement.RowsBeside(rows.Count) });
        }
        if (tables.Count == 0)
            tables.Add(SheetTable.Of(name, Name, Columns(report), []));
        return new Sheet(SheetKind.Disaggregation, report.Note("Sheet.Disaggregation.Note"), tables, ChartWidth);
    }

    /// <summary>Groups of each primary outcome, one list per table.</summary>
    public static IReadOnlyList<IReadOnlyList<ChangeFinding>> ByOutcome(SponsorReport report) =>
    [
        .. report.Findings.Changes.Where(change => change is { Group: not null, Primary: true })
            .GroupBy(change => change.Outcome)
            .Select(changes => changes.ToArray()),
    ];

    static Column<ChangeFinding>[] Columns(SponsorReport report) =>
    [
        new(ColumnHead.Text("Group", GroupWidth), change => new Cell.Text(report.Group(change.Group).Within(GroupWidth))),
        ChangeColumns.Pairs,
        ChangeColumns.Before,
        ChangeColumns.After,
        .. ChangeColumns.Difference,
        .. ChangeColumns.DAv,
    ];
}
