using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Spss;

/// <summary>A system file as a source of the sample study.</summary>
[TestClass]
public sealed class SpssTableTests
{
    static SavFile Tests() => new SavFile().Text("MA", 10, "Mã học viên").Number("NGAY", "Ngày làm", SavFile.Date11).Number("DOT", "Đợt")
        .Number("K01").Number("K02", missing: [9]).Number("K03").Labels([4], (1.0, "Đầu khóa"), (2.0, "Cuối khóa")).Utf8();

    [TestMethod]
    public void Columns_are_found_by_label_and_codes_by_what_they_mean()
    {
        var bytes = Tests().Row("YLC-001", 13924915200.0, 1.0, 1.0, 0.0, 1.0).Row("YLC-001", 13936752000.0, 2.0, 1.0, 9.0, null).Bytes();
        var records = SampleReading.Of("knowledge-tests", "kiem-tra.sav", bytes);

        Assert.IsEmpty(records.Problems, string.Join("\n", records.Problems));
        Assert.AreEqual(SourceFormat.Sav, records.Layout.Format);
        Assert.AreEqual("utf-8", records.Layout.Encoding);
        CollectionAssert.AreEqual(new[] { "pre", "post" }, records.Assessments.Select(assessment => assessment.Wave).ToArray());
        CollectionAssert.AreEqual(new[] { 1.0, 0, 1 }, records.Assessments[0].Scores);
        CollectionAssert.AreEqual(new[] { 1.0, double.NaN, double.NaN }, records.Assessments[1].Scores, "Missing codes never enter a mean.");
        Assert.AreEqual(new DateOnly(2024, 6, 3), records.Assessments[1].TakenOn);
    }

    [TestMethod]
    public void Problems_name_the_row_as_SPSS_numbers_it()
    {
        var bytes = Tests().Row("YLC-001", null, 1.0, 1.0, 0.0, 1.0).Row("YLC-002", null, 7.0, 1.0, 0.0, 1.0).Row("YLC-003", null, 2.0, 4.0, 0.0, 1.0).Bytes();
        var problems = SampleReading.Of("knowledge-tests", "kiem-tra.sav", bytes).Problems;
        CollectionAssert.AreEqual(new[] { RowProblemKind.UnknownWave, RowProblemKind.ScoreOutOfRange }, problems.Select(problem => problem.Kind).ToArray());
        CollectionAssert.AreEqual(new[] { 2, 3 }, problems.Select(problem => problem.Row).ToArray());
        CollectionAssert.AreEqual(new[] { "7", "4" }, problems.Select(problem => problem.Found).ToArray());
    }

    [TestMethod]
    public void A_system_file_is_known_by_its_first_bytes()
    {
        var bytes = Tests().Row("YLC-001", null, 1.0, 1.0, 0.0, 1.0).Bytes();
        Assert.AreEqual(SourceFormat.Sav, FileGate.Admit("a.dat", bytes, SourceFormat.Auto, FileLimits.Usual));
        Assert.AreEqual(SourceFormat.Sav, FileGate.Admit("a.zsav", "$FL3"u8.ToArray(), SourceFormat.Sav, FileLimits.Usual));
        Assert.AreEqual("sav", SampleReading.Refusal(() => SampleReading.Of("knowledge-tests", "a.csv", bytes)).Found);
        Assert.AreEqual("sav", SampleReading.Refusal(() => SampleReading.Of("knowledge-tests", "a.sav", "a,b\n1,2"u8.ToArray())).Expected);
        byte[] locked = [0x1C, 0, 0, 0, 0, 0, 0, 0, .. "ENCRYPTEDSAV"u8, 0, 0, 0, 0];
        Assert.AreEqual("encrypted_sav", SampleReading.Refusal(() => SampleReading.Of("knowledge-tests", "a.sav", locked)).Found);
    }

    [TestMethod]
    public void A_file_without_rows_is_refused() =>
        Assert.AreEqual(ContractProblemKind.FileWithoutRows, SampleReading.Refusal(() => SampleReading.Of("knowledge-tests", "a.sav", Tests().Bytes())).Kind);

    [TestMethod]
    public void Numbers_with_leading_zeros_and_times_of_day_are_as_SPSS_shows_them()
    {
        var bytes = new SavFile().Number("MA", format: SavFile.N5).Number("GIO", format: SavFile.Time8).Number("SAI", format: SavFile.Date11).Utf8()
            .Row(123.0, 27015.0, -5.0).Row(4.0, 90062.25, 0.0).Bytes();
        var table = new Ingestion.Spss.SpssTable("a.sav", SampleStudy.Whole().Sources[0], FileLimits.Usual).Read(bytes);
        CollectionAssert.AreEqual(new[] { "00123", "07:30:15", "-5" }, table.Rows.OfType<Ingestion.Tables.TableRow>().First().Cells.Select(cell => cell.Shown).ToArray());
        CollectionAssert.AreEqual(new[] { "00004", "25:01:02.250", "1582-10-14" }, table.Rows.OfType<Ingestion.Tables.TableRow>().ElementAt(1).Cells.Select(cell => cell.Shown).ToArray());
    }

    [TestMethod]
    public void A_file_of_more_cells_than_the_limit_is_refused()
    {
        var bytes = Tests().Row("YLC-001", null, 1.0, 1.0, 0.0, 1.0).Row("YLC-002", null, 1.0, 1.0, 0.0, 1.0).Bytes();
        var table = new Ingestion.Spss.SpssTable("a.sav", SampleStudy.Whole().Sources[0], FileLimits.Usual with { Cells = 50 });
        var problem = Assert.ThrowsExactly<BrokenContractException>(() => table.Read(bytes)).Problems.Single();
        Assert.AreEqual(ContractProblemKind.OutOfRange, problem.Kind);
    }
}
