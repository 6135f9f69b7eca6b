using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Grids;

/// <summary>Delimited text as a grid.</summary>
static class CsvGrid
{
    /// <exception cref="BrokenContractException">The bytes are no text, or the table is too large.</exception>
    public static GridBook Read(string file, byte[] bytes, FileLimits limits)
    {
        var csv = CsvText.Of(file, bytes, encoding: null);
        var delimiter = csv.Hint ?? CsvDelimiter.Of(csv.Text);
        var (rows, openQuote) = RowsOf(file, csv, delimiter, limits);
        var grid = new Grid(file, rows)
        {
            HasRaggedRows = true,
            DecomposedRows = csv.Decoded.WasDecomposed ? Decomposed(csv, delimiter) : new HashSet<int>(),
        };
        return new GridBook(GridContainer.Csv, [grid])
        {
            Encoding = csv.Decoded.Encoding,
            IsLegacyEncoding = csv.Decoded.IsLegacy,
            Delimiter = delimiter,
            DelimiterIsStated = csv.Hint is not null,
            OpenQuoteLine = openQuote,
        };
    }

    /// <summary>Rows before an open quote still show what the file is.</summary>
    static (List<TableRow> Rows, int? OpenQuoteLine) RowsOf(string file, CsvText csv, char delimiter, FileLimits limits)
    {
        var rows = new List<TableRow>();
        try
        {
            foreach (var row in csv.Rows(delimiter))
            {
                Check(file, row, limits);
                rows.Add(row);
            }
            return (rows, null);
        }
        catch (BrokenContractException broken) when (broken.Problems is [{ Kind: ContractProblemKind.UnterminatedQuote }])
        {
            return (rows, broken.Problems[0].Line);
        }
    }

    static void Check(string file, TableRow row, FileLimits limits)
    {
        var longest = row.Values.Select(static value => ((string?)value)?.Length ?? 0).DefaultIfEmpty().Max();
        if (row.Number > limits.Rows || row.Values.Length > limits.Columns || longest > limits.CellLength)
            throw new BrokenContractException([new ContractProblem(ContractProblemKind.OutOfRange, file, row.Number,
                Found: $"{row.Number} × {row.Values.Length} × {longest}", Expected: $"≤ {limits.Rows} × {limits.Columns} × {limits.CellLength}")]);
    }

    /// <summary>Composing changes no delimiter, quote or line end, so the rows of the text as written are those of the composed one.</summary>
    static HashSet<int> Decomposed(CsvText csv, char delimiter)
    {
        var text = csv.Decoded.AsWritten;
        if (csv.Hint is not null)
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        using var parser = CsvText.Parser(text, delimiter, static _ => { });
        var rows = new HashSet<int>();
        while (parser.Read())
        {
            if (!parser.RawRecord.IsNormalized())
                rows.Add(parser.Row);
        }
        return rows;
    }
}
