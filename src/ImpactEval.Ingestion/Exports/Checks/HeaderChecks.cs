using System.Globalization;
using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Exports.Checks;

/// <summary>What is wrong with the headings, and what of a workbook is hidden.</summary>
static partial class HeaderChecks
{
    public static void Check(GridBook book, ToolForm form, int lastDataRow, DefectLog defects)
    {
        var headings = form.Header.Headings;
        foreach (var heading in headings.Where(heading => heading.Length > 0 && !IsTidy(heading, form)))
            defects.Add(DefectKind.HeaderWhitespace, form.Header.First, column: heading.Trim());
        foreach (var column in Enumerable.Range(0, headings.Count).Where(column => headings[column].Trim().Length == 0))
            defects.Add(DefectKind.EmptyHeader, form.Header.First, value: LetterOf(column));
        foreach (var twice in headings.Where(heading => heading.Trim().Length > 0).GroupBy(FoldedText.Of).Where(group => group.Count() > 1))
            defects.Add(DefectKind.DuplicateHeader, form.Header.First, column: twice.First().Trim());
        foreach (var numbered in headings.Where(heading => IsNumberedCopy(heading, headings, form)))
            defects.Add(DefectKind.NumberedDuplicateHeader, form.Header.First, column: numbered.Trim());
        var misreading = MisreadText.Of(headings);
        foreach (var spoilt in headings.Where(heading => heading.Contains(UnreadableBytes.Mark) || misreading?.Repair(heading) is not null))
            defects.Add(DefectKind.Mojibake, form.Header.First, column: spoilt.Trim(),
                value: misreading is null ? null : $"{misreading.WrittenIn} > {misreading.ReadAs}");
        if (form.Header.IsMerged)
            defects.Add(DefectKind.MergedHeader, form.Header.First);
        Hidden(book, form, lastDataRow, defects);
    }

    static void Hidden(GridBook book, ToolForm form, int lastDataRow, DefectLog defects)
    {
        foreach (var row in form.Main.HiddenRows.Where(row => row > form.Header.Last && row <= lastDataRow).Order())
            defects.Add(DefectKind.HiddenRows, row);
        foreach (var column in form.Main.HiddenColumns.Where(column => column < form.Header.Headings.Count).Order())
            defects.Add(DefectKind.HiddenColumns, column: form.Header.Headings[column].Trim());
        foreach (var sheet in book.Grids.Where(grid => grid.IsHidden && !grid.IsEmpty && grid != form.Main && !form.Repeats.Contains(grid)))
            defects.Add(DefectKind.HiddenSheet, value: sheet.Name);
    }

    /// <summary>No spaces around or doubled, nothing invisible. A line break inside a question's text is its author's.</summary>
    static bool IsTidy(string heading, ToolForm form)
    {
        var known = form.KeepsNoBreakSpaces ? heading.Replace('\u00A0', ' ').TrimEnd() : heading;
        return known == known.Trim() && !known.Contains("  ", StringComparison.Ordinal)
            && !known.Any(letter => letter == '\u00A0' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format);
    }

    /// <summary>Microsoft Forms writes <c>q2</c>, data frames <c>q.1</c> behind a heading that stands there already.</summary>
    static bool IsNumberedCopy(string heading, IReadOnlyList<string> headings, ToolForm form)
    {
        var match = CopyNumber().Match(heading);
        if (!match.Success || !(form.NumbersRepeatedHeadings || match.Groups["point"].Success))
            return false;
        var original = match.Groups["original"].Value;
        return original.Length > 2 && headings.Contains(original);
    }

    /// <summary>A column's name in a sheet: A … Z, AA …</summary>
    static string LetterOf(int column) => (column >= 26 ? LetterOf(column / 26 - 1) : "") + (char)('A' + column % 26);

    [GeneratedRegex(@"^(?<original>.*[^0-9.])(?<point>\.)?(?<number>[1-9][0-9]?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex CopyNumber();
}
