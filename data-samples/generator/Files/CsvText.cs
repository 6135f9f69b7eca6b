using System.Text;

namespace ImpactEval.Samples;

/// <summary>Delimited text; a field is quoted when it has to be.</summary>
static class CsvText
{
    public static string Of(TableDraft table, char delimiter, string lineEnd) => Of(table.Rows.Prepend(table.Headings), delimiter, lineEnd);

    public static string Of(IEnumerable<IReadOnlyList<string>> rows, char delimiter, string lineEnd)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(delimiter, row.Select(cell => Quoted(cell, delimiter))).Append(lineEnd);
        return text.ToString();
    }

    static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny(delimiter, '"', '\n') < 0 && !cell.Contains('\r', StringComparison.Ordinal)
            ? cell
            : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
