using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <param name="Number">The row a person sees in the sheet, from 1.</param>
/// <param name="Values">What the reader holds for each cell, which takes a third of the room of the cells themselves.</param>
/// <param name="IsRagged">The row has fewer cells than there are headings, or more.</param>
sealed record TableRow(int Number, object?[] Values, bool IsRagged)
{
    public bool IsBlank { get; } = Array.TrueForAll(Values, static value => Cell.Of(value).IsEmpty);

    public IEnumerable<Cell> Cells => Values.Select(Cell.Of);

    /// <summary>The cell under a heading; a row that ends before it has none there.</summary>
    public Cell At(int column) => column < Values.Length ? Cell.Of(Values[column]) : default;
}

/// <summary>Headings and the rows under them, whichever format they came in, with what was assumed on the way.</summary>
sealed record Table(IReadOnlyList<string> Headings, IReadOnlyList<TableRow> Rows)
{
    /// <summary>What the file says beside each heading, where it says more: the label of a variable, empty without one.</summary>
    public IReadOnlyList<string> HeadingLabels { get; init; } = [];

    public string? Encoding { get; init; }

    public char? Delimiter { get; init; }

    public string? Sheet { get; init; }

    /// <summary>Serial numbers of days count from 1904, as old Macintosh workbooks do.</summary>
    public bool CountsFrom1904 { get; init; }

    public bool WasDecomposed { get; init; }

    /// <summary>Some bytes mean nothing in the encoding; they stand in the cells as <see cref="Language.UnreadableBytes.Mark"/>.</summary>
    public bool HasUnreadableText { get; init; }

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
                below.Add(row with { IsRagged = row.IsRagged && !Fits(row, headings.Length) });
        }
        while (below.Count > 0 && below[^1].IsBlank)
            below.RemoveAt(below.Count - 1);
        return headings is not null && below.Count > 0
            ? new Table(headings, below)
            : throw new BrokenContractException([new ContractProblem(ContractProblemKind.FileWithoutRows, file, headerRow)]);
    }

    /// <summary>Delimiters after the last column are forgiven; a row that ends early is not, since nobody knows which cell is missing.</summary>
    static bool Fits(TableRow row, int headings) =>
        row.Values.Length >= headings && row.Cells.Skip(headings).All(cell => cell.IsEmpty);
}
