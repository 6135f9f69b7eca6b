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
    /// <summary>Checks every row of a file; the records are read again when they are wanted.</summary>
    /// <exception cref="BrokenContractException">The file is refused as a whole; nothing of it may be used.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CheckedFile Check(Study study, SourceFile file)
    {
        var found = Read(study, file, SourceContent.OfFile(file.FullPath), FileLimits.Usual);
        var share = (double)found.RowsRejected / Math.Max(1, found.RowsRead);
        return share <= study.Checks.MaximumRejectedShare ? found : throw TooManyRejectedRows(found, study.Checks.MaximumRejectedShare);
    }

    /// <summary>The same without the limit on rejected rows, so that a person sees every problem of a file that would be refused for them.</summary>
    /// <exception cref="BrokenContractException">The file cannot be understood at all.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CheckedFile Examine(Study study, SourceFile file) => Read(study, file, SourceContent.OfFile(file.FullPath), FileLimits.Usual);

    internal static CheckedFile Read(Study study, SourceFile file, SourceContent content, FileLimits limits)
    {
        var source = file.Source;
        var stated = source is { Kind: SourceKind.Interviews, Format: SourceFormat.Auto } ? SourceFormat.Docx : source.Format;
        var format = FileGate.Admit(file.Name, content, stated, limits);
        if (format == SourceFormat.Docx && source.Kind != SourceKind.Interviews)
            throw new BrokenContractException([NotATable(file.Name)]);
        var admitted = new AdmittedFile(file, content, format);
        return format switch
        {
            SourceFormat.Docx => TranscriptReader.Read(admitted).Checked(),
            SourceFormat.Xlsx => TableReader.Check(study, admitted, new XlsxTable(file.Name, source, limits).Read(content.All())),
            SourceFormat.Sav => TableReader.Check(study, admitted, new SpssTable(file.Name, source, limits).Read(content.All())),
            _ => TableReader.Check(study, admitted, new CsvTable(file.Name, source).Read(content)),
        };
    }

    static ContractProblem NotATable(string name)
    {
        var expected = $"{Word.Of(SourceFormat.Csv)}, {Word.Of(SourceFormat.Xlsx)}, {Word.Of(SourceFormat.Sav)}";
        return new(ContractProblemKind.ContentTypeMismatch, name, Found: Word.Of(SourceFormat.Docx), Expected: expected);
    }

    /// <summary>Rejected rows by kind, so that the refusal itself says what to mend.</summary>
    static BrokenContractException TooManyRejectedRows(CheckedFile file, double maximumShare)
    {
        var kinds = file.Batches.SelectMany(batch => batch.Problems).Where(problem => problem.Rejects)
            .Select(problem => (problem.Kind, problem.Row)).Distinct()
            .CountBy(problem => problem.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{Word.Of(kind.Key)} {kind.Value}");
        return new BrokenContractException(
        [
            new ContractProblem(
                ContractProblemKind.TooManyRejectedRows,
                file.Stamp.FileName,
                Found: $"{file.RowsRejected}/{file.RowsRead}: {string.Join(", ", kinds)}",
                Expected: string.Create(CultureInfo.InvariantCulture, $"≤ {100 * maximumShare:0.##} %")),
        ]);
    }
}
