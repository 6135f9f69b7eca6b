namespace ImpactEval.Ingestion.Tables;

/// <summary>A row of a table. One that is read from a stream holds only until the next is read.</summary>
interface IRow
{
    /// <summary>The row a person sees in the sheet, from 1.</summary>
    int Number { get; }

    /// <summary>Cells of the row; there may be more headings, or fewer.</summary>
    int Width { get; }

    bool IsBlank { get; }

    /// <summary>The row has fewer cells than there are headings, or more.</summary>
    bool IsRagged { get; }

    /// <summary>Bytes that mean nothing in the file's encoding stand in a cell as <see cref="Language.UnreadableBytes.Mark"/>.</summary>
    bool IsUnreadable { get; }

    /// <summary>The cell under a heading; a row that ends before it has none there.</summary>
    Cell At(int column);

    /// <summary>The cell's number when a single digit is all it holds, as most scores are; else −1, which says nothing of the cell.</summary>
    int DigitAt(int column);
}

static class Rows
{
    public static IEnumerable<Cell> Cells(this IRow row) => Enumerable.Range(0, row.Width).Select(row.At);

    /// <summary>The row with texts of its own, to be kept.</summary>
    public static TableRow Held(this IRow row) =>
        row as TableRow ?? new TableRow(row.Number, [.. row.Cells().Select(cell => (object?)(cell.IsEmpty ? null : cell.Shown))], row.IsRagged);

    /// <summary>Delimiters after the last column are forgiven; a row that ends early is not, since nobody knows which cell is missing.</summary>
    public static bool Fits(this IRow row, int headings)
    {
        for (var column = headings; column < row.Width; column++)
        {
            if (!row.At(column).IsEmpty)
                return false;
        }
        return row.Width >= headings;
    }
}
