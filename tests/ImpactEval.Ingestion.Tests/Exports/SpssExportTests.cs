using ImpactEval.Ingestion.Exports;
using ImpactEval.Ingestion.Tests.Spss;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class SpssExportTests
{
    [TestMethod]
    [DataRow(1, "spss-sav")]
    [DataRow(2, "spss-zsav")]
    public void Labels_say_what_variables_are_and_declared_values_are_missing(int compression, string format)
    {
        var file = new SavFile { Compression = compression }.Text("V1", 8, "Code du participant").Number("V2", "Note avant (0-20)", missing: [99]).Number("V3", "Note après (0-20)", missing: [99])
            .Number("X_1", missing: [9]).Number("X_2", missing: [9]).Number("X_3", missing: [9]).Utf8();
        foreach (var n in Enumerable.Range(1, 6))
            file.Row($"P{n:00}", 8.0 + n, n == 4 ? 99.0 : 12.0 + n, 1.0, 2.0, 9.0);

        var read = ExportFile.Read("x.sav", file.Bytes());

        Assert.AreEqual(format, read.Format);
        Assert.AreEqual("V1", read.Key);
        Assert.AreEqual(6, read.Records);
        CollectionAssert.AreEqual(new[] { "P04" }, read.The(DefectKind.MissingPost).Ids.ToArray());
        Assert.AreEqual("missing_post", ExportSample.Kinds(read));
        Assert.HasCount(5, read.Pairs!);
        CollectionAssert.AreEqual(new[] { "V2", "V3", "X_*" }, read.UserMissing.Select(missing => missing.Variable).ToArray());
        CollectionAssert.AreEqual(new[] { 9.0 }, read.UserMissing[2].Values.ToArray());
    }

    [TestMethod]
    public void Labels_of_codes_name_the_moments()
    {
        var file = new SavFile().Text("MA", 8, "Mã học viên").Number("LUC", "Thời điểm đo").Number("DIEM", "Điểm").Labels([2], (1.0, "Đầu khóa"), (2.0, "Cuối khóa")).Utf8();
        foreach (var n in Enumerable.Range(1, 4))
            file.Row($"P{n:00}", 1.0, 40.5 + n).Row($"P{n:00}", 2.0, 60.5 + n);

        var read = ExportFile.Read("x.sav", file.Bytes());

        Assert.AreEqual(4, read.Waves[WaveKind.Pre]);
        Assert.HasCount(4, read.Pairs!);
    }
}
