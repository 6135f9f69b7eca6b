using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>Delimited text as a table whose source says where the headings stand.</summary>
sealed class CsvTable(string file, Source source)
{
    /// <exception cref="BrokenContractException">The encoding is broken, a quote stays open, or there are no rows.</exception>
    public Table Read(byte[] bytes)
    {
        var csv = CsvText.Of(file, bytes, source.Encoding);
        var delimiter = source.Delimiter ?? csv.Hint ?? CsvDelimiter.Of(csv.Text, source.HeaderRow);
        return Table.From(file, csv.Rows(delimiter), source.HeaderRow) with
        {
            Encoding = csv.Decoded.Encoding,
            Delimiter = delimiter,
            WasDecomposed = csv.Decoded.WasDecomposed,
        };
    }
}
