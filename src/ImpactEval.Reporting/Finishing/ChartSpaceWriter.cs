using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace ImpactEval.Reporting.Finishing;

/// <summary>Writes one chart: title, plot, legend.</summary>
static class ChartSpaceWriter
{
    public static ChartSpace Write(Chart chart, WorkbookCells cells, string language)
    {
        if (chart.Series.Count == 0)
            throw new ArgumentException($"The chart '{chart.Title}' has no series.", nameof(chart));
        var series = chart.Series.Select(one => SeriesData.Read(one, cells)).ToArray();
        if (series.Any(one => one.Values.Count != series[0].Values.Count))
            throw new ArgumentException($"The series of the chart '{chart.Title}' differ in length.", nameof(chart));
        var bars = chart.Kind is ChartKind.ForestPlot or ChartKind.DotsBeforeAfter ? DotPlot.Of(chart, series) : BarPlot.Of(chart, series);

        var drawn = new DocumentFormat.OpenXml.Drawing.Charts.Chart(
            ChartText.Title(chart.Title, ChartText.TitleSize, bold: true),
            new AutoTitleDeleted { Val = false },
            new PlotArea(
                new Layout(),
                bars,
                ChartAxes.Categories(chart),
                ChartAxes.Values(chart),
                new ChartShapeProperties(new A.NoFill())));
        if (chart.Series.Count > 1)
            drawn.Append(LegendOnTop());
        drawn.Append(new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap });

        return new ChartSpace(
            new Date1904 { Val = false },
            new EditingLanguage { Val = language },
            new RoundedCorners { Val = false },
            drawn,
            new ShapeProperties(ChartPaint.Fill(ChartPaint.Background), new A.Outline(new A.NoFill())),
            ChartText.Default());
    }

    static Legend LegendOnTop() => new(
        new LegendPosition { Val = LegendPositionValues.Top },
        new Overlay { Val = false },
        ChartText.Properties(ChartText.LabelSize));
}
