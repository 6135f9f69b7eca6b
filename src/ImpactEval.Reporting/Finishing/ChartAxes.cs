using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace ImpactEval.Reporting.Finishing;

/// <summary>The two axes of a chart. Bars lie except in <see cref="ChartKind.ClusteredColumns"/>; then the first row is on top.</summary>
static class ChartAxes
{
    public const uint CategoryId = 1, ValueId = 2;

    const double AxisWidth = 1, GridWidth = 0.75;

    public static bool AreBarsLying(ChartKind kind) => kind != ChartKind.ClusteredColumns;

    /// <summary>The line of the category axis is the zero line; its labels stand at the edge, so that no bar or interval crosses them.</summary>
    public static CategoryAxis Categories(Chart chart)
    {
        var lying = AreBarsLying(chart.Kind);
        var axis = new CategoryAxis(
            new AxisId { Val = CategoryId },
            new Scaling(new Orientation { Val = lying ? OrientationValues.MaxMin : OrientationValues.MinMax }),
            new Delete { Val = false },
            new AxisPosition { Val = lying ? AxisPositionValues.Left : AxisPositionValues.Bottom });
        AppendTitle(axis, chart.CategoryAxis, upright: lying);
        axis.Append(
            new NumberingFormat { FormatCode = "General", SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.Low },
            new ChartShapeProperties(ChartPaint.Line(ChartPaint.Axis, AxisWidth)),
            ChartText.Properties(ChartText.LabelSize),
            new CrossingAxis { Val = ValueId },
            new Crosses { Val = CrossesValues.AutoZero },
            new AutoLabeled { Val = true },
            new LabelAlignment { Val = LabelAlignmentValues.Center },
            new LabelOffset { Val = 100 },
            new NoMultiLevelLabels { Val = true });
        return axis;
    }

    public static ValueAxis Values(Chart chart)
    {
        var lying = AreBarsLying(chart.Kind);
        var axis = new ValueAxis(
            new AxisId { Val = ValueId },
            ScalingOf(chart.ValueAxis),
            new Delete { Val = false },
            new AxisPosition { Val = lying ? AxisPositionValues.Bottom : AxisPositionValues.Left },
            new MajorGridlines(new ChartShapeProperties(ChartPaint.Line(ChartPaint.Grid, GridWidth))));
        AppendTitle(axis, chart.ValueAxis, upright: !lying);
        axis.Append(
            new NumberingFormat { FormatCode = chart.ValueAxis.NumberFormat, SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            new ChartShapeProperties(new A.Outline(new A.NoFill())),
            ChartText.Properties(ChartText.LabelSize),
            new CrossingAxis { Val = CategoryId },
            // The categories count downwards, so their end is at the bottom.
            new Crosses { Val = lying ? CrossesValues.Maximum : CrossesValues.AutoZero },
            new CrossBetween { Val = CrossBetweenValues.Between });
        if (AxisStep.Between(chart.ValueAxis.Minimum, chart.ValueAxis.Maximum) is { } step)
            axis.Append(new MajorUnit { Val = step });
        return axis;
    }

    static Scaling ScalingOf(ChartAxis axis)
    {
        var scaling = new Scaling(new Orientation { Val = OrientationValues.MinMax });
        if (axis.Maximum is { } maximum)
            scaling.Append(new MaxAxisValue { Val = maximum });
        if (axis.Minimum is { } minimum)
            scaling.Append(new MinAxisValue { Val = minimum });
        return scaling;
    }

    static void AppendTitle(OpenXmlCompositeElement axis, ChartAxis named, bool upright)
    {
        if (named.Title.Length > 0)
            axis.Append(ChartText.Title(named.Title, ChartText.LabelSize, bold: false, upright));
    }
}
