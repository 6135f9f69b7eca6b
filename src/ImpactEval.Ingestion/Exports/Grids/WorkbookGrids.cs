using System.Text;
using ExcelDataReader;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Grids;

/// <summary>Every sheet of a workbook as a grid, hidden ones too, with what is hidden and merged in it.</summary>
static class WorkbookGrids
{
    /// <summary>The reader asks for code page 1252 when it is set up, though no xlsx holds text in it.</summary>
    static WorkbookGrids() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="BrokenContractException">The workbook is damaged, or a sheet is too large.</exception>
    public static GridBook Read(string file, byte[] bytes, FileLimits limits) => DamagedFile.Guard(file, () =>
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        var parts = new XlsxParts(bytes);
        var grids = new List<Grid>();
        do
        {
            if ((long)reader.RowCount * reader.FieldCount > limits.Cells)
                throw TooLarge(file, reader, limits);
            grids.Add(SheetOf(reader, parts.Errors(reader.Name)));
        }
        while (reader.NextResult());
        return new GridBook(GridContainer.Xlsx, grids) { CountsFrom1904 = parts.CountsFrom1904() };
    });

    static Grid SheetOf(IExcelDataReader reader, IReadOnlyDictionary<(int Row, int Column), string> errors)
    {
        var rows = new List<TableRow>();
        var (hidden, decomposed) = (new HashSet<int>(), new HashSet<int>());
        while (reader.Read())
        {
            var number = reader.Depth + 1;
            var cells = new object?[reader.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                var value = SheetValue.Of(reader.GetValue(column) ?? errors.GetValueOrDefault((reader.Depth, column)), out var wasDecomposed);
                cells[column] = value;
                if (wasDecomposed)
                    decomposed.Add(number);
            }
            if (reader.RowHeight == 0)
                hidden.Add(number);
            rows.Add(new TableRow(number, cells, IsRagged: false));
        }
        return new Grid(reader.Name, rows)
        {
            IsHidden = reader.VisibleState != "visible",
            HiddenRows = hidden,
            HiddenColumns = Enumerable.Range(0, reader.FieldCount).Where(column => reader.GetColumnWidth(column) == 0).ToHashSet(),
            Merges = [.. (reader.MergeCells ?? [])
                .Select(merge => new MergedCells(merge.FromRow + 1, merge.ToRow + 1, merge.FromColumn, merge.ToColumn))],
            DecomposedRows = decomposed,
        };
    }

    static BrokenContractException TooLarge(string file, IExcelDataReader reader, FileLimits limits) =>
        new([new ContractProblem(ContractProblemKind.HostileArchive, file, Found: $"{reader.RowCount} × {reader.FieldCount}",
            Expected: $"≤ {limits.Cells}")]);
}
