using ImpactEval.Ingestion.Gate;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Grids;

/// <summary>Opens a file of any tool: through the gate, by the reader of its container, or refused with the one reason.</summary>
static class ExportGate
{
    static readonly Dictionary<ArchiveThreat, DefectKind> Threats = new()
    {
        [ArchiveThreat.UnsafePath] = DefectKind.UnsafePath,
        [ArchiveThreat.DuplicateEntry] = DefectKind.UnsafePath,
        [ArchiveThreat.DtdForbidden] = DefectKind.DtdForbidden,
        [ArchiveThreat.DecompressionLimit] = DefectKind.DecompressionLimit,
        [ArchiveThreat.TooManyEntries] = DefectKind.DecompressionLimit,
        [ArchiveThreat.NestedArchive] = DefectKind.DecompressionLimit,
    };

    /// <exception cref="RefusedExportException">The file may not be read.</exception>
    public static GridBook Open(string name, byte[] bytes, FileLimits limits)
    {
        if (bytes.Length == 0)
            throw new RefusedExportException(DefectKind.EmptyFile, "0");
        try
        {
            var container = ContainerOf(name, bytes, limits);
            return container switch
            {
                GridContainer.Xlsx => WorkbookGrids.Read(name, bytes, limits),
                GridContainer.Zip => ArchiveGrids.Read(name, bytes, limits),
                GridContainer.Sav => SpssGrid.Read(name, bytes, limits),
                _ => CsvGrid.Read(name, bytes, limits),
            };
        }
        catch (HostileArchiveException hostile)
        {
            throw new RefusedExportException(Threats[hostile.Threat], $"{hostile.Entry}: {hostile.Expected}") { ExpandsTo = hostile.DeclaredLength };
        }
        catch (BrokenContractException broken)
        {
            throw new RefusedExportException(KindOf(broken.Problems[0].Kind), broken.Problems[0].Found ?? "");
        }
    }

    static DefectKind KindOf(ContractProblemKind kind) => kind switch
    {
        ContractProblemKind.HostileArchive or ContractProblemKind.OutOfRange => DefectKind.DecompressionLimit,
        _ => DefectKind.ContentTypeMismatch,
    };

    static GridContainer ContainerOf(string name, byte[] bytes, FileLimits limits)
    {
        FileGate.CheckSize(name, bytes.LongLength, limits);
        var content = FirstBytes.Of(bytes);
        GridContainer? found = content switch
        {
            FileContent.Text => GridContainer.Csv,
            FileContent.Sav => GridContainer.Sav,
            FileContent.Zip => OfArchive(new ArchiveGate(name, limits).Examine(bytes)),
            _ => null,
        };
        var claimed = ClaimedBy(name);
        if (found is { } container && (claimed is null || claimed == container))
            return container;
        throw new RefusedExportException(DefectKind.ContentTypeMismatch, $"{content} ≠ {Path.GetExtension(name)}".ToLowerInvariant());
    }

    static GridContainer? OfArchive(IReadOnlyList<string> entries)
    {
        if (entries.Any(entry => entry.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            return GridContainer.Xlsx;
        return entries.Any(entry => entry.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? null : GridContainer.Zip;
    }

    static GridContainer? ClaimedBy(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".xlsx" or ".xlsm" => GridContainer.Xlsx,
        ".csv" or ".tsv" or ".txt" or ".tab" => GridContainer.Csv,
        ".zip" => GridContainer.Zip,
        ".sav" or ".zsav" => GridContainer.Sav,
        _ => null,
    };
}

/// <summary>A file that may not be read at all.</summary>
sealed class RefusedExportException(DefectKind kind, string found) : Exception($"{kind}: {found}")
{
    public DefectKind Kind { get; } = kind;

    public string Found { get; } = found;

    public long? ExpandsTo { get; init; }
}
