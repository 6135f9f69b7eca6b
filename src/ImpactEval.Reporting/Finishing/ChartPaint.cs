using System.Globalization;
using A = DocumentFormat.OpenXml.Drawing;

namespace ImpactEval.Reporting.Finishing;

/// <summary>Colours and lines of charts.</summary>
static class ChartPaint
{
    public const string Background = "FFFFFF", Grid = "D9D9D9";
    public const string Axis = "7F7F7F", Connector = "A6A6A6", DarkText = "404040", LightText = "FFFFFF";

    const int EmusPerPoint = 12700;

    public static A.SolidFill Fill(string colour) => new(new A.RgbColorModelHex { Val = colour });

    public static A.Outline Line(string colour, double points) => new(Fill(colour)) { Width = (int)(points * EmusPerPoint), CapType = A.LineCapValues.Flat };

    /// <summary>The text colour with the higher contrast on a background.</summary>
    /// <remarks>W3C (2018), WCAG 2.1, definitions of relative luminance and contrast ratio.</remarks>
    public static string TextOn(string colour)
    {
        var luminance = Luminance(colour);
        return (1.05 / (luminance + 0.05)) >= ((luminance + 0.05) / (Luminance(DarkText) + 0.05)) ? LightText : DarkText;
    }

    static double Luminance(string colour) => 0.2126 * Linear(colour[..2]) + 0.7152 * Linear(colour[2..4]) + 0.0722 * Linear(colour[4..]);

    static double Linear(string hex)
    {
        var share = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
