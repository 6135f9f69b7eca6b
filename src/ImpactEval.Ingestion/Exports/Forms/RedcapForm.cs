using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>REDCap: the record's code first, then event, repeat and group columns; every instrument ends in how complete it is.</summary>
static partial class RedcapForm
{
    static readonly string[] RawOwn =
        ["redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "redcap_data_access_group", "redcap_survey_identifier"];

    static readonly string[] LabelOwn = ["Event Name", "Repeat Instrument", "Repeat Instance", "Data Access Group", "Survey Identifier"];

    static readonly string[] LabelComplete = ["Complete?", "Complet ?", "Complété ?", "Hoàn thành?", "完了?", "完了？"];

    public static ToolForm? Of(GridBook book, Grid main, HeaderRows header)
    {
        var index = new HeadingIndex(header.Headings);
        var raw = index.CountOf(RawOwn);
        var complete = Completion(header.Headings, main, header.Last).ToArray();
        var isRaw = raw > 0 || (complete.Length > 0 && header.Headings.Count > 2);
        var isLabelled = index.CountOf(LabelOwn) > 0 && index.Find(LabelComplete) is not null;
        if (!isRaw && !isLabelled)
            return null;
        var own = isRaw ? RawOwn : LabelOwn;
        return new ToolForm(
            isRaw ? "redcap-csv-raw" : "redcap-csv-labels",
            isRaw ? $"{raw} × redcap_…, {complete.Length} × …_complete" : "Event Name, Complete?", main, header)
        {
            Meta = [.. index.All(own), .. index.All(LabelComplete), .. complete, .. Checkboxes(header.Headings)],
            Key = 0,
            WaveColumn = index.Find(own[0]),
            RepeatColumn = index.Find(own[1]),
            RepeatInstance = index.Find(own[2]),
        };
    }

    /// <summary>Columns named <c>…_complete</c> that hold 0, 1, 2 or nothing.</summary>
    static IEnumerable<int> Completion(IReadOnlyList<string> headings, Grid main, int headerRow) =>
        Enumerable.Range(1, Math.Max(0, headings.Count - 1)).Where(column => headings[column].EndsWith("_complete", StringComparison.Ordinal)
            && main.Rows.Where(row => row.Number > headerRow).All(row => row.At(column) is { IsEmpty: true } or { Shown: "0" or "1" or "2" }));

    static IEnumerable<int> Checkboxes(IReadOnlyList<string> headings) =>
        Enumerable.Range(0, headings.Count).Where(column => Checkbox().IsMatch(headings[column]));

    [GeneratedRegex(@"___[^_\s]+$|\(choice=.*\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Checkbox();
}
