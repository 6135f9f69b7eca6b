using ImpactEval.Ingestion.Exports;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class KoboTests
{
    static readonly object?[] Own = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags", "_index"];

    static object?[] OwnOf(int n, string status = "") => [n, $"u{n}", "2024-02-05T01:00:00", status, "", "submitted_via_web", "x", "v1", "", n];

    [TestMethod]
    public void Labels_in_a_workbook_with_its_repeat_groups_are_read()
    {
        var main = new List<object?[]> { (object?[])["start", "end", "Which round?", "Trainee ID", "Test (0-100)", .. Own] };
        main.AddRange(Enumerable.Range(1, 5).Select(n => (object?[])["2024-02-05T08:00:00.000+07:00", "x", "Before the course", $"T{n:00}", $"{40 + n}", .. OwnOf(n)]));
        main.AddRange(Enumerable.Range(2, 4).Select(n => (object?[])["2024-03-05T08:00:00.000+07:00", "x", "After the course", $"T{n:00}", $"{60 + n}", .. OwnOf(n + 10, n == 3 ? "Not Approved" : "Approved")]));
        IEnumerable<object?[]> repeat = [["Action", "_index", "_parent_table_name", "_parent_index"], ["One", 1, "Survey", 1], ["Two", 2, "Survey", 1], ["Three", 3, "Survey", 6]];

        var read = ExportFile.Read("x.xlsx", Office.Workbook([("Survey", "", main), ("plan", "", repeat)]));

        Assert.AreEqual("kobo-xlsx-labels", read.Format);
        Assert.AreEqual(9, read.Records);
        Assert.AreEqual(3, read.RepeatRecords);
        Assert.AreEqual(5, read.Waves[WaveKind.Pre]);
        CollectionAssert.AreEqual(new[] { "T01" }, read.The(DefectKind.MissingPost).Ids.ToArray());
        CollectionAssert.AreEqual(new[] { "T03" }, read.The(DefectKind.NotApproved).Ids.ToArray());
        Assert.AreEqual(new ScorePair("T02", 42, 62), read.Pairs![0]);
    }

    [TestMethod]
    public void Names_with_their_groups_in_a_text_file_are_read()
    {
        string[] lines =
        [
            "\"start\";\"grp_suivi/code_participant\";\"grp_suivi/avez_vous_applique\";\"grp_suivi/note\";\"_id\";\"_uuid\";\"_submission_time\";\"_validation_status\";\"_status\";\"_index\"",
            "\"2024-08-23T09:41:22.000+07:00\";\"P-01\";\"oui\";\"12.5\";\"1\";\"a\";\"2024-08-23T02:41:22\";\"validation_status_not_approved\";\"s\";\"1\"",
            "\"2024-08-24T09:41:22.000+07:00\";\"P-02\";\"non\";\"13.5\";\"2\";\"b\";\"2024-08-24T02:41:22\";\"\";\"s\";\"2\"",
        ];

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("kobo-csv-xml", read.Format);
        Assert.AreEqual(';', read.Delimiter);
        Assert.AreEqual("grp_suivi/code_participant", read.Key);
        Assert.AreEqual(2, read.Waves[WaveKind.FollowUp]);
        Assert.AreEqual("not_approved", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void A_row_of_tags_under_the_headings_is_no_record()
    {
        IEnumerable<object?[]> rows =
        [
            ["start", "Đợt", "Mã học viên", "Điểm", .. Own],
            ["", "#round", "#code", "#score", .. Own.Select(_ => (object?)null)],
            ["2024-02-05T08:00:00.000+07:00", "Trước", "A1", "5.5", .. OwnOf(1)],
            ["2024-03-05T08:00:00.000+07:00", "Sau", "A1", "7.5", .. OwnOf(2)],
        ];

        Assert.AreEqual(2, ExportSample.Sheet(rows).Records);
    }

    [TestMethod]
    public void One_person_twice_at_one_moment_is_a_conflict_unless_the_answers_agree()
    {
        object?[] Row(int n, string score) => ["2024-02-05T08:00:00.000+07:00", "Trước", "A1", score, .. OwnOf(n)];
        object?[] headings = ["start", "Đợt", "Mã học viên", "Điểm", .. Own];

        Assert.AreEqual("duplicate_identical", ExportSample.Kinds(ExportSample.Sheet(headings, Row(1, "5.5"), Row(2, "5.5"))));
        Assert.AreEqual("duplicate_conflicting", ExportSample.Kinds(ExportSample.Sheet(headings, Row(1, "5.5"), Row(2, "6.5"))));
    }
}
