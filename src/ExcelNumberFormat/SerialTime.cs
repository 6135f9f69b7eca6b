namespace ExcelNumberFormat;

/// <summary>A serial number as date and time. Day 0 is "0 January 1900" and day 60 the 29 February 1900 that never was.</summary>
/// <remarks>ECMA-376 part 1, section 18.17.4.1 (1900 date base system).</remarks>
sealed record SerialTime(int Year, int Month, int Day, int DayOfWeek, long Milliseconds)
{
    public const long MillisecondsPerDay = 86_400_000;
    const int PhantomDay = 60, DaysAfterLast = 2_958_466;

    /// <summary>The time of <paramref name="serial"/>, rounded to so many digits after the second.</summary>
    /// <returns>Null before 1900 and after 9999.</returns>
    public static SerialTime? Of(double serial, int secondDigits)
    {
        if (serial < 0 || serial >= DaysAfterLast)
            return null;
        var unit = (long)Math.Pow(10, 3 - Math.Min(3, secondDigits));
        var milliseconds = (long)Math.Round(serial * MillisecondsPerDay / unit, MidpointRounding.AwayFromZero) * unit;
        var (days, rest) = Math.DivRem(milliseconds, MillisecondsPerDay);
        return days switch
        {
            0 => new SerialTime(1900, 1, 0, 6, rest),
            PhantomDay => new SerialTime(1900, 2, 29, 3, rest),
            >= DaysAfterLast => null,
            _ => Real(new DateOnly(1899, 12, 30).AddDays((int)days + (days < PhantomDay ? 1 : 0)), (int)days, rest),
        };
    }

    // Before the phantom day Excel's week days are one behind the calendar's: serial 1 is shown as a Sunday.
    static SerialTime Real(DateOnly date, int days, long rest) => new(date.Year, date.Month, date.Day, (days + 6) % 7, rest);
}
