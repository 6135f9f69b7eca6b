using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>Microsoft Forms and Google Forms: a few fixed columns first, under words of the author's language, so known by what they hold.</summary>
static partial class WebForms
{
    static readonly HashSet<string> Anonymous = ["anonymous", "ẩn danh", "anonyme", "匿名"];

    static readonly string[] LastModified =
    [
        "Last modified time", "Thời gian sửa đổi lần cuối", "Thời gian sửa đổi gần nhất", "Thời gian chỉnh sửa lần cuối",
            "Heure de la dernière modification", "最終変更時刻", "Hora de la última modificación",
        "Uhrzeit der letzten Änderung", "Language", "Ngôn ngữ", "Langue", "言語", "Quiz feedback", "Phản hồi về bài kiểm tra",
            "Commentaires du questionnaire", "クイズのフィードバック", "Grade posted time",
    ];

    static readonly string[] TotalPoints = ["Total points", "Tổng điểm", "Tổng số điểm", "Total des points", "Total de points", "合計点", "合計ポイント",
        "総ポイント"];

    static readonly string[] Timestamp =
        ["Timestamp", "Dấu thời gian", "Horodateur", "タイムスタンプ", "Zeitstempel", "Marca temporal", "Carimbo de data/hora", "Informazioni cronologiche"];

    static readonly string[] Score = ["Score", "Điểm số", "Điểm", "Note", "スコア", "得点", "Punktzahl", "Puntuación"];

    static readonly string[] EmailAddress =
        ["Email Address", "Email", "Địa chỉ email", "Adresse e-mail", "Adresse email", "メールアドレス", "E-Mail-Adresse", "Username",
            "Nom d'utilisateur", "Tên người dùng", "ユーザー名"];

    public static ToolForm? Microsoft(GridBook book, Grid main, HeaderRows header)
    {
        var rows = Nearly.Rows(main, header);
        if (header.Headings.Count < 6 || rows.Length == 0 || !Nearly.All(rows, row => IsWhole(row.At(0)) && IsTime(row.At(1)) && IsTime(row.At(2))))
            return null;
        if (!Nearly.All(rows, row => row.At(3).IsEmpty || row.At(3).Shown.Contains('@') || Anonymous.Contains(StatusRule.Said(row.At(3).Shown))))
            return null;
        var index = new HeadingIndex(header.Headings);
        var points = Enumerable.Range(5, header.Headings.Count - 5).Where(column => PerQuestion().IsMatch(header.Headings[column]));
        return new ToolForm(book.Container == GridContainer.Xlsx ? "ms-forms-xlsx" : "ms-forms-csv", "number, start, completion, e-mail, name",
            main, header)
        {
            Meta = [0, 1, 2, 3, 4, .. index.All(LastModified), .. points],
            Statuses = [new StatusRule(3, RecordState.Usable, DefectKind.AnonymousRespondent, Anonymous)],
            KeyFallbacks = [3, 4],
            DateColumn = 1,
            ScoreColumn = index.Find(TotalPoints),
            AsksAtOneTime = true,
            KeepsNoBreakSpaces = true,
            NumbersRepeatedHeadings = true,
        };
    }

    public static ToolForm? Google(GridBook book, Grid main, HeaderRows header)
    {
        var rows = Nearly.Rows(main, header);
        var index = new HeadingIndex(header.Headings);
        var isNamed = index.Find(Timestamp) == 0;
        var hasZone = Nearly.All(rows, row => WithZone().IsMatch(row.At(0).Shown));
        if (!hasZone && !(isNamed && (rows.Length == 0 || Nearly.All(rows, row => IsTime(row.At(0))))))
            return null;
        var email = index.Find(EmailAddress) is { } found && found <= 3 ? found : (int?)null;
        return new ToolForm(book.Container == GridContainer.Xlsx ? "google-forms-xlsx" : "google-forms-csv", header.Headings[0].Trim(), main, header)
        {
            Meta = email is { } address ? [0, address] : [0],
            KeyFallbacks = email is { } key ? [key] : [],
            DateColumn = 0,
            ScoreColumn = index.Find(Score) is { } score && score <= 3 ? score : null,
            AsksAtOneTime = true,
        };
    }

    static bool IsWhole(Cell cell) => cell.Kind == CellKind.Number ? cell.Number == Math.Floor(cell.Number) : cell.Shown.Length is > 0 and < 9
        && cell.Shown.All(char.IsAsciiDigit);

    /// <summary>A date with a time of day; a sheet's serial number has the time behind its point.</summary>
    static bool IsTime(Cell cell) => cell.Kind switch
    {
        CellKind.Date => true,
        CellKind.Number => cell.Number is > 36_000 and < 80_000,
        CellKind.Text => DayAndTime().IsMatch(cell.Shown),
        _ => false,
    };

    [GeneratedRegex(@"^\s*[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}[T ,]+[0-9]{1,2}[:.h][0-9]{2}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DayAndTime();

    /// <summary>As the download of Google Forms writes it, whatever the words for morning and afternoon are.</summary>
    [GeneratedRegex(@"^\s*[0-9]{4}/[0-9]{1,2}/[0-9]{1,2} .*[0-9]{1,2}:[0-9]{2}(:[0-9]{2})? .*(GMT|UTC|UTC[+-]|GMT[+-])[0-9:+-]*\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WithZone();

    [GeneratedRegex("^(Points|Feedback|Điểm|Phản hồi|Commentaires|ポイント|点|フィードバック) ?[-–:] ?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PerQuestion();
}
