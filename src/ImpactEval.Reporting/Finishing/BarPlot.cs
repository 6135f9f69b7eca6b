using DocumentFormat.OpenXml.Drawing.Charts;

namespace ImpactEval.Reporting.Finishing;

/// <summary>Bars and columns from zero, side by side or end to end.</summary>
static class BarPlot
{
    const double ErrorLineWidth = 1.25;
    const ushort GapWidth = 60;

    /// <summary>More numbers than these over the bars hide what they say.</summary>
    const int MostLabels = 30;

    /// <summary>Parts narrower than this share of the axis have no room for their number.</summary>
    const double LeastLabelledShare = 0.06;

    public static BarChart Of(Chart chart, IReadOnlyList<SeriesData> series)
    {
        var stacked = chart.Kind == ChartKind.StackedBars;
        var bars = new BarChart(
            new BarDirection { Val = ChartAxes.AreBarsLying(chart.Kind) ? BarDirectionValues.Bar : BarDirectionValues.Column },
            new BarGrouping { Val = stacked ? BarGroupingValues.Stacked : BarGroupingValues.Clustered },
            new VaryColors { Val = false });
        var labelled = stacked || (series.Sum(one => one.Values.Count) <= MostLabels && !series.Any(one => one.HasErrors));
        for (var position = 0; position < series.Count; position++)
            bars.Append(SeriesOf(chart, series[position], (uint)position, labelled ? LabelFormat(chart, series) : null));
        bars.Append(
            new GapWidth { Val = GapWidth },
            new Overlap { Val = (sbyte)(stacked ? 100 : 0) },
            new AxisId { Val = ChartAxes.CategoryId },
            new AxisId { Val = ChartAxes.ValueId });
        return bars;
    }

    static BarChartSeries SeriesOf(Chart chart, SeriesData data, uint index, string? labelFormat)
    {
        var format = chart.ValueAxis.NumberFormat;
        var series = BarSeries.Start(data.Series.Name, index, new ChartShapeProperties(ChartPaint.Fill(data.Series.Colour)));
        if (labelFormat is not null)
            series.Append(LabelsOf(chart.Kind, data, labelFormat));
        if (data.HasErrors)
            series.Append(BarSeries.Errors(data.ErrorReferences(format), ErrorLineWidth, ChartPaint.DarkText, caps: true));
        series.Append(data.CategoryReference(), data.ValueReference(format));
        return series;
    }

    static DataLabels LabelsOf(ChartKind kind, SeriesData data, string format)
    {
        var inside = kind == ChartKind.StackedBars;
        var colour = inside ? ChartPaint.TextOn(data.Series.Colour) : ChartPaint.DarkText;
        return new DataLabels(BarSeries.LabelContent(format, colour, inside ? DataLabelPositionValues.Center : DataLabelPositionValues.OutsideEnd));
    }

    /// <summary>Where parts stand end to end, the number format itself leaves out those that are too narrow.</summary>
    static string LabelFormat(Chart chart, IReadOnlyList<SeriesData> series)
    {
        var format = chart.ValueAxis.NumberFormat;
        if (chart.Kind != ChartKind.StackedBars || format.Contains(';', StringComparison.Ordinal))
            return format;
        var rows = series.Max(one => one.Values.Count);
        var longest = Enumerable.Range(0, rows).Max(row => series.Sum(one => row < one.Values.Count ? Math.Abs(one.Values[row].Number ?? 0) : 0));
        return FormattableString.Invariant($"[<{LeastLabelledShare * (chart.ValueAxis.Maximum ?? longest):0.######}]\"\";{format}");
    }
}
