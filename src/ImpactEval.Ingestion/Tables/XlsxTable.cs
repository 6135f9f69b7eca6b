using System.Text;
using ExcelDataReader;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>One sheet of a workbook as a table: hidden rows and columns are data all the same, hidden sheets only when named.</summary>
sealed class XlsxTable(string file, Source source, FileLimits limits)
{
    /// <summary>The reader asks for code page 1252 when it is set up, though no xlsx holds text in it.</summary>
    static XlsxTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    bool wasDecomposed;

    /// <exception cref="BrokenContractException">The workbook is damaged, the sheet is missing, or there are no rows.</exception>
    public Table Read(byte[] bytes) => DamagedFile.Guard(file, () =>
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        FindSheet(reader);
        if ((long)reader.RowCount * reader.FieldCount > limits.Cells)
            throw Refused(ContractProblemKind.HostileArchive, $"{reader.RowCount} × {reader.FieldCount}", $"≤ {limits.Cells}");
        var sheet = reader.Name;
        var parts = new XlsxParts(bytes);
        var table = Table.From(file, Rows(reader, parts.Errors(sheet)), source.HeaderRow);
        return table with { Sheet = sheet, CountsFrom1904 = parts.CountsFrom1904(), WasDecomposed = wasDecomposed };
    });

    /// <summary>Moves to the sheet that the source names, or to the first one that shows something.</summary>
    void FindSheet(IExcelDataReader reader)
    {
        var names = new List<string>();
        do
        {
            names.Add(reader.Name);
            var isIt = source.Sheet is { } stated
                ? FoldedText.Of(reader.Name) == FoldedText.Of(stated)
                : reader.VisibleState == "visible" && reader.RowCount > 0 && reader.FieldCount > 0;
            if (isIt)
                return;
        }
        while (reader.NextResult());
        throw source.Sheet is { } missing
            ? Refused(ContractProblemKind.SheetMissing, null, missing, NearestWord.To(missing, names))
            : Refused(ContractProblemKind.FileWithoutRows, null, null);
    }

    IEnumerable<TableRow> Rows(IExcelDataReader reader, IReadOnlyDictionary<(int Row, int Column), string> errors)
    {
        while (reader.Read())
        {
            var cells = new object?[reader.FieldCount];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = ValueOf(reader.GetValue(column) ?? errors.GetValueOrDefault((reader.Depth, column)));
            yield return new TableRow(reader.Depth + 1, cells, IsRagged: false);
        }
    }

    object? ValueOf(object? value)
    {
        var held = SheetValue.Of(value, out var decomposed);
        wasDecomposed |= decomposed;
        return held;
    }

    BrokenContractException Refused(ContractProblemKind kind, string? found, string? expected, string? nearest = null) =>
        new([new ContractProblem(kind, file, Found: found, Expected: expected, Nearest: nearest)]);
}
