using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace ImpactEval.Reporting.Finishing;

/// <summary>
/// Markers with intervals beside names that can be read: lying bars that are not drawn give the rows and their names, thick short error bars
/// are the markers and thin ones the intervals. Scatter charts have no names for rows, and bars mixed with scatter open in Excel only.
/// </summary>
static class DotPlot
{
    const double MarkerHeight = 7, DistanceWidth = 1.5;

    /// <summary>Half the width of a marker as a share of the axis.</summary>
    const double HalfMarker = 0.006;

    const ushort GapWidth = 50;

    public static BarChart Of(Chart chart, IReadOnlyList<SeriesData> series)
    {
        if (chart.Kind == ChartKind.ForestPlot && series.Count > 1)
            throw new ArgumentException($"The forest plot '{chart.Title}' has {series.Count} series; each estimate needs its own row.", nameof(chart));

        var half = HalfMarker * AxisLength(chart, series);
        var layers = new List<BarChartSeries>();
        foreach (var one in series.Where(one => one.HasErrors))
            layers.Add(Layer(one, (uint)layers.Count, Distances(one, chart), chart, named: null));
        foreach (var one in series)
            layers.Add(Layer(one, (uint)layers.Count, Marker(one, half), chart, one.Series, series.Count > 1 ? Labels(one, series, chart) : null));

        var bars = new BarChart(
            new BarDirection { Val = BarDirectionValues.Bar },
            new BarGrouping { Val = BarGroupingValues.Clustered },
            new VaryColors { Val = false });
        bars.Append(layers);
        bars.Append(
            new GapWidth { Val = GapWidth },
            new Overlap { Val = 100 },
            new AxisId { Val = ChartAxes.CategoryId },
            new AxisId { Val = ChartAxes.ValueId });
        return bars;
    }

    /// <param name="named">Null for lines that belong to the markers of another layer.</param>
    static BarChartSeries Layer(SeriesData data, uint index, ErrorBars drawn, Chart chart, ChartSeries? named, DataLabels? labels = null)
    {
        var key = named is null ? new ChartShapeProperties(new A.NoFill()) : new ChartShapeProperties(ChartPaint.Fill(named.Colour));
        // Without a name programs make one up; a blank leaves no trace in the legend.
        var series = BarSeries.Start(named?.Name ?? " ", index, key);
        series.Append(Enumerable.Range(0, data.Values.Count).Select(BarSeries.Invisible));
        if (labels is not null)
            series.Append(labels);
        series.Append(drawn, data.CategoryReference(), data.ValueReference(chart.ValueAxis.NumberFormat));
        return series;
    }

    /// <summary>The interval of an estimate ends in caps; the way between two markers is a plain line.</summary>
    static ErrorBars Distances(SeriesData data, Chart chart) => BarSeries.Errors(
        data.ErrorReferences(chart.ValueAxis.NumberFormat),
        DistanceWidth,
        chart.Kind == ChartKind.ForestPlot ? data.Series.Colour : ChartPaint.Connector,
        caps: chart.Kind == ChartKind.ForestPlot);

    static ErrorBars Marker(SeriesData data, double half) => BarSeries.FixedErrors(half, MarkerHeight, data.Series.Colour);

    /// <summary>The lowest marker of a row has its number on the left, the highest on the right; what lies between has none.</summary>
    static DataLabels Labels(SeriesData data, IReadOnlyList<SeriesData> all, Chart chart)
    {
        var format = $"\"  \"{chart.ValueAxis.NumberFormat}\"  \"";
        var labels = new DataLabels();
        for (var position = 0; position < data.Values.Count; position++)
        {
            var row = all.Select(one => one.Values[position].Number).ToArray();
            var place = data.Values[position].Number switch
            {
                null => (DataLabelPositionValues?)null,
                { } number when number == row.Max() && Array.LastIndexOf(row, number) == IndexOf(all, data) => DataLabelPositionValues.OutsideEnd,
                { } number when number == row.Min() && Array.IndexOf(row, number) == IndexOf(all, data) => DataLabelPositionValues.InsideEnd,
                _ => null,
            };
            labels.Append(place is { } side ? Label(position, format, side) : BarSeries.NoLabel(position));
        }
        labels.Append(BarSeries.LabelContent(format, ChartPaint.DarkText, DataLabelPositionValues.OutsideEnd));
        return labels;
    }

    static DataLabel Label(int position, string format, DataLabelPositionValues side)
    {
        var label = new DataLabel(new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)position });
        label.Append(BarSeries.LabelContent(format, ChartPaint.DarkText, side));
        return label;
    }

    static int IndexOf(IReadOnlyList<SeriesData> all, SeriesData one) => all.TakeWhile(other => !ReferenceEquals(other, one)).Count();

    /// <summary>The length of the value axis, from the numbers themselves where the caller leaves it open.</summary>
    static double AxisLength(Chart chart, IReadOnlyList<SeriesData> series)
    {
        var numbers = series.SelectMany(one => one.Values).Select(value => value.Number ?? 0).Append(0).ToArray();
        return (chart.ValueAxis.Maximum ?? numbers.Max()) - (chart.ValueAxis.Minimum ?? numbers.Min());
    }
}
