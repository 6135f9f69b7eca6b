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
        return SourceReader.Examine(study, new SourceFile(with?.Invoke(declared) ?? declared, name, ""), bytes, FileLimits.Usual);
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
