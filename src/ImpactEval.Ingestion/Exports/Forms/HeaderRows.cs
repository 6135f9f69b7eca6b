using System.Buffers;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>Where the headings of a grid stand and what they say.</summary>
/// <param name="First">Number of the first row of headings.</param>
/// <param name="Last">Number of the last one; the data begin after it.</param>
/// <param name="IsMerged">Headings span several rows or merged cells.</param>
sealed record HeaderRows(int First, int Last, IReadOnlyList<string> Headings, bool IsMerged)
{
    /// <summary>Titles stand above the headings, not a page of text.</summary>
    const int RowsLookedAt = 40;

    /// <summary>A row with this share of the usual number of cells is as wide as the table.</summary>
    const double WideEnough = 0.6;

    static readonly SearchValues<char> MarksOfNumbers = SearchValues.Create("0123456789.,-+/: ");

    /// <summary>The first row as wide as the table that holds words and no numbers; null when the grid is blank.</summary>
    public static HeaderRows? Find(Grid grid)
    {
        var filled = grid.Rows.Where(row => !row.IsBlank).ToArray();
        if (filled.Length == 0)
            return null;
        var least = Math.Max(Math.Min(2, filled.Max(Filled)), (int)Math.Ceiling(WideEnough * UsualWidth(filled)));
        var first = filled.Take(RowsLookedAt).FirstOrDefault(row => Filled(row) >= least && HoldsWords(row)) ?? filled[0];
        return Of(grid, first);
    }

    /// <summary>Headings from a row that is known to be the first of them.</summary>
    public static HeaderRows Of(Grid grid, TableRow first)
    {
        var merged = grid.Merges.Where(merge => merge.FirstRow == first.Number).ToArray();
        var below = grid.Rows.FirstOrDefault(row => row.Number == first.Number + 1);
        var isSpanned = merged.Any(merge => merge.LastRow > merge.FirstRow) || (merged.Any(merge => merge.LastColumn > merge.FirstColumn)
            && below is not null && HoldsWords(below));
        var isNested = isSpanned || (grid.Merges.Count == 0 && below is not null && FillsGaps(first, below));
        if (!isNested || below is null)
            return new HeaderRows(first.Number, first.Number, Trimmed(grid, first, null, []), merged.Length > 0 && isSpanned);
        return new HeaderRows(first.Number, below.Number, Trimmed(grid, first, below, merged), IsMerged: true);
    }

    static int Filled(TableRow row) => row.Cells.Count(cell => !cell.IsEmpty);

    static double UsualWidth(TableRow[] rows)
    {
        var widths = rows.Take(500).Select(Filled).Order().ToArray();
        return widths[widths.Length / 2];
    }

    static bool HoldsWords(TableRow row)
    {
        var cells = row.Cells.Where(cell => !cell.IsEmpty).ToArray();
        var words = cells.Count(cell => cell.Kind == CellKind.Text && !LooksLikeValue(cell.Shown));
        return words * 10 >= cells.Length * 8;
    }

    static bool LooksLikeValue(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length > 0 && (char.IsAsciiDigit(trimmed[0]) || trimmed[0] is '-' or '+') && !trimmed.ContainsAnyExcept(MarksOfNumbers);
    }

    /// <summary>A second row of headings in a text file: it stands only under gaps and groups of the first, never at the left edge.</summary>
    static bool FillsGaps(TableRow first, TableRow below)
    {
        if (!below.At(0).IsEmpty || below.IsBlank || !HoldsWords(below))
            return false;
        var gaps = Enumerable.Range(1, Math.Max(0, first.Values.Length - 1)).Where(column => first.At(column).IsEmpty).ToArray();
        return gaps.Length > 0 && gaps.All(column => !below.At(column).IsEmpty) && Filled(below) <= 2 * gaps.Length + 1;
    }

    static string[] Trimmed(Grid grid, TableRow first, TableRow? below, MergedCells[] merged)
    {
        var width = Math.Max(LastFilled(first), below is null ? 0 : LastFilled(below));
        width = grid.HasRaggedRows
            ? Math.Max(width, first.Values.Length)
            : Math.Max(width, grid.Rows.Where(row => row.Number > first.Number).Select(LastFilled).DefaultIfEmpty(0).Max());
        var headings = new string[width];
        for (var column = 0; column < width; column++)
            headings[column] = Joined(Upper(first, column, merged, below is not null), below?.At(column).Shown ?? "");
        return headings;
    }

    static int LastFilled(TableRow row)
    {
        var last = row.Values.Length;
        while (last > 0 && row.At(last - 1).IsEmpty)
            last--;
        return last;
    }

    /// <summary>The heading over a column; under a group it is the group's, which stands at the group's left.</summary>
    static string Upper(TableRow first, int column, MergedCells[] merged, bool hasGroups)
    {
        if (!first.At(column).IsEmpty || !hasGroups)
            return first.At(column).Shown;
        var group = merged.FirstOrDefault(merge => merge.FirstColumn < column && column <= merge.LastColumn);
        if (merged.Length > 0)
            return group.LastColumn > 0 ? first.At(group.FirstColumn).Shown : "";
        var left = column;
        while (left > 0 && first.At(left).IsEmpty)
            left--;
        return first.At(left).Shown;
    }

    static string Joined(string upper, string lower) => (upper, lower) switch
    {
        (_, "") => upper,
        ("", _) => lower,
        _ when upper == lower => upper,
        _ => $"{upper} {lower}",
    };
}
