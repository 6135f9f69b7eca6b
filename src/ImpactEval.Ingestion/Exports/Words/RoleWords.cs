namespace ImpactEval.Ingestion.Exports.Words;

/// <summary>How headings call the columns that matter, in Vietnamese, English, French and Japanese. Codes without marks are found too.</summary>
static class RoleWords
{
    /// <summary>The code of the person: unmistakable.</summary>
    public static readonly IReadOnlyList<Phrase> ParticipantCode = Phrase.List(
        "mã học viên; mã số học viên; mã số id; mã id; số id; mã hv; mã hoc vien; mã người học; mã người tham gia; mã người trả lời",
        "mã cán bộ; mã số cán bộ; mã đại biểu; số báo danh; sbd; mã định danh",
        "participant code; participant id; participant number; participant no; participant; student id; student code; student number",
        "learner id; learner code; trainee id",
        "trainee code; person id; person code; respondent id; respondent code; subject id; id number; record id; member id; staff id",
        "employee id; pid",
        "code participant; code du participant; code de participant; code stagiaire; identifiant participant; identifiant du participant",
        "identifiant; matricule",
        "numéro de participant; numéro participant; code apprenant; n participant; numéro d identification; numéro d étudiant",
        "受講者番号; 受講者ID; 受講者コード; 参加者番号; 参加者ID; 参加者コード; 研修員番号; 研修員ID; 研修生番号; 学籍番号; 受験番号; 回答者番号; 識別番号; 社員番号; 職員番号; IDナンバー; ID番号; 学生番号");

    /// <summary>Who the record is about; a code only when its values look like codes.</summary>
    public static readonly IReadOnlyList<Phrase> Person = Phrase.List(
        "học viên; người học; người được phỏng vấn; người trả lời; cán bộ; đại biểu; trainee; learner; student; respondent; interviewee",
        "person; stagiaire; apprenant; répondant; interviewé; enquêté",
        "受講者; 参加者; 研修員; 研修生; 回答者; 対象者");

    /// <summary>A code, of whatever; taken for the person's when it tells rows apart.</summary>
    public static readonly IReadOnlyList<Phrase> AnyCode = Phrase.List("mã; mã số; ma so; code; id; identifier; key; コード; 番号");

    /// <summary>Codes of other things than people.</summary>
    public static readonly IReadOnlyList<Phrase> OtherCode = Phrase.List(
        "mã tỉnh; mã huyện; mã xã; mã lớp; mã khóa; mã đơn vị; mã phiếu; mã câu hỏi; mã bưu chính; mã phỏng vấn; mã cuộc phỏng vấn",
        "mã truy cập; mã bản ghi",
        "postal code; zip code; country code; province code; class code; course code; question code; interview id; interview code",
        "access code; qr code; form id; device id; response id",
        "submission id; survey id",
        "code postal; code province; code classe; code question; code entretien; code d accès; id de la réponse", "郵便番号; 電話番号; クラス番号; 質問番号",
        "面接番号; 回答ID; 通し番号");

    /// <summary>The code of a record that several may stand under one person.</summary>
    public static readonly IReadOnlyList<Phrase> RecordCode = Phrase.List(
        "mã phỏng vấn; mã cuộc phỏng vấn; mã câu trả lời; mã phiếu; mã bản ghi",
        "interview id; interview code; interview no; answer id; transcript id; response id",
        "code entretien; code de l entretien; identifiant entretien; id entretien", "インタビューID; インタビュー番号; 面接番号; 面接ID; 回答ID");

    public static readonly IReadOnlyList<Phrase> SelfMadeCode = Phrase.List(
        "mã tự tạo; mã tự sinh; mã tự đặt; mã cá nhân tự tạo; mã ẩn danh; mã bí mật",
        "self generated code; self generated identification code; self created code; sgic; personal code; secret code; anonymous code",
        "code autogénéré; code auto généré; code personnel; code anonyme; code secret", "自己作成コード; 自己生成コード; 個人コード; 匿名コード; 自作コード");

    public static readonly IReadOnlyList<Phrase> Ordinal = Phrase.List("tt; stt; số tt; số thứ tự; no; nr; n; numéro; row; 連番; 通し番号");

    public static readonly IReadOnlyList<Phrase> LastName = Phrase.List("họ; họ đệm; họ và tên đệm; last name; surname; family name",
        "nom de famille; 姓; 名字");

    public static readonly IReadOnlyList<Phrase> FirstName = Phrase.List("tên đệm và tên; first name; given name; prénom; prénoms; 名");

    public static readonly IReadOnlyList<Phrase> Name = Phrase.List(
        "họ và tên; họ tên; hoten; tên học viên; tên người; tên; họ tên học viên", "full name; participant name; name; respondent name",
            "nom et prénom",
        "nom et prénoms; nom complet; nom prénom; nom",
        "氏名; お名前; 名前; 受講者名; 参加者名; 姓名");

    public static readonly IReadOnlyList<Phrase> Email = Phrase.List(
        "email; e mail; địa chỉ email; thư điện tử; email address; mail; adresse de messagerie; adresse e mail; courriel; adresse mail",
        "メールアドレス; 電子メール; メール");

    public static readonly IReadOnlyList<Phrase> Phone = Phrase.List("điện thoại; số điện thoại; sđt; phone; telephone; mobile; téléphone",
        "tél; portable; 電話; 電話番号; 携帯");

    public static readonly IReadOnlyList<Phrase> Sex = Phrase.List("giới tính; giới; nam nữ; sex; gender; sexe; genre; 性別");

