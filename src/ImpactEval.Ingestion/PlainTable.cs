using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion;

/// <summary>One cell as a person sees it, and the number that it writes.</summary>
/// <param name="Row">The row a person sees in the sheet, from 1.</param>
/// <param name="Shown">Empty when nothing is there.</param>
/// <param name="Number">Null when the cell is empty or no number.</param>
public readonly record struct PlainCell(int Row, string Shown, double? Number);

/// <summary>A file of headings and columns that belongs to no study: read by the same readers, meaning nothing yet.</summary>
public sealed class PlainTable
{
    /// <summary>No text holds it, so that a file with one column is not cut at the commas of its numbers.</summary>
    const char NoDelimiter = '\u001F';

    readonly Table table;
    readonly TableRow[] rows;

    PlainTable(Table table)
    {
        rows = [.. table.Rows.Where(row => !row.IsBlank).Select(row => row.Held())];
        this.table = table with { Rows = rows };
        Headings = [.. table.Headings.Select(heading => heading.Trim())];
    }

    public IReadOnlyList<string> Headings { get; }

    public int Rows => rows.Length;

    public string? Encoding => table.Encoding;

    /// <summary>Null in a workbook.</summary>
    public char? Delimiter => table.Delimiter is NoDelimiter ? null : table.Delimiter;

    /// <summary>Rows whose cells do not fit under the headings, as a person sees their numbers: nobody knows which cell is which.</summary>
    public IReadOnlyList<int> RaggedRows => [.. rows.Where(row => row.IsRagged).Select(row => row.Number)];

    /// <summary>Reads delimited text, or the first sheet of a workbook.</summary>
    /// <exception cref="BrokenContractException">The file is empty, hostile, broken, or has no rows under its headings.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PlainTable Read(string path)
    {
        var (name, limits) = (Path.GetFileName(path), FileLimits.Usual);
        var content = SourceContent.OfFile(path);
        var source = Undeclared(name);
        if (FileGate.Admit(name, content, SourceFormat.Auto, limits) == SourceFormat.Xlsx)
            return new PlainTable(new XlsxTable(name, source, limits).Read(content.All()));
        var read = new CsvTable(name, source).Read(content);
        return new PlainTable(read.Headings.Count > 1 ? read : new CsvTable(name, source with { Delimiter = NoDelimiter }).Read(content));
    }

    /// <summary>The decimal mark that these columns show; a point when they show none.</summary>
    public char DecimalMarkOf(IEnumerable<int> columns) => NumberForm.Shown(table, columns).DecimalMark;

    /// <param name="column">From 0, in the order of the headings.</param>
    /// <param name="decimalMark">Holds for the whole file; an exponent (<c>1.2e-5</c>) is understood beside it.</param>
    public IReadOnlyList<PlainCell> Column(int column, char decimalMark)
    {
        var form = new NumberForm(decimalMark);
        return [.. rows.Select(row => row.At(column) is var cell
            ? new PlainCell(row.Number, cell.Shown.Trim(), form.TryReadAny(cell, out var number) ? number : null)
            : default)];
    }

    static Source Undeclared(string name) => new(
        name, new LocalText(name), SourceKind.Assessments, name, SourceFormat.Auto, Sheet: null, Encoding: null, Delimiter: null, DecimalMark: null, DateOrder: null,
        HeaderRow: 1, new ColumnMap("", null, null, null, new Dictionary<string, string>(), new Dictionary<string, string>()), [], [], null);
}
