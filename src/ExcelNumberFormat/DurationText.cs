using System.Globalization;
using System.Text;

namespace ExcelNumberFormat;

/// <summary>Writes a number of days as elapsed time: <c>[h]:mm</c> goes on beyond 24 hours.</summary>
static class DurationText
{
    public static string Write(Section section, double days, CultureInfo culture)
    {
        var unit = Math.Pow(10, 3 - Math.Min(3, DateText.SecondDigits(section.Tokens)));
        var milliseconds = (long)(Math.Round(Math.Abs(days) * SerialTime.MillisecondsPerDay / unit, MidpointRounding.AwayFromZero) * unit);
        var text = new StringBuilder(days < 0 ? culture.NumberFormat.NegativeSign : "");
        foreach (var token in section.Tokens)
            text.Append(Field(token, milliseconds, culture));
        return text.ToString();
    }

    static string Field(Token token, long milliseconds, CultureInfo culture) => token.Kind switch
    {
        TokenKind.ElapsedHours => DateText.Number(milliseconds / 3_600_000, token.Written.Length),
        TokenKind.ElapsedMinutes => DateText.Number(milliseconds / 60_000, token.Written.Length),
        TokenKind.ElapsedSeconds => DateText.Number(milliseconds / 1000, token.Written.Length),
        TokenKind.Hour => DateText.Number(milliseconds / 3_600_000 % 24, token.Written.Length),
        _ => DateText.PartOfHour(token, milliseconds, culture),
    };
}
