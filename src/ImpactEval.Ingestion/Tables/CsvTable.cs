using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>Delimited text as a table. Row numbers are those a spreadsheet shows: a record with line breaks in quotes is one row.</summary>
sealed partial class CsvTable(string file, Source source)
{
    /// <exception cref="BrokenContractException">The encoding is broken, a quote stays open, or there are no rows.</exception>
    public Table Read(byte[] bytes)
    {
        var decoded = Decode(bytes);
        // "sep=;" in the first line tells a spreadsheet the delimiter; it shows no such row.
        var hint = SeparatorHint().Match(decoded.Text);
        var text = hint.Success ? decoded.Text[hint.Length..] : decoded.Text;
        var delimiter = source.Delimiter ?? (hint.Success ? hint.Groups["delimiter"].Value[0] : CsvDelimiter.Of(text, source.HeaderRow));
        return Table.From(file, Rows(text, delimiter, linesBefore: hint.Success ? 1 : 0), source.HeaderRow) with
        {
            Encoding = decoded.Encoding,
            Delimiter = delimiter,
            WasDecomposed = decoded.WasDecomposed,
        };
    }

    DecodedText Decode(byte[] bytes)
    {
        try
        {
            var decoded = TextDecoder.Decode(bytes, source.Encoding);
            return decoded.Text.Contains('\0') ? throw EncodingBroken("U+0000") : decoded;
        }
        catch (UndecodableTextException broken)
        {
            throw EncodingBroken(broken.Position is { } at ? $"{broken.Encoding}: byte {at}" : broken.Encoding);
        }
    }

    BrokenContractException EncodingBroken(string? found)
    {
        var expected = source.Encoding ?? string.Join(", ", TextDecoder.Encodings);
        return new([new ContractProblem(ContractProblemKind.EncodingBroken, file, Found: found, Expected: expected)]);
    }

    IEnumerable<TableRow> Rows(string text, char delimiter, int linesBefore)
    {
        string? open = null;
        using var parser = Parser(text, delimiter, badField => open = badField);
        var line = linesBefore;
        while (parser.Read())
        {
            // Fields are cut, and bad ones told, only when asked for.
            var fields = parser.Record!;
            if (open is not null && StaysOpen(open))
                throw UnterminatedQuote(line + 1 + LinesBefore(parser.RawRecord, open));
            open = null;
            line = linesBefore + parser.RawRow;
            yield return new TableRow(parser.Row, fields, IsRagged: true);
        }
    }

    internal static CsvParser Parser(string text, char delimiter, Action<string> onBadField) =>
        new(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            // Scores repeat endlessly: one string for all equal cells.
            CacheFields = true,
            BadDataFound = bad => onBadField(bad.Field),
        });

    /// <summary>A field that opens a quote and never closes it; inside, quotes come in pairs.</summary>
    static bool StaysOpen(string field) => field.StartsWith('"') && field.Count(letter => letter == '"') % 2 == 1;

    static int LinesBefore(string record, string field) =>
        record[..Math.Max(0, record.LastIndexOf(field.TrimEnd('\r', '\n'), StringComparison.Ordinal))].Count(letter => letter == '\n');

    BrokenContractException UnterminatedQuote(int line) =>
        new([new ContractProblem(ContractProblemKind.UnterminatedQuote, file, line, Found: "\"")]);

    [GeneratedRegex("""^"?sep=(?<delimiter>[^\r\n"])"?(\r\n|\n|\r)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SeparatorHint();
}
