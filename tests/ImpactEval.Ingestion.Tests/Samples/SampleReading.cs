using System.Text;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Samples;

/// <summary>Reads bytes as a file of one of the sample study's sources.</summary>
static class SampleReading
{
    static readonly Study Sample = SampleStudy.Whole();

    public static FileRecords Of(string source, string name, byte[] bytes, Func<Source, Source>? with = null) =>
        Of(Sample, source, name, bytes, with);

    public static FileRecords Of(Study study, string source, string name, byte[] bytes, Func<Source, Source>? with = null)
    {
        var declared = study.Sources.Single(known => known.Code == source);
        return Records(SourceReader.Read(study, new SourceFile(with?.Invoke(declared) ?? declared, name, ""), SourceContent.Of(bytes), FileLimits.Usual));
    }

    /// <summary>All batches of a file together.</summary>
    public static FileRecords Records(CheckedFile file)
    {
        var batches = file.Batches.ToList();
        var records = new FileRecords(file.Stamp.SourceCode, file.Stamp.FileName, file.Stamp.Sha256, file.Layout, file.RowsRead,
            [.. batches.SelectMany(batch => batch.People)],
            [.. batches.SelectMany(batch => batch.Assessments)],
            [.. batches.SelectMany(batch => batch.Answers)],
            [.. batches.SelectMany(batch => batch.Problems)]);
        Assert.AreEqual(records.RowsRejected, file.RowsRejected, "Counted while checking, and told again with the records.");
        CollectionAssert.AreEqual(records.Checked().Problems.ToArray(), file.Problems.ToArray());
        return records;
    }

    /// <summary>A knowledge test as CSV: participant, date, wave and three items.</summary>
    public static FileRecords OfTests(params string[] rows) => OfTests(null, rows);

    public static FileRecords OfTests(Func<Source, Source>? with, params string[] rows) =>
        Of("knowledge-tests", "kiem-tra.csv", Tests(rows), with);

    public static byte[] Tests(params string[] rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', ["Mã học viên,Ngày làm,Đợt,K01,K02,K03", .. rows]));

    public static ContractProblem Refusal(Func<FileRecords> read)
    {
        var problems = Assert.ThrowsExactly<BrokenContractException>(read).Problems;
        Assert.HasCount(1, problems, string.Join("\n", problems));
        return problems[0];
    }
}
