using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>
/// Moodle: the report of a quiz has a row for each attempt and its maximum in the heading (<c>Grade/10.00</c>); the gradebook a row for each
/// person and the time of the download in the last column. Headings follow the site's language, so they are known by their form.
/// </summary>
static partial class MoodleForm
{
    static readonly HashSet<string> Empty = ["-"];

    public static ToolForm? Of(GridBook book, Grid main, HeaderRows header)
    {
        var rows = Nearly.Rows(main, header);
        var email = EmailColumn(header.Headings, rows);
        return email is null ? null : Quiz(main, header, email.Value) ?? Gradebook(main, header, rows, email.Value);
    }

    static ToolForm? Quiz(Grid main, HeaderRows header, int email)
    {
        var withMaximum = Enumerable.Range(0, header.Headings.Count).Where(column => WithMaximum().IsMatch(header.Headings[column])).ToArray();
        var questions = withMaximum.Where(column => Question().IsMatch(header.Headings[column])).ToArray();
        var grade = withMaximum.Except(questions).Where(column => column > email).Select(column => (int?)column).FirstOrDefault();
        if (grade is not { } score)
            return null;
        // State, start, completion and duration stand between the person and the grade, under words of the site.
        return new ToolForm("moodle-quiz-grades", header.Headings[score].Trim(), main, header)
        {
            Meta = [.. questions, .. Enumerable.Range(email + 1, score - email - 1)],
            Key = email,
            NamedBy = CodeColumn(header.Headings, email),
            ScoreColumn = score,
            HasAttempts = true,
            EmptyMarks = Empty,
        };
    }

    static ToolForm? Gradebook(Grid main, HeaderRows header, TableRow[] rows, int email)
    {
        var last = header.Headings.Count - 1;
        var hasTime = Nearly.All(rows, row => row.At(last).Shown is { Length: 10 } shown && shown.All(char.IsAsciiDigit)) && rows
            .Select(row => row.At(last).Shown).Distinct().Count() <= 3;
        var real = Enumerable.Range(0, header.Headings.Count).Where(column => column > email && InBrackets().IsMatch(header.Headings[column]))
            .ToArray();
        if (!hasTime || real.Length == 0)
            return null;
        // Of real grades, percentages and letters the first kind is taken; percentages say the same again.
        var kind = InBrackets().Match(header.Headings[real[0]]).Groups["kind"].Value;
        var others = real.Where(column => InBrackets().Match(header.Headings[column]).Groups["kind"].Value != kind);
        return new ToolForm("moodle-gradebook", $"({kind}), {header.Headings[last].Trim()}", main, header)
        {
            Meta = [last, .. others],
            Key = email,
            NamedBy = CodeColumn(header.Headings, header.Headings.Count),
            EmptyMarks = Empty,
        };
    }

    static int? EmailColumn(IReadOnlyList<string> headings, TableRow[] rows) =>
        Enumerable.Range(0, headings.Count).Where(column =>
        {
            var filled = rows.Count(row => !row.At(column).IsEmpty);
            var addresses = rows.Count(row => row.At(column).Shown.Contains('@'));
            return rows.Length == 0 ? new Sought(headings[column]).Has(RoleWords.Email) : addresses > 0 && addresses * 10 >= filled * 9;
        }).Select(column => (int?)column).FirstOrDefault();

    static int? CodeColumn(IReadOnlyList<string> headings, int before) =>
        Enumerable.Range(0, before).Where(column => new Sought(headings[column]).Has(RoleWords.ParticipantCode)).Select(column => (int?)column)
            .FirstOrDefault();

    /// <summary>Anything, a slash and a number: <c>Grade/10.00</c>, <c>Điểm/10,00</c>, <c>Q. 1 /2.00</c>.</summary>
    [GeneratedRegex(@"\S\s*/\s*[0-9]+([.,][0-9]+)?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WithMaximum();

    /// <summary>Has a number of its own before the slash.</summary>
    [GeneratedRegex(@"[0-9]\s*/\s*[0-9]+([.,][0-9]+)?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();

    [GeneratedRegex(@"[(（](?<kind>[^()（）]+)[)）]\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InBrackets();
}
