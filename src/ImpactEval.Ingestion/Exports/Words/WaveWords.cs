using System.Globalization;
using System.Text.RegularExpressions;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Words;

/// <summary>A moment that words name, and the phrase that named it.</summary>
readonly record struct NamedWave(WaveKind Kind, Phrase? Phrase);

/// <summary>How headings, cells and file names call the moments of measurement.</summary>
static partial class WaveWords
{
    static readonly IReadOnlyList<Phrase> Retrospective = Phrase.List(
        "nhìn lại; hồi tưởng; trước khóa học nhìn lại; looking back; retrospective; retrospective pre; then test; thentest",
        "would you have rated; rétrospectif; rétrospective",
        "rétrospectivement; auriez vous; avec le recul; 振り返って; 振り返り; 回顧");

    static readonly IReadOnlyList<Phrase> FollowUp = Phrase.List(
        "theo dõi; sau khi về nước; sau về nước; sau khi trở về; hậu kiểm; khảo sát theo dõi", "follow up; followup; fu; after return",
        "after returning; back at work; endline 2; delayed post; delayed",
        "suivi; après le retour; post retour; à froid; différé", "フォローアップ; 追跡; 帰国後; 追跡調査; 事後フォロー");

    static readonly IReadOnlyList<Phrase> Pre = Phrase.List(
        "trước; trước khóa học; trước khóa; trước khi học; trước đào tạo; điểm trước; đầu vào; đầu khóa; đầu kỳ; ban đầu; khảo sát đầu",
        "pre; pre test; pre training; pre course; pre survey; before; before training; before the course; before the training",
        "before the programme; prior; baseline; entry; entrance; intake; initial",
        "avant; avant la formation; avant formation; avant le stage; pré; pré test; pré formation; initial; initiale; entrée; d entrée",
        "au départ; début",
        "事前; 研修前; 受講前; 訓練前; 講習前; 開始前; 実施前; 参加前; 前測; プレ; プレテスト; 前");

    static readonly IReadOnlyList<Phrase> Post = Phrase.List(
        "sau; sau khóa học; sau khóa; sau khi học; sau đào tạo; điểm sau; đầu ra; cuối khóa; cuối kỳ; kết thúc khóa; cuối khóa học; kết thúc",
        "post; post test; post training; post course; post survey; after; after training; after the course; after the training",
        "after the programme; endline; exit; final; end of course; end",
        "après; après la formation; après formation; après le stage; post formation; final; finale; sortie; de sortie; fin; fin de formation",
        "事後; 研修後; 受講後; 訓練後; 講習後; 終了後; 修了後; 実施後; 参加後; 後測; ポスト; ポストテスト; 後");

    /// <summary>Said in a form that nobody fills in before or right after a course.</summary>
    static readonly IReadOnlyList<Phrase> FollowUpMatters = Phrase.List(
        "đã áp dụng; da ap dung; đã vận dụng; đã triển khai; sau khi về nước; về nước; theo dõi; tọa đàm sau; follow up; followup",
        "have you applied; did you apply; applied at work; have applied",
        "since the course; since returning; suivi; avez vous appliqué; avez vous mis en pratique; depuis la formation",
        "depuis votre retour; appliqué; 活用しましたか; 適用しましたか; 帰国後; フォローアップ; 活用した; 実践した; 活用状況");

    static readonly IReadOnlyList<Phrase> NeedsMatters = Phrase.List(
        "nhu cầu; cần thiết; nhu cầu bồi dưỡng; nhu cầu đào tạo; cần ưu tiên; khảo sát nhu cầu; needs; need; training needs",
        "needs assessment; necessity; how necessary; priority needs; besoins",
        "besoin; analyse des besoins; nécessaire; nécessité; ニーズ; 必要性; 必要度; 研修ニーズ; 要望調査");

    /// <summary>The moment a heading or a cell names; null when it names none, or two.</summary>
    public static NamedWave? Of(Sought text)
    {
        if (text.Find(Retrospective) is { } looking)
            return new(WaveKind.RetrospectivePre, looking);
        if (text.Find(FollowUp) is { } later)
            return new(WaveKind.FollowUp, later);
        if (MonthsAfter().IsMatch(text.Words))
            return new(WaveKind.FollowUp, null);
        return (text.Find(Pre), text.Find(Post)) switch
        {
            ({ } before, null) => new(WaveKind.Pre, before),
            (null, { } after) => new(WaveKind.Post, after),
            _ => null,
        };
    }

    /// <summary>A cell of a column of moments; there the needs survey is a moment too.</summary>
    public static WaveKind? OfCell(Sought text) => Of(text)?.Kind ?? (text.Has(NeedsMatters) ? WaveKind.Needs : null);

    /// <summary>The number in names such as T1, lần 2, wave 3, 第1回; null when the text has none.</summary>
    public static int? NumberOf(Sought text) =>
        Numbered().Match(text.Words) is { Success: true } match ? int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None,
            CultureInfo.InvariantCulture) : null;

    /// <summary>What is left of a numbered heading without the number's words.</summary>
    public static string WithoutNumber(Sought text) => Numbered().Replace(text.Words, "").Trim();

    /// <summary>Numbered moments in their order: the first is before, the second after, later ones follow up.</summary>
    public static WaveKind OfPlace(int place) => place switch { 0 => WaveKind.Pre, 1 => WaveKind.Post, _ => WaveKind.FollowUp };

    public static bool SpeaksOfFollowUp(Sought text) => text.Has(FollowUpMatters);

    public static bool SpeaksOfNeeds(Sought text) => text.Has(NeedsMatters);

    [GeneratedRegex(@"(^| )[0-9]{1,2} ?(tháng|thang|months?|mois|か月|ヶ月|カ月|ヵ月|m)( |$|後|sau|after|après)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthsAfter();

    [GeneratedRegex(
        @"(^| )(?:(?:t|lần|lan|đợt|dot|wave|time|round|vague|temps|phase|moment|session|kỳ|ky|vòng|vong|第) ?(?<n>[0-9])(?:回|回目)?|(?<n>[0-9])回目)( |$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
