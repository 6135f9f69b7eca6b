using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class PersonDefectTests
{
    static ExportReading With(params string[] more) => ExportSample.Csv(ExportSample.Class("Code participant,Nom,Note avant,Note après").Concat(more));

    [TestMethod]
    public void The_same_row_twice_counts_once()
    {
        var read = With("HV-003,Người D,43.5,63.5");

        CollectionAssert.AreEqual(new[] { "HV-003" }, read.The(DefectKind.DuplicateIdentical).Ids.ToArray());
        CollectionAssert.AreEqual(new[] { 14 }, read.The(DefectKind.DuplicateIdentical).Rows.ToArray());
        Assert.AreEqual(13, read.Records);
        Assert.AreEqual(12, read.Participants);
        Assert.HasCount(12, read.Pairs!);
    }

    [TestMethod]
    public void Different_values_under_one_code_are_used_by_nobody()
    {
        var read = With("HV-003,Người D,43.5,99.5");

        CollectionAssert.AreEqual(new[] { "HV-003" }, read.The(DefectKind.DuplicateConflicting).Ids.ToArray());
        CollectionAssert.AreEqual(new[] { 4, 14 }, read.The(DefectKind.DuplicateConflicting).Rows.ToArray());
        Assert.AreEqual(11, read.Waves[WaveKind.Pre]);
        Assert.IsNull(read.Pairs);
    }

    [TestMethod]
    [DataRow(" hv-003 ")]
    [DataRow("HV–003")]
    [DataRow("HV 003")]
    [DataRow("ＨＶ－００３")]
    [DataRow("HV-3")]
    [DataRow("HV003")]
    public void Another_spelling_of_a_code_is_the_same_person(string code)
    {
        var read = With($"{code},Người D,43.5,63.5");

        CollectionAssert.AreEqual(new[] { "HV-003" }, read.The(DefectKind.IdVariant).Ids.ToArray());
        Assert.AreEqual("id_variant", ExportSample.Kinds(read));
        Assert.AreEqual(12, read.Participants);
    }

    [TestMethod]
    public void A_spelling_that_the_whole_file_has_is_no_variant()
    {
        var read = ExportSample.Csv(ExportSample.Class("ID,Name,Pre,Post").ConvertAll(line => line.Replace("HV-", "hv_", StringComparison.Ordinal)));

        Assert.AreEqual("", ExportSample.Kinds(read));
        Assert.AreEqual("hv_001", read.Pairs![0].Id);
    }

    [TestMethod]
    public void A_row_without_a_code_is_told_with_its_row()
    {
        var read = With(",Ai đó,43.5,63.5");

        CollectionAssert.AreEqual(new[] { 14 }, read.The(DefectKind.MissingId).Rows.ToArray());
        Assert.AreEqual(1, read.Unidentified);
        Assert.AreEqual(12, read.Waves[WaveKind.Pre]);
    }

    [TestMethod]
    public void Who_is_missing_is_not_told_while_a_row_of_that_moment_is_nobodys()
    {
        var lines = new List<string> { "Code,Wave,Score (0-20)" };
        foreach (var n in Enumerable.Range(1, 5))
            lines.AddRange([$"{(n == 2 ? "" : $"P{n:00}")},pre,{8 + n}", $"P{n:00},post,{10 + n}"]);

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("missing_id", ExportSample.Kinds(read));
        Assert.AreEqual(4, read.Waves[WaveKind.Pre]);
    }
}
