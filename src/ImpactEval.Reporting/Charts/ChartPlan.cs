using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Charts;

/// <summary>A chart before it has a place: what it shows, taken from cells of the tables.</summary>
/// <param name="Beside">The table it stands beside; null puts it below all tables of its sheet.</param>
internal sealed record ChartPlan(
    SheetKind Sheet,
    ChartKind Kind,
    LocalText Title,
    ChartAxis CategoryAxis,
    ChartAxis ValueAxis,
    IReadOnlyList<PlannedSeries> Series,
    SheetTable? Beside = null)
{
    /// <summary>The axis of rows whose names speak for themselves.</summary>
    public static ChartAxis NamedRows { get; } = new("", null, null, "General");
}

internal sealed record PlannedSeries(string Name, string Colour, IReadOnlyList<ChartPoint> Points)
{
    public bool HasIntervals => Points.All(point => point.Lower is not null && point.Upper is not null);
}

/// <summary>One value with its interval, as references to the cells it stands in.</summary>
internal sealed record ChartPoint(string Category, Cell.Formula Value, Cell.Formula? Lower = null, Cell.Formula? Upper = null)
{
    /// <summary>Longer names leave no room for the plot; what is both languages in less has both.</summary>
    const int LongestCategory = 60, LongestInBoth = 40;

    /// <returns>Null when the row shows no number: nothing is drawn for what is hidden or cannot be estimated.</returns>
    public static ChartPoint? From(SheetTable table, int row, string category, string value, string? lower = null, string? upper = null)
    {
        if (table.Reference(row, value) is not { } number)
            return null;
        var (low, high) = (lower is null ? null : table.Reference(row, lower), upper is null ? null : table.Reference(row, upper));
        return (lower is not null && low is null) || (upper is not null && high is null) ? null : new ChartPoint(Shortened(category), number, low, high);
    }

    public IEnumerable<double> Numbers => new[] { Value.Value, Lower?.Value, Upper?.Value }.OfType<double>();

    /// <summary>Both languages where they are short, else Vietnamese alone: English stands in the table.</summary>
    public static string NameOf(LocalText category) => category.Bilingual() is { Length: <= LongestInBoth } both ? both : category.Vi;

    /// <summary>Cut at a word, with an ellipsis.</summary>
    public static string Shortened(string text)
    {
        if (text.Length <= LongestCategory)
            return text;
        var end = text.LastIndexOf(' ', LongestCategory - 1);
        return text[..(end > 0 ? end : LongestCategory - 1)].TrimEnd(',', ';', '/', ' ') + "…";
    }
}
