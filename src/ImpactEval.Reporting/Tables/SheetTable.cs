using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tables;

/// <summary>A table at its place on a sheet: one header row, then the rows.</summary>
/// <param name="Name">Name of the Excel table; letters only.</param>
/// <param name="Caption">Stands in the row above the header when a sheet has several tables.</param>
/// <param name="HeaderRow">Row of the header as a person sees it, from 1.</param>
/// <param name="LeastRows">Rows below the header that are kept for this table, so that a chart beside it has room.</param>
internal sealed record SheetTable(
    string Sheet,
    string Name,
    LocalText? Caption,
    int HeaderRow,
    IReadOnlyList<ColumnHead> Columns,
    IReadOnlyList<IReadOnlyList<Cell>> Rows,
    int LeastRows = 0)
{
    /// <summary>Title, coverage, shorthand and note stand above the first table.</summary>
    public const int FirstHeaderRow = 5;

    /// <summary>The first table of a sheet.</summary>
    public static SheetTable Of<T>(string sheet, string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        At(FirstHeaderRow, sheet, name, null, columns, rows);

    /// <summary>The next table of the same sheet: an empty row, its caption, its header.</summary>
    public SheetTable Then<T>(string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        Then(name, Words.Both($"Table.{name}"), columns, rows);

    public SheetTable Then<T>(string name, LocalText caption, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        At(BottomRow + 3, Sheet, name, caption, columns, rows);

    /// <summary>The first table of a sheet that has several of its kind: an empty row, its caption, its header.</summary>
    public static SheetTable Captioned<T>(string sheet, string name, LocalText caption, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        At(FirstHeaderRow + 2, sheet, name, caption, columns, rows);

    /// <summary>The first row of what belongs together: the caption, or the header of a table without one.</summary>
    public int TopRow => Caption is null ? HeaderRow : HeaderRow - 1;

    public int LastRow => HeaderRow + Rows.Count;

    /// <summary>The last row that belongs to the table or to the chart beside it.</summary>
    public int BottomRow => HeaderRow + Math.Max(Rows.Count, LeastRows);

    public Cell this[int row, string column] => Rows[row][Position(column)];

    /// <summary>Address of a cell, e.g. <c>D7</c>.</summary>
    public string Address(int row, string column) => Letters(Position(column)) + Digits(HeaderRow + 1 + row);

    /// <summary>Address of a column's cells in a run of rows, e.g. <c>$D$7:$D$9</c>.</summary>
    public string Range(int firstRow, int count, string column)
    {
        var letters = Letters(Position(column));
        var first = $"${letters}${Digits(HeaderRow + 1 + firstRow)}";
        return count == 1 ? first : $"{first}:${letters}${Digits(HeaderRow + firstRow + count)}";
    }

    /// <summary>A live reference to a cell from another sheet; null when no number stands there.</summary>
    public Cell.Formula? Reference(int row, string column) => this[row, column].Shown is { } number
        ? new Cell.Formula($"{Quoted(Sheet)}!{Address(row, column)}", number)
        : null;

    /// <summary>The formula of a cell with its places filled in by addresses.</summary>
    public string Resolve(Cell.Formula formula, int row)
    {
        var text = formula.Template;
        for (var position = 0; position < Columns.Count && text.Contains('{', StringComparison.Ordinal); position++)
        {
            var code = Columns[position].Code;
            text = text
                .Replace($"{{{code}}}", Address(row, code), StringComparison.Ordinal)
                .Replace($"{{{code}:below}}", $"{Address(row + 1, code)}:{Address(Rows.Count - 1, code)}", StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>Lines of text the header takes in columns of these widths.</summary>
    public int HeaderLines(IReadOnlyList<double> widths) =>
        Enumerable.Range(0, Columns.Count).Max(column => TextMeasure.Lines(Columns[column].Heading, widths[column], IsIndented(column), bold: true));

    /// <summary>Lines of text the fullest cell of a row takes.</summary>
    public int Lines(int row, IReadOnlyList<double> widths) =>
        Enumerable.Range(0, Columns.Count).Max(column => Rows[row][column].Written is { } text ? TextMeasure.Lines(text, widths[column], IsIndented(column)) : 1);

    /// <summary>Texts inside a table keep a little away from the numbers on their left.</summary>
    public bool IsIndented(int column) => column > 0 && Columns[column].Format == CellFormat.Text;

    public static string Letters(int position) =>
        (position >= 26 ? Letters(position / 26 - 1) : "") + (char)('A' + position % 26);

    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    static SheetTable At<T>(int headerRow, string sheet, string name, LocalText? caption, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        List<IReadOnlyList<Cell>> cells = [.. rows.Select(row => (IReadOnlyList<Cell>)[.. columns.Select(column => column.CellOf(row))])];
        if (cells.Count == 0)
            cells.Add([.. columns.Select((_, position) => position == 0 ? new Cell.Text(Words.Both("Text.NoRows").Bilingual()) : Cell.NotApplicable)]);
        return new SheetTable(sheet, name, caption, headerRow, [.. columns.Select(column => column.Head)], cells);
    }

    int Position(string column)
    {
        for (var position = 0; position < Columns.Count; position++)
        {
            if (Columns[position].Code == column)
                return position;
        }
        throw new ArgumentException($"Table {Name} has no column {column}.", nameof(column));
    }

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
