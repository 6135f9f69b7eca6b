namespace ImpactEval.Ingestion.Gate;

/// <summary>What a file that arrives may be at most. A workbook of a real survey stays far below each.</summary>
/// <param name="Bytes">Size of the file.</param>
/// <param name="UnpackedBytes">Size of everything an archive unpacks to.</param>
/// <param name="Ratio">Unpacked to packed size of one archive entry …</param>
/// <param name="RatioFreeBytes">… that unpacks to more than this; small XML compresses well for honest reasons.</param>
/// <param name="Entries">Entries of an archive.</param>
/// <param name="Cells">Rows × columns of a sheet, as far apart as its outermost cells stand.</param>
/// <param name="Rows">Rows of a table that is looked through as a whole.</param>
/// <param name="Columns">Columns of such a table.</param>
/// <param name="CellLength">Letters in one of its cells.</param>
public sealed record FileLimits(
    long Bytes, long UnpackedBytes, int Ratio, long RatioFreeBytes, int Entries, long Cells, int Rows, int Columns, int CellLength)
{
    const long Megabyte = 1 << 20;

    /// <summary>Ratio and unpacked size stop every published archive bomb; rows and columns are those of a sheet in Excel, and a cell may hold an hour of
    /// interview; the others leave room for ten million responses in one file.</summary>
    public static FileLimits Usual { get; } = new(
        Bytes: 512 * Megabyte,
        UnpackedBytes: 1024 * Megabyte,
        Ratio: 100,
        RatioFreeBytes: 10 * Megabyte,
        Entries: 10_000,
        Cells: 50_000_000,
        Rows: 1 << 20,
        Columns: 1 << 14,
        CellLength: 1_000_000);
}
