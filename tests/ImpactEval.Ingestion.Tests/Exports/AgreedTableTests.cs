using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class AgreedTableTests
{
    [TestMethod]
    [DataRow("indicator_code,level,indicator_en,baseline,baseline_date,target", "to be set")]
    [DataRow("Mã chỉ số,Cấp,Chỉ số,Giá trị ban đầu,Ngày cơ sở,Mục tiêu", "chưa có")]
    [DataRow("Code,Niveau,Indicateur,Valeur de référence,Date de référence,Cible", "à déterminer")]
    [DataRow("コード,レベル,指標,ベースライン,基準日,目標", "未定")]
    public void An_indicator_without_a_baseline_is_told_and_never_zero(string headings, string notYet)
    {
        var read = ExportSample.Csv([headings, "A1,output,Trained,0,2024-01-01,120", "A2,outcome,Women,,,40", $"A3,outcome,Applied,{notYet},,65"]);

        Assert.AreEqual("indicator-framework", read.Format);
        Assert.AreEqual(3, read.Records);
        CollectionAssert.AreEqual(new[] { "A2", "A3" }, read.The(DefectKind.BaselineMissing).Ids.ToArray());
    }

    [TestMethod]
    [DataRow("interview_id,participant_id,date,question,answer", "(no answer)")]
    [DataRow("ma_phong_van,ma_hoc_vien,ngay,cau_hoi,tra_loi", "Không trả lời.")]
    [DataRow("code_entretien,code_participant,date,question,réponse", "Sans réponse")]
    [DataRow("面接番号,受講者番号,日付,質問,回答", "無回答")]
    public void Interviews_are_told_by_their_own_codes(string headings, string placeholder)
    {
        var lines = new List<string> { headings };
        lines.AddRange(Enumerable.Range(1, 6).Select(n => $"I{n}-1,P{n:00},2024-09-1{n},What did you apply?,We sort waste in two wards of our town and report every month."));
        lines.Add($"I7-1,P07,2024-09-17,What did you apply?,{placeholder}");
        lines.Add("I1-2,P01,2024-09-11,Suggestions?,Xin liên hệ số 0912 345 678 hoặc abc@example.org.");

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("interview-table", read.Format);
        Assert.AreEqual(8, read.Records);
        Assert.AreEqual(7, read.Participants);
        Assert.AreEqual(7, read.Waves[WaveKind.FollowUp]);
        CollectionAssert.AreEqual(new[] { "I1-2" }, read.The(DefectKind.PiiInFreeText).Ids.ToArray());
        CollectionAssert.AreEqual(new[] { "I7-1" }, read.The(DefectKind.EmptyAnswer).Ids.ToArray());
        Assert.HasCount(7, read.Answers);
    }
}
