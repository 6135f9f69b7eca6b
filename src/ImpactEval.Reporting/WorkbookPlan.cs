using ImpactEval.Reporting.Charts;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting;

/// <summary>All sheets and charts of a workbook as values, before any of it is written.</summary>
internal sealed record WorkbookPlan(IReadOnlyList<Sheet> Sheets, IReadOnlyList<Chart> Charts)
{
    public static WorkbookPlan Of(SponsorReport report)
    {
        List<Sheet> sheets =
        [
            CoverSheet.Of(report),
            SummarySheet.Of(report),
            ParticipationSheet.Of(report),
            ChangeSheets.Learning(report),
            ChangeSheets.Competencies(report),
            EffectSizesSheet.Of(report),
            ChangeSheets.Disaggregation(report),
            ApplicationSheet.Of(report),
            TopicSheets.Topics(report),
            TopicSheets.Quotes(report),
            QualitySheet.Of(report),
            MethodsSheet.Of(report),
        ];
        SheetTable Table(SheetKind kind) => sheets.Single(sheet => sheet.Kind == kind).Tables[0];
        var charts = new ChartPlan?[]
        {
            ChangeCharts.OfGroups(report, Table(SheetKind.Disaggregation)),
            ShareCharts.OfParticipation(report, Table(SheetKind.Participation)),
            ChangeCharts.OfOutcomes(report, Table(SheetKind.Learning)),
            ShareCharts.OfTopics(report, Table(SheetKind.Topics)),
        }
            .OfType<ChartPlan>()
            .Concat(ChangeCharts.OfParts(report, Table(SheetKind.Competencies)))
            .Concat(ShareCharts.OfItems(report, Table(SheetKind.Application)))
            .OrderBy(chart => chart.Sheet)
            .ToArray();

        var data = ChartDataSheet.Of(report, charts);
        sheets.Add(DictionarySheet.Of(report, [.. sheets, data]));
        sheets.Add(data);
        return new WorkbookPlan(sheets, [.. ChartPlacement.Place(charts, sheets, data.Tables[0])]);
    }
}
