using ClosedXML.Excel;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>A sheet on paper: header row repeated, charts and captions in one piece, every page says which report and run it is from.</summary>
internal static class PageLayout
{
    /// <summary>A table is not begun at the foot of a page: its header keeps these rows.</summary>
    const int RowsWithHeader = 2;

    /// <param name="heights">Heights of all rows from the first, charts included.</param>
    public static void Apply(IXLWorksheet page, Sheet sheet, IReadOnlyList<Chart> charts, IReadOnlyList<double> heights, SponsorReport report)
    {
        var setup = page.PageSetup;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = XLPageOrientation.Landscape;
        setup.FitToPages(1, 0);
        (setup.Margins.Left, setup.Margins.Right, setup.Margins.Top, setup.Margins.Bottom) = (Paper.Margin, Paper.Margin, Paper.Margin, Paper.Margin);
        (setup.Margins.Header, setup.Margins.Footer) = (Paper.Edge, Paper.Edge);
        var repeated = sheet.Tables.Count == 1 ? sheet.Tables[0].HeaderRow : 0;
        if (repeated > 0)
            setup.SetRowsToRepeatAtTop(repeated, repeated);
        var room = Paper.Room(Paper.Scale(sheet.Widths));
        foreach (var row in Paper.PageEnds(heights, room, repeated > 0 ? heights[repeated - 1] : 0, Whole(sheet, charts)))
            setup.AddHorizontalPageBreak(row);
        HeaderAndFooter(setup, sheet, report);
    }

    static (int First, int Last)[] Whole(Sheet sheet, IReadOnlyList<Chart> charts) =>
    [
        .. sheet.Tables.Select(table => (table.TopRow, table.HeaderRow + Math.Min(RowsWithHeader, table.Rows.Count))),
        .. sheet.Tables.Where(table => table.LeastRows > 0).Select(table => (table.TopRow, table.BottomRow)),
        .. charts.Select(chart => (chart.FromRow + 1, chart.ToRow)),
    ];

    static void HeaderAndFooter(IXLPageSetup setup, Sheet sheet, SponsorReport report)
    {
        setup.Header.Left.AddText(Plain($"{Words.Both(report.Options.Status).Bilingual()}"));
        setup.Header.Right.AddText(Plain(Words.Both("Text.Classification").Bilingual()));
        setup.Footer.Left.AddText(Plain($"{report.Code} · {sheet.Name}"));
        setup.Footer.Center.AddText(Plain(Words.Of("Text.Page", TextLanguage.Vi) + " / " + Words.Of("Text.Page", TextLanguage.En) + " "));
        setup.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        setup.Footer.Center.AddText(" / ");
        setup.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
        setup.Footer.Right.AddText(Plain($"{Words.Both("Text.Run").Bilingual()} {report.Findings.Run.RunId}"));
    }

    /// <summary>An ampersand starts a code in headers and footers; two are one.</summary>
    static string Plain(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
