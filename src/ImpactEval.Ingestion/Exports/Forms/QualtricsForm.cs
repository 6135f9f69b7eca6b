using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>Qualtrics: names, question texts and a row of ImportIds; legacy files have V1 … and texts only.</summary>
static class QualtricsForm
{
    static readonly string[] Own =
    [
        "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate", "ResponseId",
            "RecipientLastName", "RecipientFirstName",
        "RecipientEmail", "ExternalReference", "LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage",
    ];

    static readonly string[] LegacyOwn =
        ["ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress", "IPAddress", "Status", "StartDate", "EndDate", "Finished",
            "LocationLatitude", "LocationLongitude", "LocationAccuracy"];

    static readonly HashSet<string> Preview =
    [
        "1", "2", "9", "17", "survey preview", "survey test", "preview", "test", "offline survey preview", "xem trước khảo sát", "bản xem trước",
            "xem trước", "aperçu de l'enquête", "aperçu du sondage",
        "aperçu", "アンケートのプレビュー", "アンケートプレビュー", "プレビュー", "umfragevorschau", "vorschau", "vista previa de la encuesta", "vista previa",
    ];

    static readonly HashSet<string> ByPreview = ["preview", "xem trước", "aperçu", "プレビュー", "vorschau", "vista previa"];

    static readonly HashSet<string> No = ["0", "false", "no", "faux", "non", "sai", "không", "chưa", "偽", "いいえ", "falsch", "nein", "falso"];

    /// <summary>Per cent of the survey that a sent response has gone through.</summary>
    const double Complete = 100;

    public static ToolForm? Of(GridBook book, Grid main, HeaderRows header)
    {
        var top = main.Rows.Where(row => !row.IsBlank).Take(3).ToArray();
        if (top.Length < 2)
            return null;
        var imports = top.FirstOrDefault(row => row.Cells.Count(cell => cell.Shown.Contains("\"ImportId\"", StringComparison.Ordinal)) > 2);
        var names = Shown(top[0]);
        var index = new HeadingIndex(names);
        var isLegacy = imports is null && names.Count(name => name.Length > 1 && name[0] == 'V' && name[1..].All(char.IsAsciiDigit)) >= 5;
        if (isLegacy)
            index = new HeadingIndex(Shown(top[1]));
        if (imports is null && !isLegacy && index.CountOf(Own) < 8)
            return null;
        var last = imports ?? (isLegacy || index.CountOf(Own) >= 8 ? top[1] : top[0]);
        var rows = new HeaderRows(top[0].Number, last.Number, isLegacy ? Shown(top[1]) : names, IsMerged: false);
        return Form(book, main, rows, index, [.. Shown(top[1])], HasCodes(main, index, last.Number), imports is not null ? "ImportId" : isLegacy
            ? "V1 … ResponseID" : "StartDate …") with
        {
            HeaderRowCount = last.Number - top[0].Number + 1,
        };
    }

    static ToolForm Form(GridBook book, Grid main, HeaderRows rows, HeadingIndex index, IReadOnlyList<string> texts, bool hasCodes, string evidence)
    {
        var container = book.Container == GridContainer.Xlsx ? "xlsx" : book.Delimiter == '\t' ? "tsv" : "csv";
        return new ToolForm($"qualtrics-{container}-{(hasCodes ? "values" : "labels")}", evidence, main, rows)
        {
            Texts = texts,
            Meta = [.. index.All([.. Own, .. LegacyOwn])],
            Statuses =
            [
                .. Rules(index.Find("Status"), RecordState.Preview, DefectKind.PreviewResponse, Preview),
                .. Rules(index.Find("DistributionChannel"), RecordState.Preview, DefectKind.PreviewResponse, ByPreview),
                .. Rules(index.Find("Finished"), RecordState.Unfinished, DefectKind.UnfinishedResponse, No),
                .. Rules(index.Find("Progress"), RecordState.Unfinished, DefectKind.UnfinishedResponse, new HashSet<string>(), Complete),
            ],
            KeyFallbacks = [.. new[] { index.Find("ExternalReference", "ExternalDataReference"),
                index.Find("RecipientEmail", "EmailAddress") }.OfType<int>()],
            DateColumn = index.Find("StartDate"),
            AsksAtOneTime = true,
        };
    }

    static IEnumerable<StatusRule> Rules(int? column, RecordState state, DefectKind defect, IReadOnlySet<string> words, double? below = null) =>
        column is { } at ? [new StatusRule(at, state, defect, words, Below: below)] : [];

    /// <summary>Whether a response type is a number: then all choices are.</summary>
    static bool HasCodes(Grid main, HeadingIndex index, int headerRow)
    {
        var column = index.Find("Status") ?? index.Find("Finished");
        var first = column is { } at ? main.Rows.Where(row => row.Number > headerRow).Select(row => row.At(at))
            .FirstOrDefault(cell => !cell.IsEmpty) : default;
        return first.Kind == CellKind.Number || (first.Shown.Length > 0 && first.Shown.All(char.IsAsciiDigit));
    }

    static List<string> Shown(TableRow row) => [.. row.Cells.Select(cell => cell.Shown)];
}
