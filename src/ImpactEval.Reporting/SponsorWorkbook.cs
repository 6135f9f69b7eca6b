using ClosedXML.Excel;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Charts;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>
/// The workbook a sponsor gets: findings in sentences, tables, charts, methods and limits, Vietnamese with English beside it.
/// Equal findings give equal bytes.
/// </summary>
public static class SponsorWorkbook
{
    const string Product = "ImpactEval";

    /// <summary>Study and quarter, e.g. <c>jica-young-leaders-FY2024-Q2</c>: the report's code, and the name of its file.</summary>
    public static string CodeOf(Study study, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(findings);
        return new SponsorReport(study, findings, new WorkbookOptions()).Code;
    }

    /// <param name="findings">Findings that may leave: small cells are already suppressed.</param>
    /// <param name="output">Where the workbook (.xlsx) is written.</param>
    public static void Write(Study study, Findings findings, WorkbookOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);

        var report = new SponsorReport(study, findings, options);
        var plan = WorkbookPlan.Of(report);
        using var draft = new MemoryStream();
        IReadOnlyList<CachedCell> cached;
        using (var workbook = new XLWorkbook(XLEventTracking.Disabled))
        {
            cached = Write(report, plan, workbook);
            workbook.SaveAs(draft);
        }
        draft.Position = 0;
        var properties = new WorkbookProperties(study.Title.Bilingual(), Words.Both("Sheet.Cover.Title").Bilingual(), "vi", Product);
        WorkbookFinisher.Finish(draft, output, plan.Charts, cached, properties);
    }

    static IReadOnlyList<CachedCell> Write(SponsorReport report, WorkbookPlan plan, XLWorkbook workbook)
    {
        var writer = new SheetWriter(report, workbook);
        var charts = plan.Charts.ToLookup(chart => chart.Sheet);
        foreach (var sheet in plan.Sheets)
        {
            var page = writer.Write(sheet, [.. charts[sheet.Name]]);
            if (sheet.Kind != SheetKind.Methods)
                continue;
            foreach (var (name, address) in MethodsSheet.NamedCells(sheet))
                workbook.NamedRanges.Add(name, $"{SheetTable.Quoted(page.Name)}!{address}");
        }
        workbook.Worksheet(1).SetTabActive();
        return writer.Cached;
    }
}
