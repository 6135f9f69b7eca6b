using System.Globalization;

namespace ExcelNumberFormat;

/// <summary>
/// A number format of a spreadsheet, such as <c>#,##0.0;-#,##0.0;"–"</c>: tells what kind of format it is and writes values with it.
/// Colours and repeated fill characters change nothing about the text and are passed over, so is the language in <c>[$-42A]</c>: names
/// of months and days come from the culture. Fractions (<c># ?/?</c>) and era years are not supported: such a format is not valid.
/// </summary>
/// <remarks>ECMA-376 part 1, section 18.8.31 (numFmts).</remarks>
public sealed class NumberFormat
{
    const string NotShowable = "########";

    readonly IReadOnlyList<Section>? sections;

    public NumberFormat(string formatString)
    {
        ArgumentNullException.ThrowIfNull(formatString);
        sections = SectionParser.Parse(formatString);
    }

    public bool IsValid => sections is not null;

    /// <summary>The format shows a point in time; elapsed time (<c>[h]:mm</c>) is a number.</summary>
    public bool IsDateTimeFormat => sections is not null && sections.Any(section => section.Kind == SectionKind.Date);

    /// <returns>The value as the format shows it; with a format that is not valid, the value's plain text.</returns>
    public string Format(object? value, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (sections is null)
            return Convert.ToString(value, culture) ?? "";
        return value switch
        {
            null => "",
            bool truth => truth ? "TRUE" : "FALSE",
            string text => TextOf(text),
            DateTime time => NumberOf(time.ToOADate(), culture),
            TimeSpan span => NumberOf(span.TotalDays, culture),
            IConvertible number => NumberOf(number.ToDouble(CultureInfo.InvariantCulture), culture),
            _ => Convert.ToString(value, culture) ?? "",
        };
    }

    string TextOf(string text)
    {
        if (sections!.LastOrDefault(candidate => candidate.Kind == SectionKind.Text) is not { } section)
            return text;
        return string.Concat(section.Tokens.Select(token => token.Kind == TokenKind.Text ? text : token.Shown));
    }

    string NumberOf(double number, CultureInfo culture)
    {
        if (!double.IsFinite(number))
            return number.ToString(culture);
        if (SectionChoice.For(number, sections!) is not { } choice)
            return NotShowable;
        var (section, shown) = choice;
        return section.Kind switch
        {
            SectionKind.Date => DateText.Write(section, number, culture) ?? NotShowable,
            SectionKind.Duration => DurationText.Write(section, number, culture),
            _ => NumberText.Write(section, shown, culture.NumberFormat),
        };
    }
}
