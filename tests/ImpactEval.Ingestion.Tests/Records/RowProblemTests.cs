using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Records;

[TestClass]
public sealed class RowProblemTests
{
    static readonly string[] Good = ["YLC-001,20/01/2024,Đầu khóa,1,0,1"];

    static RowProblem Only(FileRecords records)
    {
        Assert.HasCount(1, records.Problems, string.Join("\n", records.Problems));
        return records.Problems[0];
    }

    [TestMethod]
    public void A_good_row_gives_one_assessment_and_no_problem()
    {
        var records = SampleReading.OfTests(Good);
        Assert.IsEmpty(records.Problems);
        var assessment = records.Assessments.Single();
        Assert.AreEqual(("YLC-001", "knowledge", "pre", (DateOnly?)new DateOnly(2024, 1, 20), 2),
            (assessment.Person, assessment.Instrument, assessment.Wave, assessment.TakenOn, assessment.SourceRow));
        CollectionAssert.AreEqual(new[] { 1.0, 0.0, 1.0 }, assessment.Scores);
    }

    [TestMethod]
    public void A_score_off_the_scale_is_reported_with_its_row_and_column()
    {
        var records = SampleReading.OfTests([.. Good, "YLC-002,20/01/2024,Đầu khóa,1,2,0"]);
        Assert.AreEqual(new RowProblem(3, "K02", RowProblemKind.ScoreOutOfRange, "2"), Only(records));
        Assert.HasCount(1, records.Assessments);
    }

    [TestMethod]
    [DataRow("abc")]
    [DataRow("NaN")]
    [DataRow("Infinity")]
    [DataRow("1e0")]
    [DataRow("1 điểm")]
    [DataRow("#N/A")]
    public void A_score_that_is_no_number_is_reported_as_written(string written) =>
        Assert.AreEqual(new RowProblem(2, "K01", RowProblemKind.ScoreNotNumeric, written), Only(SampleReading.OfTests($"YLC-001,20/01/2024,Đầu khóa,{written},0,1")));

    [TestMethod]
    public void An_empty_score_is_missing_and_no_problem()
    {
        var records = SampleReading.OfTests("YLC-001,20/01/2024,Đầu khóa,1,,\u00A0");
        Assert.IsEmpty(records.Problems);
        CollectionAssert.AreEqual(new[] { 1.0, double.NaN, double.NaN }, records.Assessments[0].Scores);
    }

    [TestMethod]
    public void Words_stand_for_scores_however_they_are_spelt() =>
        CollectionAssert.AreEqual(new[] { 1.0, 0.0, 1.0 }, SampleReading.OfTests("YLC-001,20/01/2024,Đầu khóa,ĐÚNG, sai ,1").Assessments[0].Scores);

    [TestMethod]
    [DataRow("")]
    [DataRow("\u00A0")]
    [DataRow("–")]
    public void A_row_without_id_is_rejected(string id) =>
        Assert.AreEqual(RowProblemKind.MissingId, Only(SampleReading.OfTests($"{id},20/01/2024,Đầu khóa,1,0,1")).Kind);

    [TestMethod]
    [DataRow(" ylc-001 ")]
    [DataRow("YLC–001")]
    [DataRow("YLC − 001")]
    [DataRow("ＹＬＣ－００１")]
    [DataRow("ylc\u00A0001")]
    public void Another_spelling_of_an_id_is_taken_and_told(string written)
    {
        var records = SampleReading.OfTests($"{written},20/01/2024,Đầu khóa,1,0,1");
        Assert.AreEqual(new RowProblem(2, "Mã học viên", RowProblemKind.IdVariant, written, Rejects: false), Only(records));
        Assert.AreEqual("YLC-001", records.Assessments[0].Person);
        Assert.AreEqual(0, records.RowsRejected);
    }

    [TestMethod]
    public void A_wave_that_is_not_declared_is_rejected() =>
        Assert.AreEqual(new RowProblem(2, "Đợt", RowProblemKind.UnknownWave, "Giữa khóa"), Only(SampleReading.OfTests("YLC-001,20/01/2024,Giữa khóa,1,0,1")));

    [TestMethod]
    [DataRow("Đầu khóa", "pre")]
    [DataRow("đầu khoá", "pre")]
    [DataRow("post", "post")]
    [DataRow("Sau", "post")]
    [DataRow("FOLLOW-UP", "follow_up")]
    public void A_wave_is_found_by_the_sources_word_its_code_or_its_title(string written, string wave) =>
        Assert.AreEqual(wave, SampleReading.OfTests($"YLC-001,20/01/2024,{written},1,0,1").Assessments.Single().Wave);

    [TestMethod]
    [DataRow("31/02/2024")]
    [DataRow("20/13/2024")]
    [DataRow("hôm qua")]
    [DataRow("20/01/24")]
    public void A_date_that_is_none_is_rejected(string written) =>
        Assert.AreEqual(new RowProblem(2, "Ngày làm", RowProblemKind.DateInvalid, written), Only(SampleReading.OfTests($"YLC-001,{written},Đầu khóa,1,0,1")));

    [TestMethod]
    public void A_date_that_reads_both_ways_is_read_day_first_and_told()
    {
        var records = SampleReading.OfTests("YLC-001,05/06/2024,Đầu khóa,1,0,1");
        Assert.AreEqual(new RowProblem(2, "Ngày làm", RowProblemKind.DateAmbiguous, "05/06/2024", Rejects: false), Only(records));
        Assert.AreEqual(new DateOnly(2024, 6, 5), records.Assessments[0].TakenOn);
    }

