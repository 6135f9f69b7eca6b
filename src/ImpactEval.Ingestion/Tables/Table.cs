using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>A row that is kept.</summary>
/// <param name="Values">What the reader holds for each cell, which takes a third of the room of the cells themselves.</param>
sealed record TableRow(int Number, object?[] Values, bool IsRagged) : IRow
{
    public int Width => Values.Length;

    public bool IsBlank { get; } = Array.TrueForAll(Values, static value => Cell.Of(value).IsEmpty);

    public bool IsUnreadable => false;

    public IEnumerable<Cell> Cells => Values.Select(Cell.Of);

    public Cell At(int column) => column < Values.Length ? Cell.Of(Values[column]) : default;

    public int DigitAt(int column) => -1;
}

/// <summary>
/// Headings and the rows under them, whichever format they came in, with what was assumed on the way. Rows may be read from the file each time
/// they are gone through: then one holds only until the next.
/// </summary>
sealed record Table(IReadOnlyList<string> Headings, IEnumerable<IRow> Rows)
{
    /// <summary>What the file says beside each heading, where it says more: the label of a variable, empty without one.</summary>
    public IReadOnlyList<string> HeadingLabels { get; init; } = [];

    public string? Encoding { get; init; }

    public char? Delimiter { get; init; }

    public string? Sheet { get; init; }

    /// <summary>Serial numbers of days count from 1904, as old Macintosh workbooks do.</summary>
    public bool CountsFrom1904 { get; init; }

    public bool WasDecomposed { get; init; }

    /// <summary>Takes the headings from their row and the rows after it; blank rows at the end are no rows.</summary>
    /// <exception cref="BrokenContractException">There is no row under the headings.</exception>
    public static Table From(string file, IEnumerable<TableRow> rows, int headerRow)
    {
        string[]? headings = null;
        var below = new List<TableRow>();
        foreach (var row in rows)
        {
            if (row.Number == headerRow)
                headings = [.. row.Cells.Select(cell => cell.Shown)];
            else if (row.Number > headerRow && headings is not null)
                below.Add(row with { IsRagged = row.IsRagged && !row.Fits(headings.Length) });
        }
        while (below.Count > 0 && below[^1].IsBlank)
            below.RemoveAt(below.Count - 1);
        return headings is not null && below.Count > 0 ? new Table(headings, below) : throw WithoutRows(file, headerRow);
    }

    public static BrokenContractException WithoutRows(string file, int headerRow) =>
        new([new ContractProblem(ContractProblemKind.FileWithoutRows, file, headerRow)]);
}
