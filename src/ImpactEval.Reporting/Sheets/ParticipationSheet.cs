using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Who was enrolled, measured at each wave, and measured both times.</summary>
internal static class ParticipationSheet
{
    const double DimensionWidth = 56, GroupWidth = 58;

    public static Sheet Of(SponsorReport report)
    {
        var participation = report.Findings.Participation;
        Column<ParticipationRow>[] columns =
        [
            new(ColumnHead.Text("Dimension", DimensionWidth), row => new Cell.Text(report.Dimension(row.Group).Within(DimensionWidth))),
            new(ColumnHead.Text("Group", GroupWidth), row => new Cell.Text(report.Group(row.Group).Within(GroupWidth))),
            new(ColumnHead.Count("Enrolled", Unit.People).Wide(15), row => Cell.Of(row.Enrolled)),
            .. participation.Waves.Select((wave, position) => Measured(report, wave, position)),
            new(ColumnHead.Count("Paired", Unit.People).Wide(15), row => Cell.Of(row.Paired)),
            new(ColumnHead.Share("PairedRate").From(ColumnOrigin.Formula).Wide(15), Rate),
        ];
        return new Sheet(
            SheetKind.Participation,
            report.Note("Sheet.Participation.Note"),
            [SheetTable.Of(Sheet.NameOf(SheetKind.Participation), "Participation", columns, participation.Rows)]);
    }

    /// <summary>Names the column of one wave in formulas and charts.</summary>
    public static string MeasuredAt(string wave) => $"Measured.{wave}";

    static Column<ParticipationRow> Measured(SponsorReport report, string wave, int position) =>
        new(report.AtWave(ColumnHead.Count("Measured", Unit.People).Wide(15), wave), row => Cell.Of(row.Measured[position]));

    static Cell Rate(ParticipationRow row) => row switch
    {
        { Enrolled.Suppressed: true } or { Paired.Suppressed: true } => Cell.Confidential,
        { Enrolled.Value: { } enrolled and > 0, Paired.Value: { } paired } => new Cell.Formula("{Paired}/{Enrolled}", (double)paired / enrolled),
        _ => Cell.NotApplicable,
    };
}
