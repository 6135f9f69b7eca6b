using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>The decoded text of a delimited file. Row numbers are those a spreadsheet shows: a record with line breaks in quotes is one row.</summary>
sealed partial class CsvText
{
    readonly string file;
    readonly int linesBefore;

    CsvText(string file, DecodedText decoded)
    {
        // "sep=;" in the first line tells a spreadsheet the delimiter; it shows no such row.
        (Hint, var length) = HintIn(decoded.Text);
        this.file = file;
        Decoded = decoded;
        Text = decoded.Text[length..];
        linesBefore = Hint is null ? 0 : 1;
    }

    public DecodedText Decoded { get; }

    /// <summary>The delimiter that the first line names.</summary>
    public char? Hint { get; }

    /// <summary>What stands after that line.</summary>
    public string Text { get; }

    /// <param name="encoding">The stated encoding, or null to detect it.</param>
    /// <exception cref="BrokenContractException">The bytes are no text in any encoding that may be meant.</exception>
    public static CsvText Of(string file, byte[] bytes, string? encoding)
    {
        try
        {
            return new CsvText(file, TextDecoder.Read(bytes, encoding));
        }
        catch (UndecodableTextException broken)
        {
            throw EncodingBroken(file, encoding, broken.Encoding);
        }
    }

    /// <summary>The delimiter that a first line <c>sep=;</c> names, and the length of that line.</summary>
    public static (char? Delimiter, int Length) HintIn(string beginning) =>
        SeparatorHint().Match(beginning) is { Success: true } hint ? (hint.Groups["delimiter"].Value[0], hint.Length) : (null, 0);

    public static BrokenContractException EncodingBroken(string file, string? stated, string? found) =>
        new([new ContractProblem(ContractProblemKind.EncodingBroken, file, Found: found, Expected: stated ?? string.Join(", ", TextDecoder.Encodings))]);

    /// <exception cref="BrokenContractException">A quote stays open; the rows before it were given.</exception>
    public IEnumerable<TableRow> Rows(char delimiter)
    {
        string? open = null;
        using var parser = Parser(Text, delimiter, badField => open = badField);
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
