using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Gate;

/// <summary>What every file passes before a parser sees it: it is not empty, not too large, what its name says, and not hostile.</summary>
public static class FileGate
{
    /// <returns>The format whose reader may read the file; never <see cref="SourceFormat.Auto"/>.</returns>
    /// <param name="name">The file's name, for its extension and for messages.</param>
    /// <param name="stated">The format the study file states.</param>
    /// <exception cref="BrokenContractException">The file is refused.</exception>
    public static SourceFormat Admit(string name, byte[] bytes, SourceFormat stated, FileLimits limits) =>
        Admit(name, SourceContent.Of(bytes), stated, limits);

    internal static SourceFormat Admit(string name, SourceContent content, SourceFormat stated, FileLimits limits)
    {
        if (content.Length == 0)
            throw Refused(ContractProblemKind.FileEmpty, name, null, null);
        CheckSize(name, content.Length, limits);
        var (format, found) = ContentOf(name, content, limits);
        SourceFormat[] claimed = [.. new[] { stated, ExpectedByName(name) }.Where(claim => claim != SourceFormat.Auto)];
        if (format is { } known && claimed.All(claim => claim == known))
            return known;
        var expected = claimed.Where(claim => claim != format).Select(Word.Of).FirstOrDefault(Readable);
        throw Refused(ContractProblemKind.ContentTypeMismatch, name, found, expected);
    }

    /// <summary>Refuses a file for its size before its bytes are read.</summary>
    public static void CheckSize(string name, long length, FileLimits limits)
    {
        if (length > limits.Bytes)
            throw Refused(ContractProblemKind.OutOfRange, name, $"{length >> 20} MB", $"≤ {limits.Bytes >> 20} MB");
    }

    static readonly string Readable = string.Join(", ", Word.All<SourceFormat>().Where(word => word != Word.Of(SourceFormat.Auto)));

    static SourceFormat ExpectedByName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".xlsx" or ".xlsm" => SourceFormat.Xlsx,
        ".docx" => SourceFormat.Docx,
        ".sav" or ".zsav" => SourceFormat.Sav,
        ".csv" or ".tsv" or ".txt" => SourceFormat.Csv,
        _ => SourceFormat.Auto,
    };

    static (SourceFormat? Format, string Found) ContentOf(string name, SourceContent content, FileLimits limits)
    {
        var kind = FirstBytes.Of(content.Head());
        if (kind == FileContent.Text)
            return (SourceFormat.Csv, "text");
        if (kind == FileContent.Sav)
            return (SourceFormat.Sav, Word.Of(SourceFormat.Sav));
        if (kind != FileContent.Zip)
            return (null, Word.Of(kind));
        var entries = new ArchiveGate(name, limits).Check(content.All());
        if (entries.Any(entry => entry.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            return (SourceFormat.Xlsx, Word.Of(SourceFormat.Xlsx));
        if (entries.Any(entry => entry.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            return (SourceFormat.Docx, Word.Of(SourceFormat.Docx));
        return (null, Word.Of(kind));
    }

    static BrokenContractException Refused(ContractProblemKind kind, string name, string? found, string? expected) =>
        new([new ContractProblem(kind, name, Found: found, Expected: expected)]);
}
