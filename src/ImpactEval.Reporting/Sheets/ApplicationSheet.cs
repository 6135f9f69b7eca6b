using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Questions asked once: reaction to the course, application at work.</summary>
internal static class ApplicationSheet
{
    public static Sheet Of(SponsorReport report)
    {
        Column<ItemFinding>[] columns =
        [
            new(ColumnHead.Text("Instrument", 28), item => new Cell.Text(report.Study.Instrument(item.Instrument).Title.Bilingual())),
            new(ColumnHead.Text("Item", 66), item => new Cell.Text(TextOf(item, report.Study).Bilingual())),
            new(ColumnHead.Text("Wave", 18), item => new Cell.Text(report.Study.Wave(item.Wave).Title.Bilingual())),
            new(ColumnHead.Count("Answered", Unit.People), item => item.Suppressed ? Cell.Confidential : Cell.Of(item.Answered)),
            new(ColumnHead.Estimate("Mean", Unit.Points), item => Shown(item, item.Mean)),
            new(ColumnHead.Estimate("Sd", Unit.Points), item => Shown(item, item.StandardDeviation)),
            new(ColumnHead.Share("TopShare"), item => Shown(item, item.TopShare?.Value)),
            new(ColumnHead.Share("Lower"), item => Shown(item, item.TopShare?.Intervals.Primary.Lower)),
            new(ColumnHead.Share("Upper"), item => Shown(item, item.TopShare?.Intervals.Primary.Upper)),
            new(ColumnHead.Text("Note", 26, ColumnOrigin.Written), item => item.Suppressed ? new Cell.Text(Words.Both("Text.Suppressed").Bilingual()) : Cell.Nothing),
        ];
        return new Sheet(
            SheetKind.Application,
            report.Note("Sheet.Application.Note"),
            [SheetTable.Of(Sheet.NameOf(SheetKind.Application), "Application", columns, report.Findings.Items)]);
    }

    public static LocalText TextOf(ItemFinding item, Study study) =>
        study.Instrument(item.Instrument).Items.Single(candidate => candidate.Code == item.Item).Text;

    static Cell Shown(ItemFinding item, double? number) =>
        item.Suppressed ? Cell.Confidential : number is { } value ? new Cell.Number(value) : Cell.NotApplicable;
}
