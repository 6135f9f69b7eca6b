namespace ImpactEval.Reporting;

/// <summary>
/// A4 landscape, one page wide: how small a sheet is printed, how much of it a page holds, and where pages begin. Sizes are in points.
/// Pages are planned here since no program asked to fit the width keeps a chart in one piece by itself.
/// </summary>
internal static class Paper
{
    /// <summary>1.5 cm in inches; header and footer stand half way.</summary>
    public const double Margin = 0.59, Edge = 0.3;

    const double PointsPerInch = 72, Width = 11.69, Height = 8.27;

    /// <summary>A column of w digits is 7w + 5 pixels wide, at 96 pixels per inch, in the workbook's own type (ECMA-376 part 1, 18.3.1.13).</summary>
    const double DigitPixels = 7, SidePixels = 5, PixelsPerInch = 96;

    /// <summary>Programs round the scale down to a whole per cent and row heights to whole pixels.</summary>
    const double Spare = 0.98;

    /// <summary>The share (0–1] of its size at which a sheet fits the width of the page.</summary>
    public static double Scale(IEnumerable<double> columnWidths) =>
        Math.Min(1, (Width - 2 * Margin) * PixelsPerInch / columnWidths.Sum(width => DigitPixels * width + SidePixels));

    /// <summary>Height of the rows that one page holds at this scale.</summary>
    public static double Room(double scale) => (Height - 2 * Margin) * PointsPerInch / scale * Spare;

    /// <param name="heights">Heights of all rows from the first.</param>
    /// <param name="repeated">Height of the rows that every later page begins with.</param>
    /// <param name="whole">First and last rows (from 1) of what no page border may cross, if it fits a page at all.</param>
    /// <returns>The rows (from 1) that end a page before the last.</returns>
    public static IReadOnlyList<int> PageEnds(IReadOnlyList<double> heights, double room, double repeated, IReadOnlyCollection<(int First, int Last)> whole)
    {
        var ends = new List<int>();
        var (top, used) = (1, 0.0);
        for (var row = 1; row <= heights.Count; row++)
        {
            used += heights[row - 1];
            if (used <= room || row == top)
                continue;
            var next = BeginningOf(row, whole);
            row = top = next > top ? next : row;
            ends.Add(top - 1);
            used = repeated + heights[top - 1];
        }
        return ends;
    }

    /// <summary>The first row of everything that a border above <paramref name="row"/> would cut.</summary>
    static int BeginningOf(int row, IReadOnlyCollection<(int First, int Last)> whole)
    {
        while (whole.Where(part => part.First < row && row <= part.Last).Select(part => (int?)part.First).Min() is { } first)
            row = first;
        return row;
    }
}
