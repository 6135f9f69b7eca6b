using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests;

/// <summary>A study as its file would declare it: two courses, a knowledge test with fields, a self-assessment with competencies, one questionnaire asked once.</summary>
static class StudySample
{
    public static Study Create() => new(
        "jica-young-leaders",
        new("Đào tạo cán bộ lãnh đạo trẻ các thành phố", "Training of young leaders of cities"),
        new Programme(
            new("JICA", new("Cơ quan Hợp tác Quốc tế Nhật Bản (JICA)", "Japan International Cooperation Agency (JICA)")),
            [new("HCMA", new("Học viện Chính trị quốc gia Hồ Chí Minh", "Ho Chi Minh National Academy of Politics"))],
            null,
            SponsorCalendar.Japan),
        [
            new("L3", new("Lớp 3", "Course 3"), new(2024, 1, 29), new(2024, 2, 27), new("Nhật Bản", "Japan")),
            new("L4", new("Lớp 4", "Course 4"), new(2024, 5, 6), new(2024, 6, 4), new("Nhật Bản", "Japan")),
        ],
        [
            new("sex", new("Giới tính", "Sex"), [new("F", new("Nữ", "Women")), new("M", new("Nam", "Men"))], []),
            new("level", new("Cấp công tác", "Level"), [new("P", new("Cấp tỉnh", "Province")), new("D", new("Cấp huyện", "District")), new("C", new("Cấp xã", "Commune"))], []),
        ],
        [
            new("pre", WaveKind.Pre, 1, -1, new("Trước", "Before")),
            new("then", WaveKind.RetrospectivePre, 2, 0, new("Trước (nhìn lại)", "Before (looking back)")),
            new("post", WaveKind.Post, 3, 0, new("Sau", "After")),
            new("follow_up", WaveKind.FollowUp, 4, 6, new("Theo dõi", "Follow-up")),
        ],
        [Knowledge(), SelfAssessment(), Application()],
        [new("most_useful", new("Nội dung nào hữu ích nhất đối với công việc của Ông/Bà?", "What was most useful for your work?"))],
        [Source("roster", "Danh sách học viên", "Roster", SourceKind.Participants), Source("tests", "Bài kiểm tra", "Tests", SourceKind.Assessments), Source("interviews", "Phỏng vấn", "Interviews", SourceKind.Interviews)],
        new FileChecks(0.05),
        new StudyDesign(DesignKind.SingleGroup, ["knowledge", "self"]),
        new AnalysisPlan(0.95, 9999, 20240917, [new("fields", new("Các lĩnh vực kiến thức", "Fields of knowledge"), ["knowledge.*"])], ["sex", "level", "cohort"],
            new Dictionary<string, double> { ["knowledge"] = 5, ["self"] = 0.3 }),
        new TopicPlan(["most_useful"], null, 30, 3),
        new PrivacyRules(5, QuotesNeedConfirmation: false),
        new string('a', 64));

    static Instrument Knowledge() => new("knowledge", new("Bài kiểm tra kiến thức", "Knowledge test"), KirkpatrickLevel.Learning, new ScoreScale(0, 1),
        new Scoring(ScoreRule.PercentOfMaximum, MissingItemRule.CountAsLowest, 0.5),
        [.. Enumerable.Range(1, 10).Select(number => new Item($"K{number:00}", new($"Câu {number}", $"Item {number}")))],
        [
            new("urban", new("Quy hoạch đô thị, giao thông và xây dựng", "Urban planning, transport and construction"), ["K01", "K02"]),
            new("environment", new("Môi trường và xử lý chất thải", "Environment and waste"), ["K03", "K04"]),
            new("reform", new("Cải cách hành chính", "Administrative reform"), ["K05", "K06"]),
            new("personnel", new("Công tác cán bộ", "Personnel"), ["K07", "K08"]),
            new("education", new("Giáo dục", "Education"), ["K09", "K10"]),
        ]);

    static Instrument SelfAssessment() => new("self", new("Tự đánh giá năng lực", "Self-assessment of competencies"), KirkpatrickLevel.Behaviour, new ScoreScale(1, 5),
        new Scoring(ScoreRule.Mean, MissingItemRule.Skip, 0.5),
        [.. Enumerable.Range(1, 6).Select(number => new Item($"S{number:00}", new($"Nhận định {number}", $"Statement {number}")))],
        [
            new("vision", new("Tầm nhìn chiến lược", "Strategic vision"), ["S01", "S02"]),
            new("people", new("Lãnh đạo, phát triển đội ngũ", "Leading people"), ["S03", "S04"]),
            new("change", new("Quản lý sự thay đổi", "Managing change"), ["S05", "S06"]),
        ]);

    static Instrument Application() => new("application", new("Áp dụng vào công việc", "Application at work"), KirkpatrickLevel.Behaviour, new ScoreScale(1, 5),
        new Scoring(ScoreRule.Mean, MissingItemRule.Skip, 0.5),
        [
            new("A1", new("Tôi đã áp dụng được nội dung khóa học vào công việc", "I have applied what the course taught at work")),
            new("A2", new("Lãnh đạo cơ quan ủng hộ việc áp dụng", "My superiors support applying it")),
            new("A3", new("Tôi đã chia sẻ nội dung khóa học với đồng nghiệp", "I have shared the content with colleagues")),
        ], []);

    static Source Source(string code, string vi, string en, SourceKind kind) => new(
        code, new(vi, en), kind, $"files/{code}/*", SourceFormat.Auto, null, null, null, null, null, 1,
        new ColumnMap("Mã học viên", null, null, null, new Dictionary<string, string>(), new Dictionary<string, string>()), [], [], null);
}
