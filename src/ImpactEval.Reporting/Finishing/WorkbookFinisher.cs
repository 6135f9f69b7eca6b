using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ImpactEval.Reporting.Finishing;

/// <summary>
/// The last pass over a workbook, when ClosedXML has let go of it: adds what ClosedXML cannot write (native charts, values of formula cells)
/// and packs the file so that the same content gives the same bytes on every machine.
/// </summary>
public static class WorkbookFinisher
{
    /// <param name="workbook">A saved workbook; read from its position to the end.</param>
    /// <param name="output">Where the finished workbook is written.</param>
    /// <param name="charts">Charts of one sheet are numbered in their order.</param>
    /// <param name="cached">Values of formula cells; programs that can calculate do so on opening.</param>
    /// <exception cref="ArgumentException">A chart or a value names a sheet or cell that is not there, or a number is not finite.</exception>
    public static void Finish(
        Stream workbook,
        Stream output,
        IReadOnlyList<Chart> charts,
        IReadOnlyList<CachedCell> cached,
        WorkbookProperties properties)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(charts);
        ArgumentNullException.ThrowIfNull(cached);
        ArgumentNullException.ThrowIfNull(properties);

        using var draft = new MemoryStream();
        workbook.CopyTo(draft);
        using (var document = SpreadsheetDocument.Open(draft, isEditable: true))
        {
            var parts = document.WorkbookPart ?? throw new ArgumentException("The package holds no workbook.", nameof(workbook));
            var cells = new WorkbookCells(parts);
            foreach (var cell in cached)
                cells.Cache(cell);
            CalculateOnOpening(parts);
            foreach (var sheet in charts.GroupBy(chart => chart.Sheet))
                SheetDrawing.Add(cells.Part(sheet.Key), [.. sheet], cells, properties.Language);
        }
        CanonicalPackage.Write(Package.Read(draft), output, properties);
    }

    /// <summary>The calculation chain is only a hint; without it the order is found anew, and none of ours can be wrong.</summary>
    static void CalculateOnOpening(WorkbookPart parts)
    {
        if (parts.CalculationChainPart is { } chain)
            parts.DeletePart(chain);
        parts.Workbook.CalculationProperties ??= new CalculationProperties();
        parts.Workbook.CalculationProperties.FullCalculationOnLoad = true;
    }
}
