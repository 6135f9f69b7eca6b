using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sentences;

/// <summary>A quarter of the sponsor's year. Years of Japan and Canada begin in April, of the United States in the October before.</summary>
/// <param name="Year">Year the sponsor's year is named by: the one it starts in, in the United States the one it ends in.</param>
/// <param name="Number">1–4.</param>
public sealed record SponsorQuarter(SponsorCalendar Calendar, int Year, int Number)
{
    public static SponsorQuarter Of(DateOnly day, SponsorCalendar calendar)
    {
        var start = FirstMonth(calendar);
        var number = (day.Month - start + 12) % 12 / 3 + 1;
        var year = calendar == SponsorCalendar.UnitedStates
            ? day.Month >= start ? day.Year + 1 : day.Year
            : day.Month >= start ? day.Year : day.Year - 1;
        return new SponsorQuarter(calendar, year, number);
    }

    /// <summary>As the sponsor writes it.</summary>
    public string Written => Calendar switch
    {
        SponsorCalendar.Vietnam => $"Quý {Roman}/{Digits(Year)}",
        SponsorCalendar.Japan => $"FY{Digits(Year)} Q{Digits(Number)}, {Digits(Year)}年度第{Digits(Number)}四半期 ({JapaneseEra})",
        SponsorCalendar.Canada => $"{Digits(Year)}–{TwoDigits(Year + 1)} Q{Digits(Number)} / T{Digits(Number)} {Digits(Year)}-{Digits(Year + 1)}",
        SponsorCalendar.France => $"T{Digits(Number)} {Digits(Year)}",
        SponsorCalendar.UnitedStates => $"FY{TwoDigits(Year)} Q{Digits(Number)}",
        _ => throw new InvalidOperationException($"There is no way of writing quarters of {Calendar}."),
    };

    /// <summary>For file names and report codes: letters, digits and hyphens.</summary>
    public string Code => Calendar switch
    {
        SponsorCalendar.Japan or SponsorCalendar.UnitedStates => $"FY{Digits(Year)}-Q{Digits(Number)}",
        SponsorCalendar.Canada => $"{Digits(Year)}-{TwoDigits(Year + 1)}-Q{Digits(Number)}",
        _ => $"{Digits(Year)}-Q{Digits(Number)}",
    };

    string Roman => Number switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };

    // Reiwa began on 1 May 2019 and Heisei on 8 January 1989; a fiscal year is named for the era it spends its greater part in.
    string JapaneseEra => Year switch
    {
        2019 => "令和元年度",
        > 2019 => $"令和{Digits(Year - 2018)}年度",
        1989 => "平成元年度",
        _ => $"平成{Digits(Year - 1988)}年度",
    };

    static int FirstMonth(SponsorCalendar calendar) => calendar switch
    {
        SponsorCalendar.Japan or SponsorCalendar.Canada => 4,
        SponsorCalendar.UnitedStates => 10,
        _ => 1,
    };

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string TwoDigits(int year) => (year % 100).ToString("00", CultureInfo.InvariantCulture);
}
