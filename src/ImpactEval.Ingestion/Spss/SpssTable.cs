using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Spss;

/// <summary>
/// A system file as a table of codes: headings are the variables' names with their labels beside them, codes carry their labels, and what
/// is missing, whether nobody gave it or the file declares it so, is an empty cell. Rows are numbered as SPSS numbers them.
/// </summary>
sealed class SpssTable(string file, Source source, FileLimits limits)
{
    /// <summary>A row costs about as much room as so many of its cells.</summary>
    const int CellsOfARow = 32;

    /// <exception cref="BrokenContractException">The file is damaged or hostile, its texts cannot be decoded, or there are no rows.</exception>
    public Table Read(byte[] bytes)
    {
        var spss = SpssFile.Open(file, new MemoryStream(bytes, writable: false), limits, source.Encoding);
        var rows = Rows(spss);
        if (rows.Count == 0)
            throw new SpssRefusal(file).WithoutRows();
        var variables = spss.Dictionary.Variables;
        return new Table([.. variables.Select(variable => variable.Name)], rows)
        {
            HeadingLabels = [.. variables.Select(variable => variable.Label ?? "")],
            Encoding = spss.Dictionary.Encoding,
            WasDecomposed = spss.WasDecomposed,
        };
    }

    List<TableRow> Rows(SpssFile spss)
    {
        SpssColumn[] columns = [.. spss.Dictionary.Variables.Select(_ => new SpssColumn())];
        var mostRows = limits.Cells / (columns.Length + CellsOfARow);
        var rows = new List<TableRow>();
        foreach (var row in spss.Rows())
        {
            if (row.Case > mostRows)
                throw new SpssRefusal(file).TooLarge($"> {mostRows} × {columns.Length}", $"≤ {limits.Cells}");
            var values = new object?[columns.Length];
            for (var at = 0; at < values.Length; at++)
                values[at] = columns[at].ValueOf(row.Cells[at]);
            rows.Add(new TableRow((int)row.Case, values, IsRagged: false));
        }
        return rows;
    }
}
