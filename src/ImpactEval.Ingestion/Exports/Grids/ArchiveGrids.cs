using System.IO.Compression;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Grids;

/// <summary>Each CSV of an archive as a grid; pictures and sound beside them are left alone.</summary>
static class ArchiveGrids
{
    /// <exception cref="BrokenContractException">A member is no text, or there is no table.</exception>
    public static GridBook Read(string file, byte[] bytes) => DamagedFile.Guard(file, () =>
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        var members = archive.Entries
            .Where(entry => Path.GetExtension(entry.Name).ToLowerInvariant() is ".csv" or ".tsv"
                && !entry.FullName.Contains("media/", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(Read)
            .ToArray();
        if (members.Length == 0)
            throw new BrokenContractException([new ContractProblem(ContractProblemKind.ContentTypeMismatch, file, Found: "zip", Expected: "csv")]);
        return members[0] with { Container = GridContainer.Zip, Grids = [.. members.SelectMany(member => member.Grids)] };
    });

    static GridBook Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return CsvGrid.Read(entry.FullName, bytes.ToArray());
    }
}
