using System.Globalization;
using System.Text;

namespace ExcelNumberFormat;

/// <summary>Writes a serial number as date and time.</summary>
static class DateText
{
    /// <summary>Without seconds in the format the time is cut, after smoothing what is smaller than a millisecond.</summary>
    const int Milliseconds = 3;

    /// <returns>Null when the number is no date of the calendar.</returns>
    public static string? Write(Section section, double serial, CultureInfo culture)
    {
        if (SerialTime.Of(serial, SecondDigits(section.Tokens)) is not { } time)
            return null;
        var halves = section.Tokens.Any(token => token.Kind == TokenKind.HalfDay);
        var text = new StringBuilder();
        foreach (var token in section.Tokens)
            text.Append(Field(token, time, halves, culture));
        return text.ToString();
    }

    internal static int SecondDigits(IReadOnlyList<Token> tokens)
    {
        var fraction = tokens.FirstOrDefault(token => token.Kind == TokenKind.SecondFraction).Written?.Length ?? 0;
        return tokens.Any(token => token.Kind is TokenKind.Second or TokenKind.ElapsedSeconds) ? fraction : Milliseconds;
    }

    static string Field(Token token, SerialTime time, bool halves, CultureInfo culture)
    {
        var hour = (int)(time.Milliseconds / 3_600_000);
        return token.Kind switch
        {
            TokenKind.Year => token.Written.Length <= 2 ? Number(time.Year % 100, 2) : Number(time.Year, 4),
            TokenKind.Month => MonthOf(time.Month, token.Written.Length, culture.DateTimeFormat),
            TokenKind.Day => DayOf(time, token.Written.Length, culture.DateTimeFormat),
            TokenKind.Hour => Number(halves ? (hour + 11) % 12 + 1 : hour, token.Written.Length),
            TokenKind.HalfDay => HalfDayOf(token.Written, hour < 12, culture.DateTimeFormat),
            TokenKind.Slash => culture.DateTimeFormat.DateSeparator,
            _ => PartOfHour(token, time.Milliseconds, culture),
        };
    }

    /// <summary>What is the same in a time of day and in elapsed time.</summary>
    internal static string PartOfHour(Token token, long milliseconds, CultureInfo culture) => token.Kind switch
    {
        TokenKind.Minute => Number((int)(milliseconds / 60_000 % 60), token.Written.Length),
        TokenKind.Second => Number((int)(milliseconds / 1000 % 60), token.Written.Length),
        TokenKind.SecondFraction => culture.NumberFormat.NumberDecimalSeparator + Fraction(milliseconds % 1000, token.Written.Length),
        TokenKind.Colon => culture.DateTimeFormat.TimeSeparator,
        _ => token.Shown,
    };

    internal static string Number(long value, int least) => value.ToString(CultureInfo.InvariantCulture).PadLeft(least, '0');

    static string Fraction(long milliseconds, int digits) => Number(milliseconds, 3).PadRight(digits, '0')[..digits];

    static string MonthOf(int month, int length, DateTimeFormatInfo names) => length switch
    {
        <= 2 => Number(month, length),
        3 => names.GetAbbreviatedMonthName(month),
        4 => names.GetMonthName(month),
        _ => names.GetMonthName(month)[..1],
    };

    static string DayOf(SerialTime time, int length, DateTimeFormatInfo names) => length switch
    {
        <= 2 => Number(time.Day, length),
        3 => names.GetAbbreviatedDayName((DayOfWeek)time.DayOfWeek),
        _ => names.GetDayName((DayOfWeek)time.DayOfWeek),
    };

    /// <summary><c>AM/PM</c> is the culture's word where it has one; <c>A/P</c> is as written.</summary>
    static string HalfDayOf(string written, bool morning, DateTimeFormatInfo names)
    {
        if (written.Length == 3)
            return morning ? written[..1] : written[2..];
        var word = morning ? names.AMDesignator : names.PMDesignator;
        return word.Length > 0 ? word : morning ? "AM" : "PM";
    }
}
