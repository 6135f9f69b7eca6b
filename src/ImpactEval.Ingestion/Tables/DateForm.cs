using System.Globalization;
using System.Text.RegularExpressions;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>What a date cell turned out to be.</summary>
enum DateReading { Empty, Date, Ambiguous, Invalid }

/// <summary>
/// How a file writes dates: one order for all of it, stated or shown by the days above 12; otherwise day, month, year, and the cells that
/// could be read both ways are told. A date that begins with the year, or names its month (ngày … tháng … năm …), reads one way only.
/// </summary>
sealed partial class DateForm
{
    /// <summary>Days from the first day of the 1900 system to that of the 1904 system.</summary>
    const int DaysTo1904 = 1462;

    /// <summary>Serial number of 31 December 9999, the last day a sheet knows.</summary>
    const double LastSerial = 2_958_465;

    /// <summary>The longest date with time and zone stays below; a longer text is no date, and no work for the patterns.</summary>
    const int LongestDate = 64;

    /// <summary>Different texts remembered; a file that gives the second of every answer has more than that and costs no more memory.</summary>
    const int MostTexts = 50_000;

    readonly bool countsFrom1904;

    /// <summary>A class answers on one day: its text is interpreted once.</summary>
    readonly Dictionary<string, (DateReading Reading, DateOnly Date)> read = new(StringComparer.Ordinal);

    DateForm(DateOrder order, bool isCertain, bool countsFrom1904) =>
        (Order, IsCertain, this.countsFrom1904) = (order, isCertain, countsFrom1904);

    public DateOrder Order { get; }

    /// <summary>The order was stated, or days above 12 show it.</summary>
    public bool IsCertain { get; }

    public static DateForm Stated(DateOrder order, bool countsFrom1904) => new(order, isCertain: true, countsFrom1904);

    public static DateForm Shown(IEnumerable<Cell> cells, bool countsFrom1904)
    {
        var evidence = new Evidence();
        foreach (var cell in cells)
            evidence.Add(cell);
        return evidence.Form(countsFrom1904);
    }

    /// <summary>What the cells of a file show of its order, added up one by one.</summary>
    public sealed class Evidence
    {
        readonly HashSet<string> seen = new(StringComparer.Ordinal);
        int dayFirst, monthFirst;

        public void Add(Cell cell)
        {
            if (cell.Kind != CellKind.Text || !IsNew(cell.Text) || Numbers(cell.Shown) is not { First: <= 31 } parts)
                return;
            dayFirst += parts.First > 12 && parts.Second <= 12 ? 1 : 0;
            monthFirst += parts.Second > 12 && parts.First <= 12 ? 1 : 0;
        }

        public DateForm Form(bool countsFrom1904)
        {
            var order = monthFirst > dayFirst ? DateOrder.MonthDayYear : DateOrder.DayMonthYear;
            return new DateForm(order, isCertain: (dayFirst == 0) != (monthFirst == 0), countsFrom1904);
        }

        /// <summary>A day is counted once, however many people answered on it.</summary>
        bool IsNew(ReadOnlySpan<char> text)
        {
            var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
            return seen.Count < MostTexts ? known.Add(text) : !known.Contains(text);
        }
    }

    public DateReading Read(Cell cell, out DateOnly date)
    {
        date = default;
        switch (cell.Kind)
        {
            case CellKind.Empty:
                return DateReading.Empty;
            case CellKind.Date:
                date = DateOnly.FromDateTime(DateTime.FromOADate(cell.Number));
                return DateReading.Date;
            case CellKind.Number when cell.Number is >= 1 and <= LastSerial - DaysTo1904:
                date = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(cell.Number) + (countsFrom1904 ? DaysTo1904 : 0)));
                return DateReading.Date;
            case CellKind.Text:
                return Read(cell.Text, out date);
            default:
                return DateReading.Invalid;
        }
    }

    DateReading Read(ReadOnlySpan<char> text, out DateOnly date)
    {
        var texts = read.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!texts.TryGetValue(text, out var known))
        {
            var reading = Interpreted(text.ToString(), out var interpreted);
            known = (reading, interpreted);
            if (read.Count < MostTexts)
                texts[text] = known;
        }
        date = known.Date;
        return known.Reading;
    }

    DateReading Interpreted(string text, out DateOnly date)
    {
        date = default;
        if (text.Length > LongestDate)
            return DateReading.Invalid;
        if (InWords().Match(text) is { Success: true } words)
            return Made(Part(words, "year"), Part(words, "month"), Part(words, "day"), ref date);
        if (Numbers(text) is not { } parts)
            return DateReading.Invalid;
        var (first, second, third) = parts;
        if (first > 31)
            return Made(first, second, third, ref date);
        var reading = Order switch
        {
            DateOrder.DayMonthYear => Made(third, second, first, ref date),
            DateOrder.MonthDayYear => Made(third, first, second, ref date),
            _ => DateReading.Invalid,
        };
        var readsBothWays = first != second && first <= 12 && second <= 12;
        return reading == DateReading.Date && readsBothWays && !IsCertain ? DateReading.Ambiguous : reading;
    }

    static DateReading Made(int year, int month, int day, ref DateOnly date)
    {
        if (year is < 1900 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return DateReading.Invalid;
        date = new DateOnly(year, month, day);
        return DateReading.Date;
    }

    static (int First, int Second, int Third)? Numbers(string text) =>
        text.Length <= LongestDate && InNumbers().Match(text) is { Success: true } match
            ? (Part(match, "first"), Part(match, "second"), Part(match, "third"))
            : null;

    static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Three numbers, one of them a year of four digits; a time of day may follow.</summary>
    [GeneratedRegex(
        @"^\s*((?<first>[0-9]{1,2})(?<mark>[-/.])(?<second>[0-9]{1,2})\k<mark>(?<third>[0-9]{4})"
            + @"|(?<first>[0-9]{4})(?<mark>[-/.])(?<second>[0-9]{1,2})\k<mark>(?<third>[0-9]{1,2}))([T ,]+[0-9]{1,2}:[0-9]{2}.*)?\s*$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex InNumbers();

    [GeneratedRegex(
        @"^\s*(ngày\s+)?(?<day>[0-9]{1,2})\s+tháng\s+(?<month>[0-9]{1,2})\s+năm\s+(?<year>[0-9]{4})\s*\.?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex InWords();
}
