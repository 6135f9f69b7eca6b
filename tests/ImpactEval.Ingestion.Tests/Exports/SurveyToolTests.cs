using System.Text;
using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class SurveyToolTests
{
    const string QualtricsOwn = "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,DistributionChannel,UserLanguage";

    static string Qualtrics(int n, string status, int progress, string finished, string answers) =>
        $"2024-01-0{n} 08:00:00,2024-01-0{n} 08:10:00,{status},,{progress},600,{finished},2024-01-0{n} 08:10:00,R_{n},anonymous,FR,{answers}";

    static List<string> QualtricsFile(IEnumerable<string> rows) =>
    [
        QualtricsOwn + ",Q1,Q2_1,Q2_2,Q3_1,Q3_2",
        "Date de début,Date de fin,Type de réponse,Adresse IP,Progression,Durée,Terminé,Date,ID,Canal,Langue,Code du participant,Avant le programme : A,Avant le programme : B,Après le programme : A,Après le programme : B",
        string.Join(',', Enumerable.Range(1, 16).Select(n => $"\"{{\"\"ImportId\"\":\"\"QID{n}\"\"}}\"")),
        .. rows,
    ];

    [TestMethod]
    public void Ratings_of_before_and_after_in_one_Qualtrics_form_were_given_afterwards()
    {
        var rows = Enumerable.Range(1, 5).Select(n => Qualtrics(n, "0", 100, "1", $"C{n},2,3,4,4")).Append(Qualtrics(6, "0", 50, "0", "C6,2,2,,")).Append(Qualtrics(7, "1", 100, "1", "TEST,1,1,5,5"));

        var read = ExportSample.Csv(QualtricsFile(rows));

        Assert.AreEqual("qualtrics-csv-values", read.Format);
        Assert.AreEqual(3, read.HeaderRows);
        Assert.AreEqual(7, read.Records);
        Assert.AreEqual(5, read.Usable);
        Assert.AreEqual(6, read.Participants);
        Assert.AreEqual(6, read.Waves[WaveKind.RetrospectivePre]);
        Assert.AreEqual(5, read.Waves[WaveKind.Post]);
        CollectionAssert.AreEqual(new[] { "C6" }, read.The(DefectKind.UnfinishedResponse).Ids.ToArray());
        Assert.AreEqual(1, read.The(DefectKind.PreviewResponse).Count);
    }

    [TestMethod]
    public void Labels_in_the_accounts_language_and_UTF_16_are_read()
    {
        var rows = Enumerable.Range(1, 5).Select(n => Qualtrics(n, "Adresse IP", 100, "Vrai", $"C{n},2,3,4,4")).Append(Qualtrics(6, "Aperçu de l'enquête", 100, "Vrai", "TEST,1,1,5,5"));
        var text = string.Join("\r\n", QualtricsFile(rows).Select(line => line.Replace(',', '\t')));

        var read = ExportFile.Read("x.tsv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]);

        Assert.AreEqual("qualtrics-tsv-labels", read.Format);
        Assert.AreEqual("utf-16le", read.Encoding);
        Assert.AreEqual(1, read.The(DefectKind.PreviewResponse).Count);
        Assert.AreEqual(5, read.Participants);
    }

    [TestMethod]
    public void An_old_Qualtrics_file_has_two_rows_of_headings()
    {
        string[] lines =
        [
            "V1,V2,V3,V4,V5,V6,Q1,Q2",
            "ResponseID,ResponseSet,Status,StartDate,EndDate,Finished,Participant code,Knowledge test (0-20)",
            "R_1,Default,0,2014-01-02 10:00:00,2014-01-02 10:10:00,1,A1,12",
            "R_2,Default,0,2014-01-02 10:00:00,2014-01-02 10:10:00,0,A2,13",
        ];

        var read = ExportSample.Csv("posttest.csv", lines);

        Assert.AreEqual(2, read.HeaderRows);
        Assert.AreEqual(2, read.Records);
        CollectionAssert.AreEqual(new[] { "A2" }, read.The(DefectKind.UnfinishedResponse).Ids.ToArray());
    }

    [TestMethod]
    [DataRow("id,submitdate,lastpage,startlanguage,seed,token,startdate,CODE,VAGUE,NOTE", "limesurvey-csv-codes")]
    [DataRow("ID de la réponse,Date de soumission,Dernière page,Langue de départ,Graine,Code d'accès,Date de lancement,Code participant,Vague,Note", "limesurvey-csv-full")]
    [DataRow("回答ID,送信日,最後のページ,開始言語,シード,アクセスコード,開始日,受講者番号,調査時点,得点", "limesurvey-csv-full")]
    public void LimeSurvey_is_known_by_its_codes_or_by_what_its_columns_hold(string headings, string format)
    {
        var lines = new List<string> { headings };
        foreach (var n in Enumerable.Range(1, 6))
        {
            lines.Add($"{n},2024-01-0{n} 10:00:00,3,fr,123456789,t{n}x,2024-01-0{n} 09:50:00,P{n:00},A1,{40 + n}.5");
            lines.Add($"{n + 10},{(n == 4 ? "" : $"2024-02-0{n} 10:00:00")},{(n == 4 ? 1 : 3)},fr,123456789,t{n}x,2024-02-0{n} 09:50:00,P{n:00},A2,{(n == 4 ? "" : $"{60 + n}.5")}");
        }

        var read = ExportSample.Csv(lines);

        Assert.AreEqual(format, read.Format);
        Assert.AreEqual(12, read.Records);
        Assert.AreEqual(11, read.Usable);
        Assert.AreEqual(6, read.Participants);
        Assert.AreEqual(5, read.Waves[WaveKind.Post]);
        CollectionAssert.AreEqual(new[] { "P04" }, read.The(DefectKind.UnfinishedResponse).Ids.ToArray());
        Assert.AreEqual("unfinished_response", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void Codes_of_moments_without_numbers_stand_in_the_order_of_their_days()
    {
        var lines = new List<string> { "id,submitdate,lastpage,startlanguage,startdate,CODE,DOT,DIEM" };
        foreach (var n in Enumerable.Range(1, 5))
            lines.AddRange([$"{n},2024-03-0{n} 10:00:00,3,vi,2024-03-0{n} 09:50:00,P{n:00},DB,{60 + n}.5", $"{n + 10},2024-01-0{n} 10:00:00,3,vi,2024-01-0{n} 09:50:00,P{n:00},KS,{40 + n}.5"]);

        var read = ExportSample.Csv(lines);

        Assert.AreEqual(new ScorePair("P01", 41.5, 61.5), read.Pairs![0]);
    }

    [TestMethod]
    public void A_damaged_row_does_not_change_which_tool_wrote_the_file()
    {
        var lines = new List<string> { "ID de la réponse,Date de soumission,Dernière page,Langue de départ,Code participant,Vague,Note" };
        foreach (var n in Enumerable.Range(1, 12))
            lines.Add($"{n},2024-01-{n:00} 10:00:00,3,fr,P{n:00},A1,{40 + n}.5");
        lines.Add(lines[3]);

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("limesurvey-csv-full", read.Format);
        Assert.AreEqual("duplicate_identical", ExportSample.Kinds(read));
    }
}
