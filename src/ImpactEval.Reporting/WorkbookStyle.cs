using ClosedXML.Excel;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting;

/// <summary>
/// How cells look: dark on light with a contrast of at least 4.5 : 1, lines only between rows. The type is the workbook's own, Calibri 11 points:
/// it has every Vietnamese letter, is on every desk with Excel, Carlito has its widths where it is not, and column widths are counted in it.
/// </summary>
internal static class WorkbookStyle
{
    const double StandardSize = 11, TitleSize = 14, CaptionSize = 12;

    /// <summary>Letters of a title beside those of the table.</summary>
    public const double TitleScale = TitleSize / StandardSize;

    public const double CaptionScale = CaptionSize / StandardSize;

    static readonly XLColor HeaderFill = XLColor.FromHtml("#1F3864");
    static readonly XLColor Rule = XLColor.FromHtml("#BFBFBF");
    static readonly XLColor Blue = XLColor.FromHtml("#005A8C");
    static readonly XLColor Red = XLColor.FromHtml("#A84300");
    static readonly XLColor Grey = XLColor.FromHtml("#595959");

    public static void Title(IXLStyle style)
    {
        style.Font.Bold = true;
        style.Font.FontSize = TitleSize;
        Line(style);
    }

    /// <summary>A line that runs over all columns of a sheet.</summary>
    public static void Line(IXLStyle style)
    {
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
    }

    public static void Caption(IXLStyle style)
    {
        style.Font.Bold = true;
        style.Font.FontSize = CaptionSize;
    }

    /// <summary>A heading stands on the side of what is below it.</summary>
    public static void Header(IXLStyle style, CellFormat format, bool indented)
    {
        style.Font.Bold = true;
        style.Font.FontColor = XLColor.White;
        style.Fill.BackgroundColor = HeaderFill;
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
        Align(style, format, indented);
    }

    /// <summary>Texts wrap on the left, numbers stand on the right in one format.</summary>
    public static void Column(IXLStyle style, CellFormat format, bool indented)
    {
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorderColor = Rule;
        Align(style, format, indented);
        if (format == CellFormat.Text)
            style.Alignment.WrapText = true;
        else
            style.NumberFormat.Format = NumberFormat(format);
    }

    public static void Mark(IXLStyle style) => style.Font.FontColor = Grey;

    public static void Link(IXLStyle style)
    {
        style.Font.FontColor = Blue;
        style.Font.Underline = XLFontUnderlineValues.Single;
    }

    public static void Toned(IXLStyle style, Tone tone)
    {
        if (tone == Tone.Plain)
            return;
        style.Font.FontColor = tone switch { Tone.Good => Blue, Tone.Bad => Red, _ => Grey };
        style.Font.Bold = tone != Tone.Muted;
    }

    static void Align(IXLStyle style, CellFormat format, bool indented)
    {
        style.Alignment.Horizontal = format == CellFormat.Text ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Right;
        if (indented)
            style.Alignment.Indent = 1;
    }

    /// <summary>Three digits would print a small p value as nought; people are too few for tenths of a per cent.</summary>
    static string NumberFormat(CellFormat format) => format switch
    {
        CellFormat.Whole => "#,##0",
        CellFormat.General => "General",
        CellFormat.Percent => "0%",
        CellFormat.FinePercent => "0.0%",
        CellFormat.Probability => "[<0.001]\"< 0.001\";0.000",
        _ => "0.00",
    };
}
