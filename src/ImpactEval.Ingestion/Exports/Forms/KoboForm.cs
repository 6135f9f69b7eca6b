using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Grids;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>KoboToolbox, as formpack writes it: questions, then the server's own columns; repeat groups on sheets of their own.</summary>
static partial class KoboForm
{
    static readonly string[] Own =
        ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags", "_index"];

    static readonly string[] Device =
    [
        "start", "end", "today", "username", "deviceid", "phonenumber", "simserial", "subscriberid", "audit", "_attachments", "_geolocation",
            "_version_",
        "meta/instanceID", "meta/rootUuid", "formhub/uuid", "meta/deprecatedID", "_xform_id_string", "meta/instanceName", "_parent_index",
            "_parent_table_name",
    ];

    static readonly HashSet<string> NotApproved =
        ["validation status not approved", "not approved", "không duyệt", "không được duyệt", "chưa duyệt", "không phê duyệt", "non approuvé",
            "non approuvée", "rejeté", "未承認", "不承認", "承認されていません"];

    public static ToolForm? Of(GridBook book, Grid main, HeaderRows header)
    {
        var index = new HeadingIndex(header.Headings);
        var own = index.CountOf(Own);
        if (own < 4 || index.Find("_uuid", "_submission_time") is null)
            return null;
        var meta = index.All([.. Own, .. Device]);
        var container = book.Container == GridContainer.Xlsx ? "xlsx" : "csv";
        var areNames = Enumerable.Range(0, header.Headings.Count).Where(column => !meta.Contains(column) && header.Headings[column].Length > 0)
            .All(column => XmlName().IsMatch(header.Headings[column].Trim()));
        var status = index.Find("_validation_status");
        return new ToolForm($"kobo-{container}-{(areNames ? "xml" : "labels")}", $"{own} × _id, _uuid, _submission_time …", main, header)
        {
            Meta = meta,
            Statuses = status is { } column ? [new StatusRule(column, RecordState.Usable, DefectKind.NotApproved, NotApproved)] : [],
            DateColumn = index.Find("start") ?? index.Find("_submission_time"),
            Repeats = [.. book.Grids.Where(grid => grid != main && IsRepeat(grid))],
            AsksAtOneTime = true,
            StripsGroupPath = areNames,
        };
    }

    static bool IsRepeat(Grid grid) =>
        HeaderRows.Find(grid) is { } header && new HeadingIndex(header.Headings).Find("_parent_index") is not null;

    /// <summary>An XML name, with the names of its groups before it; the user chooses the mark between them.</summary>
    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.:/|-]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex XmlName();
}
