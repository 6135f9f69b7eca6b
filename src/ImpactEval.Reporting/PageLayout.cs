using ClosedXML.Excel;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>A sheet on paper: A4 landscape, one page wide, header row repeated, every page says which report and run it is from.</summary>
internal static class PageLayout
{
    /// <summary>1.5 cm in inches; header and footer stand half way.</summary>
    const double Margin = 0.59, Edge = 0.3;

    public static void Apply(IXLWorksheet page, Sheet sheet, SponsorReport report)
    {
        var setup = page.PageSetup;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = XLPageOrientation.Landscape;
        setup.FitToPages(1, 0);
        (setup.Margins.Left, setup.Margins.Right, setup.Margins.Top, setup.Margins.Bottom) = (Margin, Margin, Margin, Margin);
        (setup.Margins.Header, setup.Margins.Footer) = (Edge, Edge);
        if (sheet.Tables.Count == 1)
            setup.SetRowsToRepeatAtTop(sheet.Tables[0].HeaderRow, sheet.Tables[0].HeaderRow);

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
