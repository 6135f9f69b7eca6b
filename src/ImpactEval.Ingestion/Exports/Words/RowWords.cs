namespace ImpactEval.Ingestion.Exports.Words;

/// <summary>Words in rows that are no records, and in cells that are no answers.</summary>
static class RowWords
{
    /// <summary>First words of rows that sum up the rows above them.</summary>
    public static readonly IReadOnlyList<Phrase> Summary = Phrase.List(
        "cộng; tổng; tổng cộng; tổng số; tổng kết; trung bình; trung bình chung; điểm trung bình; bình quân; độ lệch chuẩn; cao nhất",
        "thấp nhất; trung vị; điểm trung bình chung",
        "total; grand total; subtotal; sum; average; overall average; group average; mean; median; standard deviation; std dev; sd; minimum",
        "maximum; min; max; count",
        "total; total général; sous total; somme; moyenne; moyenne générale; moyenne globale; moyenne du groupe; médiane; écart type; effectif",
        "合計; 総計; 小計; 平均; 平均値; 全平均; 全体平均; 平均点; 中央値; 標準偏差; 計; 最高; 最低");

    /// <summary>First words of notes under a table.</summary>
    public static readonly IReadOnlyList<Phrase> Footnote = Phrase.List(
        "ghi chú; chú thích; lưu ý; nguồn; chú ý; người lập; người lập biểu; ngày lập", "note; notes; source; remark; remarks; nb",
        "prepared by", "remarque; nota; source; nb; note; établi par", "注; 注記; 備考; 出典; 注意; 作成者");

    /// <summary>Words that stand where a value should and mean there is none.</summary>
    static readonly IReadOnlyList<Phrase> NoValue = Phrase.List(
        "vắng; vắng mặt; vắng thi; bỏ thi; không thi; không dự thi; không tham dự; không tham gia; chưa thi; chưa có; chưa nộp; không có",
        "không; k; kt; không trả lời; không áp dụng; hoãn; miễn; ốm; nghỉ",
        "n/a; na; nan; null; nil; none; missing; absent; not available; not applicable; no answer; no score; not taken; not assessed",
        "dropped out; withdrawn; excused; did not attend; dna; refused; unknown; blank; empty; tbd",
        "absent; absente; abs; non disponible; nd; n/d; s/o; sans objet; sans réponse; non évalué; non évaluée; manquant; non renseigné",
        "non communiqué; n c; nc; nr; dispensé; abandon; excusé; excusée; inconnu",
        "欠席; 欠測; 欠損; 無回答; 該当なし; なし; 無し; 未受験; 未実施; 未回答; 不参加; 不明; 辞退");

    /// <summary>Marks without any letter, and the errors of spreadsheets.</summary>
    static readonly HashSet<string> NoValueMarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "--", "---", "–", "—", "―", "ー", ".", "..", "...", "…", "/", "//", "\\", "?", "??", "*", "**", "x", "_", "#N/A", "#VALUE!", "#NULL!",
            "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#",
    };

    /// <summary>Numbers by which survey programs write that there is no value; they count as such only off the scale.</summary>
    public static readonly IReadOnlySet<double> NoValueNumbers = new HashSet<double>
    {
        -9, -99, -999, -9999, -88, -888, -77, -777, 99, 777, 888, 997, 998, 999, 7777, 8888, 9997, 9998, 9999, 99999,
    };

    /// <summary>A placeholder where somebody should have answered in words.</summary>
    static readonly IReadOnlyList<Phrase> NoAnswer = Phrase.List(
        "không trả lời; không có câu trả lời; không có ý kiến; không ý kiến; từ chối trả lời; chưa trả lời; bỏ trống; để trống",
        "không ghi nhận; không có thông tin",
        "no answer; no response; not answered; declined; declined to answer; no comment; left blank; refused; blank; n/a; skipped; none given",
        "sans réponse; pas de réponse; aucune réponse; non répondu; refus; refus de répondre; sans avis; sans objet; laissé vide; néant",
        "無回答; 回答なし; 未回答; 回答拒否; 空欄; 特になし; 該当なし; 記入なし");

    public static bool IsNoValue(string written)
    {
        var trimmed = written.Trim().Trim('(', ')', '[', ']', '<', '>');
        return NoValueMarks.Contains(trimmed) || (trimmed.Length <= 30 && new Sought(trimmed).Is(NoValue));
    }

    public static bool IsNoAnswer(string written)
    {
        var trimmed = written.Trim();
        return trimmed.Length <= 60 && (!trimmed.Any(char.IsLetterOrDigit) || new Sought(trimmed).Is(NoAnswer) || NoValueMarks.Contains(trimmed));
    }
}
