namespace ImpactEval.Reporting.Finishing;

/// <summary>The forms a chart can take; each answers one question of the report.</summary>
public enum ChartKind
{
    /// <summary>How large, and how sure: one marker with its interval per row, first row on top, zero as the line to compare with.</summary>
    ForestPlot,
    /// <summary>From where to where: one marker per series in each row, nothing drawn between rows.</summary>
    DotsBeforeAfter,
    ClusteredColumns,
    ClusteredBars,
    /// <summary>How a whole divides: the series of a row stand end to end.</summary>
    StackedBars,
}

/// <summary>Cells of a sheet, e.g. <c>Kết quả học tập</c>, <c>$C$6:$C$13</c>: one row or one column.</summary>
public sealed record CellRange(string Sheet, string Address);

/// <summary>One series of a chart, drawn from cells.</summary>
/// <param name="Values">Numbers; nothing is drawn where a cell is empty or holds text, such as the sign for a number that may not be told.</param>
/// <param name="ErrorPlus">Distances from the value up to the upper limit.</param>
/// <param name="ErrorMinus">
/// Distances from the value down to the lower limit. In <see cref="ChartKind.DotsBeforeAfter"/> the change, given to the later series,
/// draws the line back to the earlier marker.
/// </param>
/// <param name="Colour">RRGGBB.</param>
public sealed record ChartSeries(string Name, CellRange Categories, CellRange Values, CellRange? ErrorPlus, CellRange? ErrorMinus, string Colour);

/// <param name="Title">With the unit; empty when the categories speak for themselves.</param>
/// <param name="Minimum">Null lets the program that shows the chart choose.</param>
public sealed record ChartAxis(string Title, double? Minimum, double? Maximum, string NumberFormat);

/// <summary>A native chart on a sheet, from the corner of one cell to the corner of another (both counted from zero).</summary>
/// <param name="Title">The finding as a sentence; lines after the first repeat it in other languages.</param>
/// <param name="AltText">The finding and the number of points, for those who do not see the chart.</param>
public sealed record Chart(
    string Sheet,
    ChartKind Kind,
    string Title,
    string AltText,
    int FromColumn,
    int FromRow,
    int ToColumn,
    int ToRow,
    ChartAxis CategoryAxis,
    ChartAxis ValueAxis,
    IReadOnlyList<ChartSeries> Series);
