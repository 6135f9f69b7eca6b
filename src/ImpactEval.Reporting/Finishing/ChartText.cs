using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace ImpactEval.Reporting.Finishing;

/// <summary>Text in charts. No font is named: the workbook's theme has one with all Vietnamese letters on every machine.</summary>
static class ChartText
{
    /// <summary>Hundredths of a point.</summary>
    public const int TitleSize = 1100, LabelSize = 1000;

    const int QuarterTurnLeft = -5400000;

    public static TextProperties Default() => Properties(LabelSize);

    public static TextProperties Properties(int size, string colour = ChartPaint.DarkText) => new(
        new A.BodyProperties(),
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(new A.DefaultRunProperties(ChartPaint.Fill(colour)) { FontSize = size, Bold = false }),
            new A.EndParagraphRunProperties()));

    /// <summary>The first line of a title may be bold; what follows repeats it in another language.</summary>
    public static Title Title(string text, int size, bool bold, bool upright = false)
    {
        var body = upright ? new A.BodyProperties { Rotation = QuarterTurnLeft, Vertical = A.TextVerticalValues.Horizontal } : new A.BodyProperties();
        return new Title(
            new DocumentFormat.OpenXml.Drawing.Charts.ChartText(new RichText(
                [body, new A.ListStyle(), .. text.Split('\n').Select((line, row) => Paragraph(line, size, bold && row == 0))])),
            new Overlay { Val = false });
    }

    static A.Paragraph Paragraph(string line, int size, bool bold) => new(
        new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = size, Bold = bold }),
        new A.Run(new A.RunProperties(ChartPaint.Fill(ChartPaint.DarkText)) { FontSize = size, Bold = bold }, new A.Text(line)));
}
