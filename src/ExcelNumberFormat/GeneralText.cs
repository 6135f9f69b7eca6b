using System.Globalization;

namespace ExcelNumberFormat;

/// <summary>Writes a number as General shows it in a wide cell: at most eleven characters, sign apart, else six digits and a power of ten.</summary>
static class GeneralText
{
    const int Width = 11;
    const int ScientificPlaces = 5;
    const double LeastPlain = 1e-4, LeastScientific = 1e11;

    /// <returns>The number without its sign.</returns>
    public static string Write(double number, NumberFormatInfo marks)
    {
        var size = Math.Abs(number);
        if (size == 0)
            return "0";
        return size >= LeastScientific || size < LeastPlain ? Scientific(size, marks) : Plain(size, marks);
    }

    static string Plain(double size, NumberFormatInfo marks)
    {
        var digits = DecimalDigits.Of(size);
        var whole = Math.Max(1, digits.WholePart.Length);
        var rounded = digits.Round(Math.Max(0, Width - 1 - whole));
        var fraction = rounded.FractionPart(Width).TrimEnd('0');
        return (rounded.WholePart is { Length: > 0 } before ? before : "0") + (fraction.Length == 0 ? "" : marks.NumberDecimalSeparator + fraction);
    }

    static string Scientific(double size, NumberFormatInfo marks)
    {
        var digits = DecimalDigits.Of(size);
        var rounded = digits.Shift(1 - digits.Exponent).Round(ScientificPlaces);
        var exponent = digits.Exponent - 1 + (rounded.Exponent - 1);
        var mantissa = rounded.Shift(1 - rounded.Exponent);
        var fraction = mantissa.FractionPart(ScientificPlaces).TrimEnd('0');
        var sign = exponent < 0 ? marks.NegativeSign : marks.PositiveSign;
        return mantissa.WholePart + (fraction.Length == 0 ? "" : marks.NumberDecimalSeparator + fraction)
            + "E" + sign + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
    }
}
