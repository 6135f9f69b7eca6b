using ImpactEval.Studies;

namespace ImpactEval.Evaluation.Tests;

/// <summary>A study small enough to compute by hand: one test of two items on 0–10, measured before, after and at follow-up.</summary>
static class SmallStudy
{
    public static Study Declared(int smallestCell = 2) => new(
        "small",
        new LocalText("Khảo sát nhỏ", "Small study"),
        new Programme(new Organisation("S", new LocalText("Nhà tài trợ")), [], null, SponsorCalendar.Vietnam),
        [new Cohort("A", new LocalText("Lớp A"), new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31), null),
            new Cohort("B", new LocalText("Lớp B"), new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 28), null)],
        [new GroupDimension("sex", new LocalText("Giới tính"), [new GroupValue("F", new LocalText("Nữ")), new GroupValue("M", new LocalText("Nam"))], [])],
        [
            new Wave("pre", WaveKind.Pre, 1, -1, new LocalText("Trước")),
            new Wave("then", WaveKind.RetrospectivePre, 2, 0, new LocalText("Nhìn lại")),
            new Wave("post", WaveKind.Post, 3, 0, new LocalText("Sau")),
            new Wave("follow_up", WaveKind.FollowUp, 4, 6, new LocalText("Theo dõi")),
        ],
        [
            new Instrument(
                "test", new LocalText("Bài kiểm tra"), KirkpatrickLevel.Learning, new ScoreScale(0, 10), new Scoring(ScoreRule.Mean, MissingItemRule.Skip, 0.5),
                [new Item("T1", new LocalText("Câu 1")), new Item("T2", new LocalText("Câu 2"))],
                [new Competency("one", new LocalText("Phần một"), ["T1"]), new Competency("two", new LocalText("Phần hai"), ["T2"])]),
            new Instrument(
                "reaction", new LocalText("Phản hồi"), KirkpatrickLevel.Reaction, new ScoreScale(1, 5), new Scoring(ScoreRule.Mean, MissingItemRule.Skip, 0.5),
                [new Item("R1", new LocalText("Hài lòng"))], []),
        ],
        [],
        [],
        new FileChecks(0.05),
        new StudyDesign(DesignKind.SingleGroup, ["test"]),
        new AnalysisPlan(0.95, 499, 1, [new OutcomeFamily("parts", new LocalText("Các phần"), ["test.*"])], ["sex", "cohort"], new Dictionary<string, double> { ["test"] = 1 }),
        null,
        new PrivacyRules(smallestCell, true),
        "plan");

    /// <summary>People numbered from 1; odd are women, the first half is in course A.</summary>
    public static StudyDataset Of(Study study, params IEnumerable<Assessment> assessments)
    {
        var all = assessments.ToArray();
        var ids = all.Select(assessment => assessment.Participant).Distinct().OrderBy(id => id.Value).ToArray();
        var people = ids.Select((id, place) => new Participant(
            id, place < ids.Length / 2 ? "A" : "B", new Dictionary<string, string> { ["sex"] = id.Value % 2 == 1 ? "F" : "M" }));
        return new StudyDataset(study, [.. people], all, [], []);
    }

    public static Assessment Test(long person, string wave, params double[] scores) =>
        new(new ParticipantId(person), "test", wave, new DateOnly(2024, 1, 15), scores);

    /// <summary>Twelve people whose first part rises by about two points and whose second part does not move on average.</summary>
    public static StudyDataset Twelve(Study study)
    {
        double[] before = [3, 4, 5, 2, 6, 4, 5, 3, 4, 5, 6, 4];
        double[] rise = [2, 1, 3, 2, 2, 1, 2, 3, 2, 2, 1, 3];
        double[] drift = [1, -1, 0, 1, -1, 0, 1, -1, 0, 1, -1, 0];
        double[] other = [5, 6, 4, 5, 7, 5, 6, 5, 4, 6, 5, 5];
        return Of(study, Enumerable.Range(0, 12).SelectMany(i => new[]
        {
            Test(i + 1, "pre", before[i], other[i]),
            Test(i + 1, "post", before[i] + rise[i], other[i] + drift[i]),
        }));
    }
}
