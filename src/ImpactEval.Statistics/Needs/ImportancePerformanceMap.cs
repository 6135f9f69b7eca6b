namespace ImpactEval.Statistics.Needs;

/// <summary>The four fields of the map; an item on a line belongs to the higher side.</summary>
public enum ImportancePerformanceQuadrant
{
    /// <summary>Important and weak: train here first.</summary>
    ConcentrateHere,
    /// <summary>Important and strong.</summary>
    KeepUp,
    /// <summary>Unimportant and weak.</summary>
    LowPriority,
    /// <summary>Unimportant and strong.</summary>
    PossibleOverkill,
}

/// <summary>Where the two lines of the map cross, in points of the scales.</summary>
public sealed record Crosshair(double Importance, double Performance)
{
    /// <summary>At the means over items of the item means.</summary>
    public static Crosshair AtGrandMeans(Sample importance, Sample performance)
    {
        ArgumentNullException.ThrowIfNull(importance);
        ArgumentNullException.ThrowIfNull(performance);
        return new(BorichScore.Mean(importance), BorichScore.Mean(performance));
    }

    public ImportancePerformanceQuadrant QuadrantOf(double importance, double performance) => (importance >= Importance, performance >= Performance) switch
    {
        (true, false) => ImportancePerformanceQuadrant.ConcentrateHere,
        (true, true) => ImportancePerformanceQuadrant.KeepUp,
        (false, false) => ImportancePerformanceQuadrant.LowPriority,
        (false, true) => ImportancePerformanceQuadrant.PossibleOverkill,
    };
}

/// <summary>One item on the map.</summary>
/// <param name="Gap">
/// Importance − performance in points: positive lies above the iso-priority diagonal of Slack (1994), where importance exceeds performance.
/// </param>
public sealed record MapItem(double Importance, double Performance, double Gap, ImportancePerformanceQuadrant Quadrant);

/// <summary>Items by mean importance and mean performance.</summary>
/// <remarks>
/// Martilla, James (1977), Importance–performance analysis, Journal of Marketing 41(1), 77–79; the diagonal: Slack (1994), The
/// importance–performance matrix as a determinant of improvement priority, Int. J. Operations &amp; Production Management 14(5), 59–75.
/// </remarks>
public sealed record ImportancePerformanceMap(Crosshair Crosshair, IReadOnlyList<MapItem> Items)
{
    /// <summary>With the lines at the grand means: half of the items will always look weak.</summary>
    /// <param name="importance">Mean importance of each item.</param>
    /// <param name="performance">Mean performance of each item on the same scale, in the same order; at least two items.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two items: there is nothing to compare.</exception>
    public static ImportancePerformanceMap Of(Sample importance, Sample performance)
    {
        ArgumentNullException.ThrowIfNull(importance);
        ArgumentNullException.ThrowIfNull(performance);
        return importance.Size < 2
            ? throw new NotEstimableException(NotEstimableReason.TooFewItems)
            : Of(importance, performance, Crosshair.AtGrandMeans(importance, performance));
    }

    /// <summary>With the lines where the caller wants them, such as the middle of the scale or a target.</summary>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    public static ImportancePerformanceMap Of(Sample importance, Sample performance, Crosshair crosshair)
    {
        ArgumentNullException.ThrowIfNull(importance);
        ArgumentNullException.ThrowIfNull(performance);
        ArgumentNullException.ThrowIfNull(crosshair);
        if (performance.Size != importance.Size)
            throw new ArgumentException($"{performance.Size} items with performance for {importance.Size} with importance.", nameof(performance));
        var items = new MapItem[importance.Size];
        for (var i = 0; i < items.Length; i++)
        {
            var (x, y) = (importance.Values[i], performance.Values[i]);
            items[i] = new(x, y, x - y, crosshair.QuadrantOf(x, y));
        }
        return new(crosshair, items);
    }
}
