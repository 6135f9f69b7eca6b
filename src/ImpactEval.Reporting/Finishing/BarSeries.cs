using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace ImpactEval.Reporting.Finishing;

/// <summary>The pieces of a bar series, in the order the schema asks for (ECMA-376 part 1, 21.2.2.170, CT_BarSer).</summary>
static class BarSeries
{
    public static BarChartSeries Start(string name, uint index, ChartShapeProperties shape) => new(
        new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = index },
        new Order { Val = index },
        new SeriesText(new NumericValue(name)),
        shape,
        new InvertIfNegative { Val = false });

    /// <summary>The bar at this position is not drawn; the series keeps its colour for the legend.</summary>
    public static DataPoint Invisible(int position) => new(
        new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)position },
        new InvertIfNegative { Val = false },
        new Bubble3D { Val = false },
        new ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())));

    public static DataLabel NoLabel(int position) => new(
        new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)position },
        new Delete { Val = true });

    public static OpenXmlElement[] LabelContent(string format, string colour, DataLabelPositionValues place) =>
    [
        new NumberingFormat { FormatCode = format, SourceLinked = false },
        new ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
        ChartText.Properties(ChartText.LabelSize, colour),
        new DataLabelPosition { Val = place },
        new ShowLegendKey { Val = false },
        new ShowValue { Val = true },
        new ShowCategoryName { Val = false },
        new ShowSeriesName { Val = false },
        new ShowPercent { Val = false },
        new ShowBubbleSize { Val = false },
    ];

    /// <summary>Error bars of the same length at every point, without caps.</summary>
    public static ErrorBars FixedErrors(double length, double points, string colour) => new(
        new ErrorBarType { Val = ErrorBarValues.Both },
        new ErrorBarValueType { Val = ErrorValues.FixedValue },
        new NoEndCap { Val = true },
        new ErrorBarValue { Val = length },
        new ChartShapeProperties(ChartPaint.Line(colour, points)));

    /// <summary>Error bars along the value axis with distances of their own for every point.</summary>
    public static ErrorBars Errors(IEnumerable<OpenXmlElement> distances, double points, string colour, bool caps)
    {
        var given = distances.ToArray();
        var both = given.OfType<Plus>().Any() && given.OfType<Minus>().Any();
        var bars = new ErrorBars(
            new ErrorBarType { Val = both ? ErrorBarValues.Both : given is [Plus] ? ErrorBarValues.Plus : ErrorBarValues.Minus },
            new ErrorBarValueType { Val = ErrorValues.Custom },
            new NoEndCap { Val = !caps });
        bars.Append(given);
        bars.Append(new ChartShapeProperties(ChartPaint.Line(colour, points)));
        return bars;
    }
}
