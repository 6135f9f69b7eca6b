using ImpactEval.Ingestion.Exports;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class OdkTests
{
    const string Headings = "SubmissionDate,start,person-code,when,test-score,test-max_score,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion";

    static string Row(int n, string wave, string score, string status = "", string review = "") =>
        $"2024-03-11T00:00:00.000Z,2024-0{(wave == "pre" ? 3 : 4)}-11T07:00:00.000+07:00,P{n:00},{wave},{score},50,uuid:{wave}{n},41,x,0,0,{status},{review},d,0,1";

    static ExportReading Read(IEnumerable<string> rows) => ExportFile.Read("khaosat.csv.zip", Office.Zip(
        ("khaosat-plan~1.csv", "what,PARENT_KEY,KEY\na,uuid:pre1,uuid:pre1/plan[1]\nb,uuid:pre1,uuid:pre1/plan[2]\n"),
        ("khaosat-plan~2.csv", "what,PARENT_KEY,KEY\nc,uuid:pre2,uuid:pre2/plan[1]\n"),
        ("khaosat.csv", Headings + "\n" + string.Join('\n', rows) + "\n"),
        ("media/photo.jpg", "not a table")));

    [TestMethod]
    public void A_form_with_its_repeats_in_an_archive_is_read()
    {
        var read = Read(Enumerable.Range(1, 5).SelectMany(n => new[] { Row(n, "pre", $"{20 + n}"), Row(n, "post", $"{30 + n}") }));

        Assert.AreEqual("odk-central-zip", read.Format);
        Assert.AreEqual(10, read.Records);
        Assert.AreEqual(3, read.RepeatRecords);
        Assert.AreEqual(50, read.ScoreMax);
        Assert.AreEqual("person-code", read.Key);
        Assert.HasCount(5, read.Pairs!);
        Assert.AreEqual("", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void Rejected_and_unreadable_submissions_are_told_and_left_out()
    {
        var rows = Enumerable.Range(1, 5).SelectMany(n => new[] { Row(n, "pre", $"{20 + n}"), Row(n, "post", $"{30 + n}", review: n == 2 ? "rejected" : "approved") }).ToList();
        rows[7] = "2024-03-11T00:00:00.000Z,,,,,,uuid:lost,41,x,0,0,not decrypted,,d,0,1";

        var read = Read(rows);

        CollectionAssert.AreEqual(new[] { "P02" }, read.The(DefectKind.RejectedSubmission).Ids.ToArray());
        CollectionAssert.AreEqual(new[] { 9 }, read.The(DefectKind.NotDecrypted).Rows.ToArray());
        Assert.AreEqual(8, read.Usable);
        Assert.AreEqual(3, read.Waves[WaveKind.Post]);
        // Whose row was lost nobody knows, so nobody is told to be missing.
        Assert.IsNull(read.Find(DefectKind.MissingPost));
        Assert.IsNull(read.Find(DefectKind.MissingId));
    }

    [TestMethod]
    public void Who_came_and_has_no_value_is_missing_though_a_row_was_lost()
    {
        var rows = Enumerable.Range(1, 5).SelectMany(n => new[] { Row(n, "pre", n == 4 ? "" : $"{20 + n}"), Row(n, "post", $"{30 + n}") }).ToList();
        rows[9] = "2024-03-11T00:00:00.000Z,,,,,,uuid:lost,41,x,0,0,not decrypted,,d,0,1";

        var read = Read(rows);

        CollectionAssert.AreEqual(new[] { "P04" }, read.The(DefectKind.MissingPre).Ids.ToArray());
        Assert.IsNull(read.Find(DefectKind.MissingPost));
    }
}
