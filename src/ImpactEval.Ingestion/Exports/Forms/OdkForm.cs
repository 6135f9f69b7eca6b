using ImpactEval.Ingestion.Exports.Grids;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>ODK Central, as central-backend's exporter writes it: one CSV for the form and one for each repeat, in a zip.</summary>
static class OdkForm
{
    static readonly string[] Own =
    [
        "SubmissionDate", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID",
            "Edits", "FormVersion",
        "meta-instanceID", "meta-instanceName", "instanceID", "instanceName", "start", "end", "today", "deviceid", "username", "audit", "meta-audit",
    ];

    static readonly HashSet<string> Unreadable = ["not decrypted", "missing encrypted form data"];

    static readonly HashSet<string> Rejected = ["rejected"];

    public static ToolForm? Of(GridBook book, Grid main, HeaderRows header)
    {
        var index = new HeadingIndex(header.Headings);
        if (index.Find("KEY") is null || index.Find("SubmitterID", "SubmitterName") is null || index.Find("SubmissionDate") is null)
            return null;
        var rules = new List<StatusRule>();
        if (index.Find("Status") is { } status)
            rules.Add(new StatusRule(status, RecordState.NotDecrypted, DefectKind.NotDecrypted, Unreadable));
        if (index.Find("ReviewState") is { } review)
            rules.Add(new StatusRule(review, RecordState.Rejected, DefectKind.RejectedSubmission, Rejected));
        return new ToolForm(book.Container == GridContainer.Zip ? "odk-central-zip" : "odk-central-csv", "SubmissionDate, KEY, SubmitterID", main,
            header)
        {
            Meta = [.. index.All(Own), .. Geopoints(header.Headings)],
            Statuses = rules,
            DateColumn = index.Find("start") ?? index.Find("SubmissionDate"),
            Repeats = [.. book.Grids.Where(grid => grid != main && IsRepeat(grid))],
            AsksAtOneTime = true,
            StripsGroupPath = true,
        };
    }

    static IEnumerable<int> Geopoints(IReadOnlyList<string> headings) =>
        Enumerable.Range(0, headings.Count).Where(column => headings[column].Split('-')[^1] is "Latitude" or "Longitude" or "Altitude" or "Accuracy");

    public static bool IsRepeat(Grid grid) =>
        HeaderRows.Find(grid) is { } header && new HeadingIndex(header.Headings).Find("PARENT_KEY") is not null;
}
