using ImpactEval.Studies;

namespace ImpactEval.Storage.Tests;

/// <summary>A small study: two courses, a roster, one questionnaire before and after, one open question.</summary>
static class SampleStudy
{
    static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static readonly FileLayout Layout = new(SourceFormat.Csv, "utf-8", ';', ',', DateOrder.DayMonthYear, null, 1, [LayoutRemark.UnicodeNotNfc]);

    public static Study Declared { get; } = new(
        "lop-lanh-dao",
        new LocalText("Lớp lãnh đạo trẻ", "Young leaders"),
        new Programme(new Organisation("JICA", new LocalText("Cơ quan Hợp tác Quốc tế Nhật Bản")), [], null, SponsorCalendar.Japan),
        [
            new Cohort("L3", new LocalText("Lớp 3"), new DateOnly(2024, 1, 29), new DateOnly(2024, 2, 27), null),
            new Cohort("L4", new LocalText("Lớp 4"), new DateOnly(2024, 5, 6), new DateOnly(2024, 6, 4), null),
        ],
        [new GroupDimension("sex", new LocalText("Giới tính"), [new GroupValue("F", new LocalText("Nữ")), new GroupValue("M", new LocalText("Nam"))], [])],
        [new Wave("pre", WaveKind.Pre, 1, -1, new LocalText("Trước")), new Wave("post", WaveKind.Post, 2, 0, new LocalText("Sau"))],
        [Instrument("self", 3)],
        [new OpenQuestion("useful", new LocalText("Điều gì hữu ích nhất?"))],
        [Source("roster", SourceKind.Participants, "files/roster*.csv"), Source("before", SourceKind.Assessments, "files/before*.csv"), Source("after", SourceKind.Assessments, "files/after*.csv")],
        new FileChecks(0.05),
        new StudyDesign(DesignKind.SingleGroup, ["self"]),
        new AnalysisPlan(0.95, 999, 1, [], ["sex"], new Dictionary<string, double>()),
        null,
        new PrivacyRules(5, true),
        new string('5', 64));

    public static Study WithoutRoster => Declared with { Sources = [.. Declared.Sources.Where(source => source.Kind != SourceKind.Participants)] };

    public static Instrument Instrument(string code, int items) => new(
        code, new LocalText("Tự đánh giá"), KirkpatrickLevel.Learning, new ScoreScale(1, 5), new Scoring(ScoreRule.Mean, MissingItemRule.Skip, 0.5),
        [.. Enumerable.Range(1, items).Select(number => new Item($"S{number:00}", new LocalText($"Câu {number}")))], []);

    public static Source Source(string code, SourceKind kind, string file) => new(
        code, new LocalText(code), kind, file, SourceFormat.Csv, null, null, null, null, null, 1,
        new ColumnMap("Mã", "Lớp", "Đợt", "Ngày", None, None),
        kind == SourceKind.Assessments ? [new AssessmentBlock("self", null, ItemHeading.Code, "", new Dictionary<string, double>(), None)] : [], [], null);

    public static FileRecords Roster(params PersonRecord[] people) => Empty("roster", "files/roster.csv") with { People = people, RowsRead = people.Length };

    public static FileRecords Before(params AssessmentRecord[] taken) =>
        Empty("before", "files/before.csv") with { Assessments = taken, RowsRead = taken.Length };

    public static FileRecords After(params AssessmentRecord[] taken) =>
        Empty("after", "files/after.csv") with { Assessments = taken, RowsRead = taken.Length };

    public static PersonRecord Person(string code, string? cohort, string sex, int row) => new(
        code, cohort, new Dictionary<string, string> { ["sex"] = sex }, new Dictionary<string, string> { ["name"] = $"Nguyễn Văn {code}" }, row);

    public static AssessmentRecord Taken(string person, string wave, int row, params double[] scores) =>
        new(person, "self", wave, new DateOnly(2024, 1, 15), scores, row);

    public static AnswerRecord Answer(string person, int number, int row, string text) => new(person, "useful", "post", number, null, text, row);

    static FileRecords Empty(string source, string file) => new(source, file, Sha(1), Layout, 0, [], [], [], []);

    /// <summary>A made-up fingerprint of a file's bytes; another number is another content.</summary>
    public static string Sha(int content) => content.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);
}
