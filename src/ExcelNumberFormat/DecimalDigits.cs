using System.Globalization;

namespace ExcelNumberFormat;

/// <summary>
/// A number not below zero as its decimal digits: <c>0.d₁d₂d₃… · 10^Exponent</c>. Spreadsheets show and round 15 significant digits, so
/// 2.675, which is stored as 2.67499999…, becomes 2.68.
/// </summary>
/// <param name="Digits">Without zeros at either end; empty for zero.</param>
readonly record struct DecimalDigits(string Digits, int Exponent)
{
    const int Significant = 15;

    public static DecimalDigits Of(double number)
    {
        var text = Math.Abs(number).ToString($"E{Significant - 1}", CultureInfo.InvariantCulture);
        var digits = (text[..1] + text[2..(Significant + 1)]).TrimEnd('0');
        return new DecimalDigits(digits, digits.Length == 0 ? 0 : int.Parse(text.AsSpan(Significant + 2), CultureInfo.InvariantCulture) + 1);
    }

    public bool IsZero => Digits.Length == 0;

    /// <summary>Times a power of ten, exactly.</summary>
    public DecimalDigits Shift(int places) => IsZero ? this : this with { Exponent = Exponent + places };

    /// <summary>Rounded half up to so many places after the point.</summary>
    public DecimalDigits Round(int places)
    {
        var kept = Exponent + places;
        if (kept >= Digits.Length)
            return this;
        if (kept < 0)
            return new DecimalDigits("", 0);
        var up = Digits[kept] >= '5';
        var head = Digits[..kept].ToCharArray();
        for (var position = kept - 1; up && position >= 0; position--)
        {
            up = head[position] == '9';
            head[position] = up ? '0' : (char)(head[position] + 1);
        }
        var rounded = up ? "1" + new string(head) : new string(head);
        var digits = rounded.TrimEnd('0');
        return new DecimalDigits(digits, digits.Length == 0 ? 0 : Exponent + (up ? 1 : 0));
    }

    /// <summary>The digits before the point, without leading zeros; empty below one.</summary>
    public string WholePart => Exponent <= 0 ? "" : Digits.Length >= Exponent ? Digits[..Exponent] : Digits.PadRight(Exponent, '0');

    /// <summary>The first <paramref name="places"/> digits after the point.</summary>
    public string FractionPart(int places)
    {
        var all = Exponent >= 0 ? Digits[Math.Min(Exponent, Digits.Length)..] : new string('0', -Exponent) + Digits;
        return all.PadRight(places, '0')[..places];
    }
}
