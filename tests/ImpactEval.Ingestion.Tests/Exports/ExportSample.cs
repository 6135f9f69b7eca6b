using System.Text;
using ImpactEval.Ingestion.Exports;
using ImpactEval.Ingestion.Tests.Samples;

namespace ImpactEval.Ingestion.Tests.Exports;

/// <summary>Small invented exports, read as the program reads files. Nobody is meant.</summary>
static class ExportSample
{
    public static ExportReading Csv(params IEnumerable<string> lines) => Csv("table.csv", lines);

    public static ExportReading Csv(string name, IEnumerable<string> lines) => ExportFile.Read(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public static ExportReading Sheet(params IEnumerable<object?[]> rows) => ExportFile.Read("table.xlsx", Office.Workbook(rows));

    /// <summary>People with scores before and after, twelve of them, between which a test puts what it is about.</summary>
    /// <param name="headings">Four: code, name, score before, score after.</param>
    public static List<string> Class(string headings) =>
        [headings, .. Enumerable.Range(1, 12).Select(n => $"HV-{n:000},Người {(char)('A' + n)},{40 + n}.5,{60 + n}.5")];

    public static Defect? Find(this ExportReading read, DefectKind kind) => read.Defects.SingleOrDefault(defect => defect.Kind == kind);

    /// <summary>The defect, which must be there.</summary>
    public static Defect The(this ExportReading read, DefectKind kind) =>
        read.Find(kind) ?? throw new AssertFailedException($"No {kind}; there are {Kinds(read)}.");

    /// <summary>The kinds told, for messages and for tests that nothing else is told.</summary>
    public static string Kinds(ExportReading read) => string.Join(' ', read.Defects.Select(defect => DefectWord.Of(defect.Kind)));
}