    [TestMethod]
    public void The_days_of_the_whole_file_settle_the_order_of_its_dates()
    {
        var records = SampleReading.OfTests("YLC-001,05/06/2024,Đầu khóa,1,0,1", "YLC-002,05/16/2024,Đầu khóa,1,0,1");
        Assert.IsEmpty(records.Problems);
        Assert.AreEqual(DateOrder.MonthDayYear, records.Layout.DateOrder);
        Assert.AreEqual(new DateOnly(2024, 5, 6), records.Assessments[0].TakenOn);
    }

    [TestMethod]
    public void A_stated_order_of_dates_leaves_nothing_ambiguous()
    {
        var records = SampleReading.OfTests(source => source with { DateOrder = DateOrder.MonthDayYear }, "YLC-001,05/06/2024,Đầu khóa,1,0,1");
        Assert.IsEmpty(records.Problems);
        Assert.AreEqual(new DateOnly(2024, 5, 6), records.Assessments[0].TakenOn);
    }

    [TestMethod]
    public void Of_equal_rows_the_first_is_kept()
    {
        var records = SampleReading.OfTests([.. Good, .. Good]);
        Assert.AreEqual(new RowProblem(3, "Mã học viên", RowProblemKind.DuplicateIdentical, "YLC-001"), Only(records));
        Assert.AreEqual(2, records.Assessments.Single().SourceRow);
    }

    [TestMethod]
    public void Of_rows_that_contradict_each_other_none_is_used()
    {
        var records = SampleReading.OfTests([.. Good, "YLC-002,20/01/2024,Đầu khóa,1,1,1", "ylc-001,20/01/2024,Đầu khóa,0,0,1", .. Good]);
        CollectionAssert.AreEqual(
            new[] { 2, 4, 5 },
            records.Problems.Where(problem => problem.Kind == RowProblemKind.DuplicateConflicting).Select(problem => problem.Row).ToArray());
        Assert.AreEqual("YLC-002", records.Assessments.Single().Person);
    }

    [TestMethod]
    public void One_person_at_two_waves_is_no_duplicate() =>
        Assert.HasCount(2, SampleReading.OfTests([.. Good, "YLC-001,20/02/2024,Cuối khóa,1,0,1"]).Assessments);

    [TestMethod]
    public void A_ragged_row_is_rejected_whole()
    {
        var records = SampleReading.OfTests([.. Good, "YLC-002,20/01/2024,Đầu khóa,1,0", "YLC-003,20/01/2024,Đầu khóa,1,0,1,thừa", "YLC-004,20/01/2024,Đầu khóa,1,0,1,,"]);
        CollectionAssert.AreEqual(new[] { 3, 4 }, records.Problems.Select(problem => problem.Row).ToArray());
        Assert.IsTrue(records.Problems.All(problem => problem is { Kind: RowProblemKind.RaggedRow, Column: "" }));
        Assert.HasCount(2, records.Assessments);
    }

    [TestMethod]
    public void A_blank_row_is_skipped_told_and_not_counted()
    {
        var records = SampleReading.OfTests([.. Good, ",,,,,", "", "YLC-002,20/01/2024,Đầu khóa,1,0,1", "", ""]);
        CollectionAssert.AreEqual(new[] { 3, 4 }, records.Problems.Select(problem => problem.Row).ToArray());
        Assert.IsTrue(records.Problems.All(problem => problem is { Kind: RowProblemKind.BlankRow, Rejects: false }));
        Assert.AreEqual(2, records.RowsRead);
        Assert.AreEqual(5, records.Assessments[1].SourceRow);
    }

    [TestMethod]
    public void All_problems_of_all_rows_are_told_in_one_pass_and_a_row_counts_once()
    {
        var records = SampleReading.OfTests([.. Good, ",31/02/2024,Giữa khóa,7,x,1", "YLC-003,20/01/2024,Đầu khóa,1,0,9"]);
        CollectionAssert.AreEquivalent(
            new[]
            {
                RowProblemKind.MissingId, RowProblemKind.DateInvalid, RowProblemKind.UnknownWave, RowProblemKind.ScoreOutOfRange,
                RowProblemKind.ScoreNotNumeric, RowProblemKind.ScoreOutOfRange,
            },
            records.Problems.Select(problem => problem.Kind).ToArray());
        Assert.AreEqual(2, records.RowsRejected);
        Assert.AreEqual(3, records.RowsRead);
    }

    [TestMethod]
    public void A_file_with_more_rejected_rows_than_allowed_is_refused_with_the_counts()
    {
        using var folder = new TemporaryFolder();
        var study = SampleStudy.Whole();
        var rows = Enumerable.Range(1, 18).Select(person => $"YLC-{person:000},20/01/2024,Đầu khóa,1,0,1").ToArray();
        SourceFile Written(params string[] bad) => new(study.Sources[1], "kiem-tra.csv", folder.Write("kiem-tra.csv", SampleReading.Tests([.. rows, .. bad])));

        var problem = SampleReading.Refusal(() => SampleReading.Records(SourceReader.Check(study, Written(",20/01/2024,Đầu khóa,1,0,1", "YLC-020,20/01/2024,Đầu khóa,1,0,5"))));
        Assert.AreEqual(ContractProblemKind.TooManyRejectedRows, problem.Kind);
        Assert.AreEqual("2/20: missing_id 1, score_out_of_range 1", problem.Found);
        Assert.AreEqual("≤ 5 %", problem.Expected);
        Assert.AreEqual(1, SourceReader.Check(study, Written(",20/01/2024,Đầu khóa,1,0,1", "YLC-020,20/01/2024,Đầu khóa,1,0,1")).RowsRejected, "1 of 20 is allowed");
    }
}
