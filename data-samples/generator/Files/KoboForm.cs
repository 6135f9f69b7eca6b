using System.Globalization;

namespace ImpactEval.Samples;

/// <summary>
/// A form as KoboToolbox exports it with labels: every value text, one column per choice of a select-multiple, the tool's own columns at the end.
/// Rows stand in the order of submission.
/// </summary>
sealed class KoboForm(ulong seed, string file, string title, int firstId, TimeSpan zone, IEnumerable<string> questions)
{
    static readonly string[] Lead = ["start", "end", Headings.AnsweredOn, Headings.Code, Headings.Name, Headings.Course];
    static readonly string[] Tail =
        ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags", "_index"];

    readonly List<(DateTimeOffset Sent, string[] Cells)> submissions = [];
    readonly string[] headings = [.. Lead, .. questions, .. Tail];

    public void Submit(Participant participant, DateOnly date, IEnumerable<string> answers)
    {
        var chance = new Chance(seed, $"kobo/{file}", participant.Background.Index);
        var begun = new DateTimeOffset(date.ToDateTime(new TimeOnly(chance.NextInt(7, 20), chance.NextInt(60), chance.NextInt(60))), zone);
        var sent = begun.AddSeconds(chance.NextInt(420, 2400));
        var tail = new[]
        {
            "", Uuid(chance), sent.UtcDateTime.ToString("s", CultureInfo.InvariantCulture), "Approved", "", "submitted_via_web", "danhgia_ldt",
            $"v{chance.NextUInt64():x16}"[..12], "", "",
        };
        submissions.Add((sent,
        [
            Moment(begun), Moment(sent), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            participant.Code, participant.Person.Name, Headings.CourseOf(participant), .. answers, .. tail,
        ]));
    }

    /// <summary>The table in the order of submission; <c>_id</c> and <c>_index</c> are given by <see cref="Numbered"/>.</summary>
    public TableDraft Table()
    {
        var table = new TableDraft(file, headings);
        foreach (var (_, cells) in submissions.OrderBy(submission => submission.Sent).ThenBy(submission => submission.Cells[3], StringComparer.Ordinal))
            table.Add(cells);
        return table;
    }

    /// <summary>The bytes of the workbook with the tool's running numbers filled in.</summary>
    public byte[] Workbook(TableDraft table)
    {
        var (id, index) = (table.ColumnOf("_id"), table.ColumnOf("_index"));
        var numbered = table.Rows.Index().Select(row => (IReadOnlyList<string>)[.. row.Item.Index().Select(cell =>
            cell.Index == id ? Whole(firstId + 7 * row.Index) : cell.Index == index ? Whole(row.Index + 1) : cell.Item)]);
        return XlsxFile.Of(title, numbered.Prepend(table.Headings), id, index);
    }

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    static string Uuid(Chance chance)
    {
        var (high, low) = (chance.NextUInt64(), chance.NextUInt64());
        var digits = string.Create(CultureInfo.InvariantCulture, $"{high:x16}{low:x16}");
        return $"{digits[..8]}-{digits[8..12]}-4{digits[13..16]}-a{digits[17..20]}-{digits[20..]}";
    }
}
