using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class WebFormTests
{
    [TestMethod]
    [DataRow("ID", "Start time", "Completion time", "Email", "Name", "Participant ID", "Have you applied what you learned?\u00A0")]
    [DataRow("ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Code participant", "Avez-vous appliqué vos acquis ?")]
    [DataRow("ID", "開始時刻", "完了時刻", "メール", "名前", "受講者番号", "研修内容を活用しましたか")]
    public void Microsoft_Forms_are_known_by_what_their_first_columns_hold(params string[] headings)
    {
        var rows = new List<object?[]> { (object?[])[.. headings, "Overall satisfaction (1-5)", "Overall satisfaction (1-5)2"] };
        rows.AddRange(Enumerable.Range(1, 6).Select(n => new object?[]
        {
            n, new DateOnly(2024, 9, 16), new DateOnly(2024, 9, 16), n == 2 ? "anonymous" : $"p{n}@example.org", n == 2 ? null : $"Người {n}", $"P{n:00}", "Rồi\u00A0ạ", 4, 5,
        }));

        var read = ExportSample.Sheet(rows);

        Assert.AreEqual("ms-forms-xlsx", read.Format);
        Assert.AreEqual(6, read.Waves[WaveKind.FollowUp]);
        Assert.AreEqual("numbered_duplicate_header anonymous_respondent", ExportSample.Kinds(read));
        CollectionAssert.AreEqual(new[] { 3 }, read.The(DefectKind.AnonymousRespondent).Rows.ToArray());
        CollectionAssert.AreEqual(new[] { "Overall satisfaction (1-5)2" }, read.The(DefectKind.NumberedDuplicateHeader).Columns.ToArray());
    }

    [TestMethod]
    [DataRow("Timestamp,Score,Email Address,Participant code,Training needs", "PM")]
    [DataRow("Dấu thời gian,Điểm số,Địa chỉ email,Mã học viên,Nhu cầu bồi dưỡng", "CH")]
    [DataRow("Horodateur,Score,Adresse e-mail,Code participant,Besoins de formation", "PM")]
    [DataRow("タイムスタンプ,スコア,メールアドレス,受講者番号,研修ニーズ", "午後")]
    public void Google_Forms_write_the_time_with_its_zone_and_the_score_with_its_maximum(string headings, string afternoon)
    {
        var lines = new[] { headings + "," }.Concat(Enumerable.Range(1, 5).Select(n => $"2024/01/2{n} 3:33:30 {afternoon} GMT+7,{n + 4} / 10,p{n}@example.org,N{n:00},Giao thông;Môi trường,"));

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("google-forms-csv", read.Format);
        Assert.AreEqual(10, read.ScoreMax);
        Assert.AreEqual(5, read.Waves[WaveKind.Needs]);
        Assert.AreEqual("empty_header", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void Without_a_code_an_address_tells_people_apart()
    {
        var lines = new[] { "Timestamp,Email Address,Did you apply it?" }.Concat(Enumerable.Range(1, 5).Select(n => $"2024/01/2{n} 3:33:30 PM GMT+7,p{n}@example.org,yes"));

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("Email Address", read.Key);
        Assert.AreEqual(5, read.Participants);
    }
}
