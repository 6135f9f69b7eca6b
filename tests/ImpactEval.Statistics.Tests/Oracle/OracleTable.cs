using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace ImpactEval.Statistics.Tests.Oracle;

/// <summary>A data set of the oracle: comma-separated, header row, empty cell = missing, quotes only around text with a comma.</summary>
sealed class OracleTable
{
    static readonly ConcurrentDictionary<string, OracleTable> Read = new();

    readonly string[] names;
    readonly string[][] rows;

    OracleTable(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(Split).ToArray();
        names = lines[0];
        rows = lines[1..];
    }

    public static OracleTable Of(string folder, string name) =>
        Read.GetOrAdd(Path.Combine(folder, "data", name + ".csv"), path => new OracleTable(path));

    public static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    public string[] Column(JsonElement operand)
    {
        var selected = rows.AsEnumerable();
        if (operand.TryGetProperty("where", out var where))
            foreach (var condition in where.EnumerateObject())
                selected = selected.Where(row => Holds(row[Position(condition.Name)], condition.Value));
        if (operand.TryGetProperty("first_rows", out var first))
            selected = selected.Take(first.GetInt32());

        var column = Position(operand.GetProperty("column").GetString()!);
        if (operand.TryGetProperty("frequency", out var frequency))
        {
            var counts = Position(frequency.GetString()!);
            selected = selected.SelectMany(row => Enumerable.Repeat(row, int.Parse(row[counts], CultureInfo.InvariantCulture)));
        }
        return [.. selected.Select(row => Changed(row[column], operand))];
    }

    static string Changed(string cell, JsonElement operand)
    {
        if (cell.Length == 0)
            return cell;
        if (operand.TryGetProperty("scores", out var scores))
            return (scores.EnumerateArray().Select(level => level.GetString()).ToList().IndexOf(cell) + 1).ToString(CultureInfo.InvariantCulture);
        return operand.TryGetProperty("reverse", out var sum) ? (sum.GetDouble() - Number(cell)).ToString("R", CultureInfo.InvariantCulture) : cell;
    }

    static bool Holds(string cell, JsonElement condition) => condition.ValueKind switch
    {
        JsonValueKind.Array => condition.EnumerateArray().Any(value => value.ToString() == cell),
        JsonValueKind.Object => cell.Length > 0,
        _ => condition.ToString() == cell,
    };

    int Position(string name) => Array.IndexOf(names, name) is >= 0 and var position ? position : throw new InvalidDataException($"No column {name}.");

    static string[] Split(string line)
    {
        var cells = new List<string>();
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        foreach (var character in line)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(character);
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }
}
