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
            LearningSheet.Of(report),
            CompetenciesSheet.Of(report),
            EffectSizesSheet.Of(report),
            DisaggregationSheet.Of(report),
            ApplicationSheet.Of(report),
            TopicSheets.Topics(report),
            TopicSheets.Quotes(report),
            QualitySheet.Of(report),
            MethodsSheet.Of(report),
        ];
        Sheet Of(SheetKind kind) => sheets.Single(sheet => sheet.Kind == kind);
        var charts = new ChartPlan?[]
        {
            ShareCharts.OfParticipation(report, Of(SheetKind.Participation).Tables[0]),
            ChangeCharts.OfOutcomes(report, Of(SheetKind.Learning)),
            ShareCharts.OfTopics(report, Of(SheetKind.Topics).Tables[0]),
        }
            .OfType<ChartPlan>()
            .Concat(ChangeCharts.OfGroups(report, Of(SheetKind.Disaggregation)))
            .Concat(ChangeCharts.OfCompetencies(report, Of(SheetKind.Competencies)))
            .Concat(ItemCharts.Of(report, Of(SheetKind.Application)))
            .OrderBy(chart => chart.Sheet)
            .ToArray();

        var data = ChartDataSheet.Of(report, charts);
        sheets.Add(DictionarySheet.Of(report, [.. sheets, data]));
        sheets.Add(data);
        return new WorkbookPlan(sheets, [.. ChartPlacement.Place(charts, sheets, data.Tables[0])]);
    }
}