    public static readonly IReadOnlyList<Phrase> Birth = Phrase.List(
        "ngày sinh; ngày tháng năm sinh; năm sinh; sinh ngày; ntns", "date of birth; birth date; birthdate; dob; born; year of birth",
        "birth year; birthday",
        "date de naissance; né le; naissance; année de naissance", "生年月日; 誕生日; 生年; 出生年");

    public static readonly IReadOnlyList<Phrase> Unit = Phrase.List(
        "đơn vị; đơn vị công tác; cơ quan; nơi công tác; tổ chức; cơ quan công tác", "organisation; organization; unit; agency; institution",
        "department; workplace; office; employer",
        "organisme; service; établissement; employeur; structure", "所属; 所属先; 勤務先; 機関; 組織; 部署");

    public static readonly IReadOnlyList<Phrase> Place = Phrase.List(
        "tỉnh; thành phố; tỉnh thành; tỉnh thành phố; huyện; quận; xã; phường; địa phương; province; city; district; region; ville; commune",
        "都道府県; 省; 市; 地域");

    public static readonly IReadOnlyList<Phrase> Group = Phrase.List(
        "lớp; khóa; đợt học; nhóm; cấp; cấp lãnh đạo; chức vụ; class; cohort; course; group; level; position; classe; cohorte; promotion",
        "groupe; niveau; fonction; クラス; 期; コース; 役職; 職位");

    public static readonly IReadOnlyList<Phrase> Date = Phrase.List(
        "ngày; ngày kiểm tra; ngày khảo sát; ngày phỏng vấn; ngày giờ; thời hạn; dấu thời gian", "date; day; timestamp; datetime; deadline", "jour",
        "date; échéance; horodateur", "日付; 実施日; 受験日; 調査日; 回答日; 期限; タイムスタンプ; 年月日; 試験日; 面接日");

    /// <summary>How long something took, or when: numbers that are no scores.</summary>
    public static readonly IReadOnlyList<Phrase> Duration = Phrase.List(
        "thời gian; tuổi; thâm niên; số năm; năm; duration; time; time taken; seconds; minutes; age; years; seniority; year; durée; temps",
        "âge; ancienneté; année; 時間; 所要時間; 年齢; 勤続; 年数; 年; interviewtime; latitude; longitude; altitude; accuracy; precision");

    public static readonly IReadOnlyList<Phrase> Wave = Phrase.List(
        "đợt khảo sát; đợt đo; đợt; thời điểm; thời điểm đo; thời điểm khảo sát; lần đo; lần khảo sát; lần; giai đoạn; vòng", "wave",
        "time point; timepoint; measurement; occasion; phase; round; moment; survey wave; stage",
        "vague; moment de mesure; temps de mesure; moment; étape; phase; passation", "時点; 調査時点; 測定時点; 実施時期; 時期; 回; 調査回; 区分");

    public static readonly IReadOnlyList<Phrase> Score = Phrase.List(
        "điểm; điểm số; điểm kiểm tra; tổng điểm; kết quả; kết quả kiểm tra; bài kiểm tra; kiểm tra; kiến thức", "score; total score",
        "test score; test; grade; mark; marks; points; result; total points; exam; quiz; knowledge",
        "note; résultat; notes; points; examen; évaluation; épreuve; connaissances", "得点; 点数; 点; スコア; 成績; 評点; 試験; テスト; 合計点; 知識");

    /// <summary>Words that hold the word for a score and mean something else.</summary>
    public static readonly IReadOnlyList<Phrase> NoScore = Phrase.List("thời điểm; địa điểm; quan điểm; đặc điểm; ưu điểm; nhược điểm",
        "khuyết điểm; trọng điểm; time point; data points; points forts; points faibles; 時点; 問題点; 改善点; 要点; 視点");

    public static readonly IReadOnlyList<Phrase> ScoreMaximum = Phrase.List(
        "điểm tối đa; tối đa; thang điểm; thang; max score; maximum; maximum score; max; out of; total possible; maximum possible",
        "note maximale; barème; maximum possible; 満点; 最高点; 最大点; 配点");

    /// <summary>The change itself, which is computed and never read.</summary>
    public static readonly IReadOnlyList<Phrase> Difference = Phrase.List(
        "chênh lệch; mức tăng; thay đổi; tăng; hiệu số; difference; gain; change; improvement; delta; écart; différence; évolution",
        "progression; 差; 増減; 伸び; 変化; 向上");

    public static readonly IReadOnlyList<Phrase> Question = Phrase.List("câu hỏi; nội dung hỏi; question; prompt; item; 質問; 設問; 問");

    public static readonly IReadOnlyList<Phrase> Answer = Phrase.List(
        "trả lời; câu trả lời; nội dung trả lời; nội dung phỏng vấn; answer; response; reply; transcript; interview text; réponse; réponses",
        "verbatim; transcription; 回答; 答え; 応答; 発言; 回答内容");

    public static readonly IReadOnlyList<Phrase> Interview = Phrase.List(
        "phỏng vấn; người phỏng vấn; cuộc phỏng vấn; pv; interview; interviewer; interviewee; entretien; interviewé; enquêteur; インタビュー; 面接",
        "聞き取り; ヒアリング");

    public static readonly IReadOnlyList<Phrase> FreeText = Phrase.List(
        "ý kiến; nhận xét; góp ý; ghi chú; kiến nghị; đề xuất; nội dung; ví dụ; khó khăn; mô tả; bình luận; chia sẻ", "comment; comments",
        "remark; remarks; note; notes; feedback; suggestion; suggestions; opinion; description; example; other",
        "commentaire; commentaires; remarque; remarques; avis; suggestion; suggestions; observations; exemple", "意見; 感想; コメント; 自由記述; 備考; 要望",
        "提案; その他; 理由; 例");
}
