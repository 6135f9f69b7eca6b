using System.Globalization;
using System.Text.RegularExpressions;

namespace ImpactEval.Ingestion.Matching;

/// <summary>How far two births agree.</summary>
enum BirthLevel { Unknown, SameDay, DayAndMonthSwapped, SameYear, OtherDay, Other }

/// <summary>A date or year of birth, read from any of its usual spellings. Day and month are 0 where only the year is known.</summary>
readonly partial record struct BirthForm(int Year, int Month, int Day)
{
    public bool IsKnown => Year > 0;

    public bool HasDay => Day > 0;

    public static BirthForm Of(string written)
    {
        if (Year4().Match(written) is not { Success: true } year)
            return default;
        var number = Number(year.Value);
        var before = Numbers().Matches(written[..year.Index]);
        var after = Numbers().Matches(written[(year.Index + year.Length)..]);
        var (day, month) = before.Count >= 2 ? (Number(before[0].Value), Number(before[1].Value))
            : before.Count == 0 && after.Count >= 2 ? (Number(after[1].Value), Number(after[0].Value)) : (0, 0);
        if (month > 12)
            (day, month) = (month, day);
        // The first of January stands in many registers for a day that nobody knew.
        return day is 0 or > 31 || month is 0 or > 12 || (day == 1 && month == 1) ? new BirthForm(number, 0, 0) : new BirthForm(number, month, day);
    }

    public BirthLevel Compare(BirthForm other)
    {
        if (!IsKnown || !other.IsKnown)
            return BirthLevel.Unknown;
        if (Year != other.Year)
            return BirthLevel.Other;
        if (!HasDay || !other.HasDay)
            return BirthLevel.SameYear;
        if (this == other)
            return BirthLevel.SameDay;
        return Day == other.Month && Month == other.Day ? BirthLevel.DayAndMonthSwapped : BirthLevel.OtherDay;
    }

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Year4();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
