using System.Globalization;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Records;
using ImpactEval.Ingestion.Spss;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Ingestion.Transcripts;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion;

/// <summary>Reads one file of a source: through the gate, by the reader of its format, to records and row problems.</summary>
public static class SourceReader
{
    /// <summary>The records of a file that keeps its contract.</summary>
    /// <exception cref="BrokenContractException">The file is refused as a whole; nothing of it may be used.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileRecords Read(Study study, SourceFile file)
    {
        var records = Examine(study, file);
        var share = (double)records.RowsRejected / Math.Max(1, records.RowsRead);
        return share <= study.Checks.MaximumRejectedShare ? records : throw TooManyRejectedRows(records, study.Checks.MaximumRejectedShare);
    }

    /// <summary>The same without the limit on rejected rows, so that a person sees every problem of a file that would be refused for them.</summary>
    /// <exception cref="BrokenContractException">The file cannot be understood at all.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileRecords Examine(Study study, SourceFile file)
    {
        var limits = FileLimits.Usual;
        FileGate.CheckSize(file.Name, new FileInfo(file.FullPath).Length, limits);
        return Examine(study, file, FileBytes.Of(file.FullPath), limits);
    }

    internal static FileRecords Examine(Study study, SourceFile file, byte[] bytes, FileLimits limits)
    {
        var source = file.Source;
        var stated = source is { Kind: SourceKind.Interviews, Format: SourceFormat.Auto } ? SourceFormat.Docx : source.Format;
        var format = FileGate.Admit(file.Name, bytes, stated, limits);
        if (format == SourceFormat.Docx && source.Kind != SourceKind.Interviews)
            throw new BrokenContractException([NotATable(file.Name)]);
        var admitted = new AdmittedFile(file, bytes, format);
        return format switch
        {
            SourceFormat.Docx => TranscriptReader.Read(admitted),
            SourceFormat.Xlsx => TableReader.Read(study, admitted, new XlsxTable(file.Name, source, limits).Read(bytes)),
            SourceFormat.Sav => TableReader.Read(study, admitted, new SpssTable(file.Name, source, limits).Read(bytes)),
            _ => TableReader.Read(study, admitted, new CsvTable(file.Name, source).Read(bytes)),
        };
    }

    static ContractProblem NotATable(string name)
    {
        var expected = $"{Word.Of(SourceFormat.Csv)}, {Word.Of(SourceFormat.Xlsx)}, {Word.Of(SourceFormat.Sav)}";
        return new(ContractProblemKind.ContentTypeMismatch, name, Found: Word.Of(SourceFormat.Docx), Expected: expected);
    }

    /// <summary>Rejected rows by kind, so that the refusal itself says what to mend.</summary>
    static BrokenContractException TooManyRejectedRows(FileRecords records, double maximumShare)
    {
        var kinds = records.Problems.Where(problem => problem.Rejects)
            .GroupBy(problem => problem.Kind)
            .OrderBy(kind => kind.Key)
            .Select(kind => $"{Word.Of(kind.Key)} {kind.Select(problem => problem.Row).Distinct().Count()}");
        return new BrokenContractException(
        [
            new ContractProblem(
                ContractProblemKind.TooManyRejectedRows,
                records.FileName,
                Found: $"{records.RowsRejected}/{records.RowsRead}: {string.Join(", ", kinds)}",
                Expected: string.Create(CultureInfo.InvariantCulture, $"≤ {100 * maximumShare:0.##} %")),
        ]);
    }
}
