namespace ExcelNumberFormat;

/// <summary>Which section shows a number, and whether the section or the program writes the minus sign.</summary>
static class SectionChoice
{
    /// <returns>The section and the number as it shows it; null when no section is for this number.</returns>
    public static (Section Section, double Shown)? For(double number, IReadOnlyList<Section> all)
    {
        var sections = all.Count > 1 && all[^1].Kind == SectionKind.Text ? [.. all.Take(all.Count - 1)] : all;
        return sections.Any(section => section.Condition is not null) ? ByCondition(number, sections) : BySign(number, sections);
    }

    static (Section, double) BySign(double number, IReadOnlyList<Section> sections)
    {
        if (number < 0 && sections.Count > 1)
            return (sections[1], -number);
        return (number == 0 && sections.Count > 2 ? sections[2] : sections[0], number);
    }

    /// <summary>A section without a condition takes what the ones before it left; the second of three then means negative numbers.</summary>
    static (Section, double)? ByCondition(double number, IReadOnlyList<Section> sections)
    {
        for (var position = 0; position < sections.Count; position++)
        {
            var section = sections[position];
            var condition = section.Condition ?? (position == 1 && sections.Count > 2 ? new Condition("<", 0) : null);
            if (condition is { } given && !given.Holds(number))
                continue;
            return (section, condition is { OnlyNegative: true } ? -number : number);
        }
        return null;
    }
}
