using System.Text;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Records;

/// <summary>One file with an instrument at two waves and an open answer, as a survey tool exports it.</summary>
[TestClass]
public sealed class SelfAssessmentTests
{
    static readonly object?[] Headings =
    [
        "_id", "Mã học viên", "Ngày trả lời", "Hiện nay: Tôi lập được kế hoạch", "Hiện nay:  Tôi ngại hoà giải ",
        "Trước khóa học: I can make a plan", "TRƯỚC KHÓA HỌC: Tôi ngại hòa giải", "Điều gì hữu ích nhất?",
    ];

    static FileRecords Read(params object?[][] rows) => SampleReading.Of("self-post", "tu-danh-gia.xlsx", Office.Workbook([Headings, .. rows]));

    [TestMethod]
    public void Items_are_found_by_their_text_in_any_language_after_the_blocks_prefix()
    {
        var records = Read([1, "YLC-001", new DateOnly(2024, 2, 27), 5, 2, 3, 4, "Đi thực địa"]);
        Assert.IsEmpty(records.Problems);
        CollectionAssert.AreEqual(new[] { "post", "then" }, records.Assessments.Select(assessment => assessment.Wave).ToArray());
        CollectionAssert.AreEqual(new[] { 5.0, 2.0 }, records.Assessments[0].Scores);
        CollectionAssert.AreEqual(new[] { 3.0, 4.0 }, records.Assessments[1].Scores);
        Assert.AreEqual(new AnswerRecord("YLC-001", "most_useful", "post", 1, new DateOnly(2024, 2, 27), "Đi thực địa", 2), records.Answers.Single());
        CollectionAssert.AreEqual(new[] { LayoutRemark.HeaderWhitespace, LayoutRemark.UnmappedColumn }, records.Layout.Remarks.ToArray());
        Assert.AreEqual("Sheet1", records.Layout.Sheet);
    }

    [TestMethod]
    public void A_block_without_an_answered_item_gives_no_assessment()
    {
        var records = Read([1, "YLC-001", null, 5, 2, null, null, "Tốt"]);
        Assert.AreEqual("post", records.Assessments.Single().Wave);
    }

    [TestMethod]
    public void The_only_block_gives_an_assessment_even_when_nothing_is_answered()
    {
        var records = SampleReading.OfTests("YLC-001,20/01/2024,Đầu khóa,,,");
        Assert.IsTrue(records.Assessments.Single().Scores.All(double.IsNaN));
    }

    [TestMethod]
    public void A_number_written_as_text_is_read_and_remarked()
    {
        var records = Read([1, "YLC-001", null, " 5 ", "２", 3.0, 4, null]);
        CollectionAssert.AreEqual(new[] { 5.0, 2.0 }, records.Assessments[0].Scores);
        Assert.Contains(LayoutRemark.NumberStoredAsText, records.Layout.Remarks);
    }

    [TestMethod]
    public void A_date_where_a_score_should_be_is_not_taken_for_a_number() =>
        Assert.AreEqual(RowProblemKind.ScoreNotNumeric, Read([1, "YLC-001", null, new DateOnly(2024, 5, 1), 2, 3, 4, null]).Problems.Single().Kind);

    [TestMethod]
    [DataRow("-")]
    [DataRow("...")]
    public void A_placeholder_is_no_answer_and_told(string written)
    {
        var records = Read([1, "YLC-001", null, 5, 2, 3, 4, written]);
        Assert.IsEmpty(records.Answers);
        Assert.AreEqual(new RowProblem(2, "Điều gì hữu ích nhất?", RowProblemKind.EmptyAnswer, written, Rejects: false), records.Problems.Single());
    }

    [TestMethod]
    [DataRow("=1+1")]
    [DataRow("＝1+1")]
    [DataRow("'=1+1")]
    [DataRow("@SUM(1+1)")]
    [DataRow("- Cần thêm tài liệu")]
    public void An_answer_that_a_spreadsheet_would_run_is_kept_as_written_and_told(string written)
    {
        var records = Read([1, "YLC-001", null, 5, 2, 3, 4, written]);
        Assert.AreEqual(written, records.Answers.Single().Text);
        Assert.AreEqual(RowProblemKind.FormulaLikeText, records.Problems.Single().Kind);
    }

    [TestMethod]
    public void A_row_that_repeats_one_wave_and_brings_another_is_taken_without_what_it_repeats()
    {
        var records = Read([1, "YLC-001", null, 5, 2, null, null, null], [2, "YLC-001", null, 5, 2, 3, 4, null]);
        CollectionAssert.AreEqual(new[] { ("post", 2), ("then", 3) }, records.Assessments.Select(one => (one.Wave, one.SourceRow)).ToArray());
        Assert.AreEqual(new RowProblem(3, "Mã học viên", RowProblemKind.DuplicateIdentical, "YLC-001", Rejects: false), records.Problems.Single());
    }

    [TestMethod]
    public void Several_answers_of_one_person_in_a_file_of_answers_count_up()
    {
        var study = SampleStudy.With("kind: assessments\n    file: files/tu-danh-gia.xlsx", "kind: answers\n    file: files/tu-danh-gia.xlsx");
        var csv = "Mã học viên,Ngày trả lời,Điều gì hữu ích nhất?\nYLC-001,,Một\nYLC-001,,Hai\nYLC-001,,Một";
        var records = SampleReading.Of(study, "self-post", "y-kien.csv", Encoding.UTF8.GetBytes(csv), source => source with { Assessments = [] });
        CollectionAssert.AreEqual(new[] { (1, "Một"), (2, "Hai") }, records.Answers.Select(answer => (answer.Number, answer.Text)).ToArray());
        Assert.AreEqual(RowProblemKind.DuplicateIdentical, records.Problems.Single().Kind);
    }
}
