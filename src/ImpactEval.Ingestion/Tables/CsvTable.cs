using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>Delimited text as a table whose source says where the headings stand.</summary>
sealed class CsvTable(string file, Source source)
{
    /// <exception cref="BrokenContractException">The encoding is broken, a quote stays open, or there are no rows.</exception>
    public Table Read(byte[] bytes)
    {
        var csv = CsvText.Of(file, bytes, source.Encoding);
        // No database holds it in a text.
        if (csv.Text.Contains('\0'))
            throw CsvText.EncodingBroken(file, source.Encoding, "U+0000");
        var delimiter = source.Delimiter ?? csv.Hint ?? CsvDelimiter.Of(csv.Text, source.HeaderRow);
        var table = Table.From(file, csv.Rows(delimiter), source.HeaderRow);
        var unreadable = csv.Decoded.Unreadable;
        // A row can be mended and sent again; under a heading that cannot be read nobody knows what any row says.
        if (unreadable.Count > 0 && table.Headings.Any(heading => heading.Contains(UnreadableBytes.Mark)))
            throw CsvText.EncodingBroken(file, source.Encoding, $"{csv.Decoded.Encoding}: byte {unreadable[0]}");
        return table with
        {
            HasUnreadableText = unreadable.Count > 0,
            Encoding = csv.Decoded.Encoding,
            Delimiter = delimiter,
            WasDecomposed = csv.Decoded.WasDecomposed,
        };
    }
}
