using System.Globalization;
using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>
/// LimeSurvey: response number, date of submission, last page and language stand first, under codes or under words of the survey's language;
/// so they are known by what they hold.
/// </summary>
static partial class LimeSurveyForm
{
    static readonly string[] Codes = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp", "ipaddr", "refurl"];

    static readonly string[] Timings = ["interviewtime"];

    public static ToolForm? Of(GridBook book, Grid main, HeaderRows header)
    {
        // "id. Response ID" or "id: …": code and text together.
        var codes = header.Headings.Select(CodeOf).ToArray();
        var index = new HeadingIndex(codes);
        var hasCodes = index.Find("submitdate") is not null && index.Find("lastpage") is not null && index.Find("startlanguage") is not null;
        var rows = Nearly.Rows(main, header);
        if (!hasCodes && !HasItsColumns(rows))
            return null;
        var areBare = header.Headings.SequenceEqual(codes);
        return hasCodes ? WithCodes(book, main, header, index, areBare) : WithTexts(book, main, header, rows);
    }

    static ToolForm WithCodes(GridBook book, Grid main, HeaderRows header, HeadingIndex index, bool areBare)
    {
        var timings = Enumerable.Range(0, header.Headings.Count).Where(column => Timing().IsMatch(header.Headings[column]));
        return new ToolForm($"limesurvey-{Container(book)}-{(areBare ? "codes" : "full")}", "id, submitdate, lastpage, startlanguage", main, header)
        {
            Meta = [.. index.All([.. Codes, .. Timings]), .. timings],
            Statuses = [Unfinished(index.Find("submitdate")!.Value)],
            KeyFallbacks = index.Find("token") is { } token ? [token] : [],
            DateColumn = index.Find("startdate") ?? index.Find("submitdate"),
            AsksAtOneTime = true,
            EmptyMarks = new HashSet<string> { "N/A" },
        };
    }

    static ToolForm WithTexts(GridBook book, Grid main, HeaderRows header, TableRow[] rows)
    {
        // The columns that may follow are known by what they hold: seed and dates by their form, the access code by standing among them.
        var last = Enumerable.Range(4, Math.Min(6, Math.Max(0, header.Headings.Count - 4)))
            .Where(column => IsDate(rows, column) || IsSeed(rows, column)).DefaultIfEmpty(3).Max();
        var dates = Enumerable.Range(4, Math.Max(0, last - 3)).Where(column => IsDate(rows, column)).ToArray();
        return new ToolForm($"limesurvey-{Container(book)}-full", "number, date sent, last page, language", main, header)
        {
            Meta = Enumerable.Range(0, last + 1).ToHashSet(),
            Statuses = [Unfinished(1)],
            KeyFallbacks = [.. Enumerable.Range(4, Math.Max(0, last - 3)).Where(column => !dates.Contains(column) && !IsSeed(rows, column)
                && TellsApart(rows, column))],
            DateColumn = dates.Length > 0 ? dates[0] : 1,
            AsksAtOneTime = true,
            EmptyMarks = new HashSet<string> { "N/A" },
        };
    }

    static string Container(GridBook book) => book.Container == GridContainer.Xlsx ? "xlsx" : "csv";

    static StatusRule Unfinished(int column) =>
        new(column, RecordState.Unfinished, DefectKind.UnfinishedResponse, new HashSet<string> { "n/a", "na" }, WhenEmpty: true);

    static bool HasItsColumns(TableRow[] rows) =>
        Nearly.All(rows, row => IsWhole(row.At(0)))
        && rows.Select(row => row.At(0).Shown).Distinct().Count() * 10 >= rows.Length * 9
        && Nearly.All(rows, row => IsTime(row.At(1))) && rows.Any(row => !row.At(1).IsEmpty)
        && Nearly.All(rows, row => row.At(2).IsEmpty || (IsWhole(row.At(2)) && row.At(2).Shown.Length <= 3))
        && Nearly.All(rows, row => row.At(3).IsEmpty || LanguageCode().IsMatch(row.At(3).Shown)) && rows.Any(row => !row.At(3).IsEmpty);

    static bool IsWhole(Cell cell) => cell.Shown.Length is > 0 and < 12 && cell.Shown.All(char.IsAsciiDigit);

    static bool IsTime(Cell cell) => cell is { IsEmpty: true } or { Kind: CellKind.Date } || DateTime.TryParseExact(
        cell.Shown, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static bool IsDate(TableRow[] rows, int column) => rows.Any(row => !row.At(column).IsEmpty) && Nearly.All(rows, row => IsTime(row.At(column)));

    /// <summary>The seed of random orders has eight to ten digits.</summary>
    static bool IsSeed(TableRow[] rows, int column) =>
        rows.Any(row => !row.At(column).IsEmpty) && Nearly.All(rows, row => row.At(column).IsEmpty
            || (IsWhole(row.At(column)) && row.At(column).Shown.Length >= 6));

    static bool TellsApart(TableRow[] rows, int column)
    {
        var filled = rows.Select(row => row.At(column).Shown).Where(shown => shown.Length > 0).ToArray();
        return filled.Length * 2 > rows.Length && filled.Distinct().Count() * 3 >= filled.Length;
    }

    static string CodeOf(string heading) => CodeBeforeText().Match(heading) is { Success: true } match ? match.Groups["code"].Value : heading;

    [GeneratedRegex(@"^(?<code>[A-Za-z][A-Za-z0-9]*(\[[^\]]*\])*)[.:]\s+\S", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CodeBeforeText();

    [GeneratedRegex("^(group|question)Time[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Timing();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageCode();
}
