using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Who was enrolled, measured at each wave, and measured both times.</summary>
internal static class ParticipationSheet
{
    public static Sheet Of(SponsorReport report)
    {
        var participation = report.Findings.Participation;
        Column<ParticipationRow>[] columns =
        [
            new(ColumnHead.Text("Dimension", 30), row => new Cell.Text(report.Dimension(row.Group).Bilingual())),
            new(ColumnHead.Text("Group", 36), row => new Cell.Text(report.Group(row.Group).Bilingual())),
            new(ColumnHead.Count("Enrolled", Unit.People).Wide(14), row => Cell.Of(row.Enrolled)),
            .. participation.Waves.Select((wave, position) => Measured(report.Study.Wave(wave), position)),
            new(ColumnHead.Count("Paired", Unit.People).Wide(14), row => Cell.Of(row.Paired)),
            new(ColumnHead.Share("PairedRate").From(ColumnOrigin.Formula).Wide(14), Rate),
        ];
        return new Sheet(
            SheetKind.Participation,
            report.Note("Sheet.Participation.Note"),
            [SheetTable.Of(Sheet.NameOf(SheetKind.Participation), "Participation", columns, participation.Rows)]);
    }

    /// <summary>Names the column of one wave in formulas and charts.</summary>
    public static string MeasuredAt(string wave) => $"Measured.{wave}";

    static Column<ParticipationRow> Measured(Wave wave, int position)
    {
        var head = ColumnHead.Count("Measured", Unit.People).Wide(14);
        var name = new LocalText(
            Words.Of("Column.Measured.Header", TextLanguage.Vi, ("wave", wave.Title.Vi)),
            Words.Of("Column.Measured.Header", TextLanguage.En, ("wave", wave.Title.In(TextLanguage.En))));
        return new(head with { Code = MeasuredAt(wave.Code), Name = name }, row => Cell.Of(row.Measured[position]));
    }

    static Cell Rate(ParticipationRow row) => row switch
    {
        { Enrolled.Suppressed: true } or { Paired.Suppressed: true } => Cell.Confidential,
        { Enrolled.Value: { } enrolled and > 0, Paired.Value: { } paired } => new Cell.Formula("{Paired}/{Enrolled}", (double)paired / enrolled),
        _ => Cell.NotApplicable,
    };
}
