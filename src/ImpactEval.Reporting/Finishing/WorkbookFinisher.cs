using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ImpactEval.Reporting.Finishing;

/// <summary>
/// The last pass over a workbook, when ClosedXML has let go of it: adds what ClosedXML cannot write (native charts, values of formula cells)
/// and packs the file so that the same content gives the same bytes on every machine.
/// </summary>
public static partial class WorkbookFinisher
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
            NameTableColumns(parts);
            FixRepeatedRows(parts);
            foreach (var sheet in charts.GroupBy(chart => chart.Sheet))
                SheetDrawing.Add(cells.Part(sheet.Key), [.. sheet], cells, properties.Language);
        }
        CanonicalPackage.Write(Package.Read(draft), output, properties);
    }

    /// <summary>Rows repeated on every page are absolute: ClosedXML writes <c>5:5</c>, which not every program repeats.</summary>
    static void FixRepeatedRows(WorkbookPart parts)
    {
        foreach (var name in parts.Workbook.Descendants<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles"))
            name.Text = RelativeRows().Replace(name.Text, "!$$${first}:$$${last}");
    }

    [GeneratedRegex(@"!(?<first>\d+):(?<last>\d+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RelativeRows();

    /// <summary>
    /// A line break in the name of a table's column is written out (ECMA-376 part 1, 22.4.2.4), since attributes do not keep it;
    /// without this Excel mends the file, and ClosedXML does it for the line break of the machine it runs on only.
    /// </summary>
    static void NameTableColumns(WorkbookPart parts)
    {
        foreach (var column in parts.WorksheetParts.SelectMany(sheet => sheet.TableDefinitionParts).SelectMany(part => part.Table.Descendants<TableColumn>()))
            column.Name = column.Name?.Value?.Replace("\n", "_x000a_", StringComparison.Ordinal);
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
