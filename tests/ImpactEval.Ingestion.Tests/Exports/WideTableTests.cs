using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class WideTableTests
{
    [TestMethod]
    [DataRow("Mã học viên,Họ và tên,Điểm trước,Điểm sau")]
    [DataRow("ma_hv,ho_ten,diem_truoc,diem_sau")]
    [DataRow("Trainee ID,Name,Pre-test score,Post-test score")]
    [DataRow("Participant code,Full name,T1,T2")]
    [DataRow("Matricule,Nom,Note avant la formation,Note après la formation")]
    [DataRow("受講者番号,氏名,事前テスト,事後テスト")]
    [DataRow("研修員ID,お名前,研修前の得点,研修後の得点")]
    [DataRow("SBD,Họ tên,Kết quả đầu vào,Kết quả cuối khóa")]
    public void Codes_and_scores_are_found_by_words_of_any_of_the_languages(string headings)
    {
        var read = ExportSample.Csv(ExportSample.Class(headings));

        Assert.AreEqual("wide-table", read.Format);
        Assert.AreEqual(12, read.Records);
        Assert.AreEqual(12, read.Participants);
        Assert.AreEqual(12, read.Waves[WaveKind.Pre]);
        Assert.AreEqual(12, read.Waves[WaveKind.Post]);
        Assert.AreEqual("", ExportSample.Kinds(read));
        Assert.HasCount(12, read.Pairs!);
        Assert.AreEqual(new ScorePair("HV-001", 41.5, 61.5), read.Pairs![0]);
    }

    [TestMethod]
    public void Columns_may_stand_in_any_order_and_beside_others()
    {
        var lines = new[] { "Post score,Unit,Remarks,Pre score,Code" }.Concat(Enumerable.Range(1, 8).Select(n => $"{6 + n % 3},Office {n % 2},,{4 + n % 3},A{n:00}"));

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("Code", read.Key);
        Assert.AreEqual(10, read.ScoreMax);
        Assert.AreEqual(new ScorePair("A01", 5, 7), read.Pairs![0]);
    }

    [TestMethod]
    public void A_further_score_is_a_further_moment()
    {
        var lines = new[] { "Mã học viên,Điểm trước,Điểm sau,Điểm theo dõi (6 tháng)" }.Concat(Enumerable.Range(1, 8).Select(n => $"A{n:00},{40 + n},{60 + n},{(n < 3 ? "" : $"{55 + n}")}"));

        var read = ExportSample.Csv(lines);

        Assert.AreEqual(6, read.Waves[WaveKind.FollowUp]);
        Assert.HasCount(8, read.Pairs!);
    }

    [TestMethod]
    public void A_code_without_a_heading_word_is_known_by_its_form()
    {
        var lines = new[] { "Ký hiệu,Trước,Sau" }.Concat(Enumerable.Range(1, 8).Select(n => $"QN{n:00},{40 + n}.5,{60 + n}.5"));

        Assert.AreEqual("Ký hiệu", ExportSample.Csv(lines).Key);
    }

    [TestMethod]
    public void A_long_table_names_the_moment_of_each_row()
    {
        var lines = new List<string> { "Participant,Time point,Score (0-20),Date" };
        foreach (var n in Enumerable.Range(1, 6))
            lines.AddRange([$"P{n:00},Baseline,{8 + n},2024-01-0{n}", $"P{n:00},Endline,{10 + n},2024-03-0{n}"]);
        lines.RemoveAt(4);

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("long-table", read.Format);
        Assert.AreEqual(20, read.ScoreMax);
        Assert.AreEqual(6, read.Waves[WaveKind.Pre]);
        Assert.AreEqual(5, read.Waves[WaveKind.Post]);
        CollectionAssert.AreEqual(new[] { "P02" }, read.The(DefectKind.MissingPost).Ids.ToArray());
    }

    [TestMethod]
    public void People_with_names_only_are_told_to_lack_codes()
    {
        var read = ExportSample.Csv(["Họ và tên,Năm sinh,Điểm", "Nguyễn Thị Mẫu,1980,7.5", "Trần Văn Thử,1981,8.0"]);

        Assert.AreEqual("no-id", read.Format);
        Assert.IsNull(read.Participants);
        Assert.AreEqual(2, read.The(DefectKind.MissingId).Count);
    }

    [TestMethod]
    [DataRow("Mã tự tạo,Điểm")]
    [DataRow("Self-generated code,Score")]
    [DataRow("自己作成コード,得点")]
    public void Codes_that_people_made_up_are_told_from_given_ones(string headings)
    {
        var read = ExportSample.Csv([headings, "K22SA1T,5.5", "L17BU3G,6.0", "K22SA1T,7.5"]);

        Assert.AreEqual("self-generated-code", read.Format);
        Assert.AreEqual(1, read.CodesNotUnique);
        Assert.IsNull(read.Find(DefectKind.DuplicateConflicting));
    }

    [TestMethod]
    public void Every_assumption_is_stated_with_its_evidence()
    {
        var read = ExportSample.Csv(ExportSample.Class("Mã học viên;Họ và tên;Điểm trước (0-100);Điểm sau (0-100)").ConvertAll(line => line.Replace(',', ';')));

        var stated = read.Assumptions.ToDictionary(assumption => $"{assumption.What}/{assumption.Value}", assumption => assumption.Evidence);
        Assert.AreEqual("rows", stated["delimiter/;"]);
        Assert.AreEqual("Mã học viên", stated["id/Mã học viên"]);
        Assert.AreEqual("Điểm trước (0-100)", stated["score_max/100"]);
        Assert.AreEqual("Điểm sau (0-100)", stated["score/post"]);
    }
}
