using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ImpactEval.Reporting.Finishing;

/// <summary>What a cell shows: a number, a text, or nothing.</summary>
readonly record struct CellContent(double? Number, string? Text);

/// <summary>The cells of a workbook by sheet and address.</summary>
sealed class WorkbookCells(WorkbookPart workbook)
{
    readonly Dictionary<string, WorksheetPart> parts = workbook.Workbook.Descendants<Sheet>()
        .ToDictionary(sheet => sheet.Name!.Value!, sheet => (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!), StringComparer.Ordinal);

    readonly Dictionary<string, Dictionary<string, Cell>> cellsBySheet = new(StringComparer.Ordinal);

    readonly string[] shared = workbook.SharedStringTablePart is { } table
        ? [.. table.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText)]
        : [];

    public WorksheetPart Part(string sheet) =>
        parts.TryGetValue(sheet, out var part) ? part : throw new ArgumentException($"The workbook has no sheet '{sheet}'.", nameof(sheet));

    /// <summary>What the cells of a range show, row by row.</summary>
    public IReadOnlyList<CellContent> Read(CellRange range)
    {
        var cells = CellsOf(range.Sheet);
        return [.. CellAddresses.In(range.Address).Select(address => cells.TryGetValue(address, out var cell) ? ContentOf(cell) : default)];
    }

    /// <summary>Writes the value beside the formula of a cell.</summary>
    public void Cache(CachedCell value)
    {
        if (!CellsOf(value.Sheet).TryGetValue(value.Address, out var cell) || cell.CellFormula is null)
            throw new ArgumentException($"{value.Sheet}!{value.Address} holds no formula to give a value to.", nameof(value));
        if (value.Number is { } number && !double.IsFinite(number))
            throw new ArgumentException($"The value of {value.Sheet}!{value.Address} is {number}.", nameof(value));

        cell.DataType = value.Text is null ? null : CellValues.String;
        cell.CellValue = value switch
        {
            { Text: { } text } => new CellValue(text),
            { Number: { } plain } => new CellValue(plain.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    Dictionary<string, Cell> CellsOf(string sheet)
    {
        if (!cellsBySheet.TryGetValue(sheet, out var cells))
        {
            cells = Part(sheet).Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
            cellsBySheet.Add(sheet, cells);
        }
        return cells;
    }

    CellContent ContentOf(Cell cell)
    {
        var written = cell.CellValue?.Text;
        var kind = cell.DataType?.Value ?? CellValues.Number;
        if (kind == CellValues.InlineString)
            return new CellContent(null, cell.InlineString?.InnerText);
        if (string.IsNullOrEmpty(written))
            return default;
        if (kind == CellValues.SharedString)
            return new CellContent(null, shared[int.Parse(written, CultureInfo.InvariantCulture)]);
        return kind == CellValues.Number
            ? new CellContent(double.Parse(written, CultureInfo.InvariantCulture), null)
            : new CellContent(null, written);
    }
}
