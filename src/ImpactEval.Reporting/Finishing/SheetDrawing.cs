using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ImpactEval.Reporting.Finishing;

/// <summary>The drawing of a sheet: places its charts over the cells and tells screen readers what they show.</summary>
static class SheetDrawing
{
    const string ChartContent = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    public static void Add(WorksheetPart sheet, IReadOnlyList<Chart> charts, WorkbookCells cells, string language)
    {
        var drawing = DrawingOf(sheet);
        var taken = (uint)drawing.WorksheetDrawing.Elements<TwoCellAnchor>().Count();
        for (var position = 0; position < charts.Count; position++)
        {
            var number = taken + (uint)position + 1;
            var relation = string.Create(CultureInfo.InvariantCulture, $"chart{number}");
            var part = drawing.AddNewPart<ChartPart>(relation);
            part.ChartSpace = ChartSpaceWriter.Write(charts[position], cells, language);
            drawing.WorksheetDrawing.Append(Anchor(charts[position], number, relation));
        }
    }

    static DrawingsPart DrawingOf(WorksheetPart sheet)
    {
        if (sheet.DrawingsPart is { } present)
            return present;
        var part = sheet.AddNewPart<DrawingsPart>("drawing");
        part.WorksheetDrawing = new WorksheetDrawing();
        part.WorksheetDrawing.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        sheet.Worksheet.AddChild(new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = "drawing" });
        return part;
    }

    static TwoCellAnchor Anchor(Chart chart, uint number, string relation) => new(
        new FromMarker(Cell(chart.FromColumn, chart.FromRow)),
        new ToMarker(Cell(chart.ToColumn, chart.ToRow)),
        Frame(chart, number, relation),
        new ClientData())
    {
        EditAs = EditAsValues.OneCell,
    };

    static OpenXmlElement[] Cell(int column, int row) =>
    [
        new ColumnId(column.ToString(CultureInfo.InvariantCulture)),
        new ColumnOffset("0"),
        new RowId(row.ToString(CultureInfo.InvariantCulture)),
        new RowOffset("0"),
    ];

    static GraphicFrame Frame(Chart chart, uint number, string relation) => new(
        new NonVisualGraphicFrameProperties(
            new NonVisualDrawingProperties
            {
                Id = number + 1,
                Name = string.Create(CultureInfo.InvariantCulture, $"Chart {number}"),
                Title = chart.Title.Replace("\n", " / ", StringComparison.Ordinal),
                Description = chart.AltText,
            },
            new NonVisualGraphicFrameDrawingProperties()),
        new Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = relation }) { Uri = ChartContent }))
    {
        Macro = "",
    };
}
