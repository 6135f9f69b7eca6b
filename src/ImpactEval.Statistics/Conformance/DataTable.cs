using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ImpactEval.Statistics.Conformance;

/// <summary>A data set of conformance entries: comma-separated text, header row, empty cell = missing, quotes around cells that need them.</summary>
sealed class DataTable
{
    readonly string[] names;
    readonly string[][] rows;

    /// <exception cref="FormatException">No header, or a row of another width.</exception>
    public DataTable(string text)
    {
        var lines = Lines(text).ToArray();
        if (lines.Length == 0)
            throw new FormatException("The table is empty.");
        (names, rows) = (lines[0], lines[1..]);
        if (Array.Find(rows, row => row.Length != names.Length) is { } odd)
            throw new FormatException($"A row of the table has {odd.Length} cells, its header {names.Length}.");
    }

    public static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>What an operand selects: rows, then the column, recoded and repeated as the operand says.</summary>
    /// <exception cref="FormatException">A column that is not there, a part of the operand that is not understood, or a level without a score.</exception>
    public string[] Cells(JsonElement operand)
    {
        foreach (var part in operand.EnumerateObject().Where(part => !Parts.Contains(part.Name)))
            throw new FormatException($"An operand has no part '{part.Name}'.");
        var selected = rows.AsEnumerable();
        if (operand.TryGetProperty("where", out var where))
            foreach (var condition in where.EnumerateObject())
            {
                var place = Position(condition.Name);
                selected = selected.Where(row => Holds(row[place], condition.Value));
            }
        if (operand.TryGetProperty("first_rows", out var first) && first.ValueKind == JsonValueKind.Number)
            selected = selected.Take(first.GetInt32());
        var column = Position(operand.GetProperty("column").GetString()!);
        if (operand.TryGetProperty("frequency", out var frequency) && frequency.ValueKind == JsonValueKind.String)
        {
            var counts = Position(frequency.GetString()!);
            selected = selected.SelectMany(row => Enumerable.Repeat(row, (int)Number(row[counts])));
        }
        return [.. selected.Select(row => Recoded(row[column], operand))];
    }

    /// <summary>Whether a cell holds a value of JSON: the same text, or the same number however it is written.</summary>
    public static bool Same(string cell, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => cell.Length == 0,
        JsonValueKind.Number => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => cell.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase),
        _ => cell == value.ToString(),
    };

    static readonly HashSet<string> Parts = ["column", "dataset", "where", "first_rows", "reverse", "scores", "frequency"];

    static string Recoded(string cell, JsonElement operand)
    {
        if (cell.Length == 0)
            return cell;
        if (operand.TryGetProperty("scores", out var scores) && scores.ValueKind == JsonValueKind.Array)
        {
            var place = scores.EnumerateArray().ToList().FindIndex(level => Same(cell, level));
            cell = place >= 0 ? (place + 1).ToString(CultureInfo.InvariantCulture) : throw new FormatException($"'{cell}' has no place among the scores.");
        }
        return operand.TryGetProperty("reverse", out var sum) && sum.ValueKind == JsonValueKind.Number
            ? (sum.GetDouble() - Number(cell)).ToString("R", CultureInfo.InvariantCulture)
            : cell;
    }

    static bool Holds(string cell, JsonElement condition) => condition.ValueKind switch
    {
        JsonValueKind.Array => condition.EnumerateArray().Any(value => Same(cell, value)),
        JsonValueKind.Object when condition.TryGetProperty("not_missing", out var present) => cell.Length > 0 == present.GetBoolean(),
        JsonValueKind.Object => throw new FormatException($"A condition {condition} is not understood."),
        _ => Same(cell, condition),
    };

    int Position(string name) => Array.IndexOf(names, name) is >= 0 and var position ? position : throw new FormatException($"There is no column '{name}'.");

    static IEnumerable<string[]> Lines(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i <= text.Length; i++)
        {
            var character = i < text.Length ? text[i] : '\n';
            if (character == '"')
            {
                // A quote inside quotes is written twice; the pair closes and opens again.
                if (!quoted && i > 0 && text[i - 1] == '"' && cell.Length > 0)
                    cell.Append('"');
                quoted = !quoted;
            }
            else if (quoted || character is not (',' or '\n' or '\r'))
                cell.Append(character);
            else if (character != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (character == ',')
                    continue;
                if (cells.Count > 1 || cells[0].Length > 0)
                    yield return [.. cells];
                cells.Clear();
            }
        }
    }
}

/// <summary>The data sets that entries name, each read once.</summary>
/// <param name="text">The text of a data set by its name; what it throws becomes the disagreement of the entries that need the data.</param>
public sealed class DataSets(Func<string, string> text)
{
    readonly Dictionary<string, DataTable> tables = new(StringComparer.Ordinal);

    internal DataTable this[string name]
    {
        get
        {
            lock (tables)
                return tables.TryGetValue(name, out var table) ? table : tables[name] = new DataTable(text(name));
        }
    }
}
