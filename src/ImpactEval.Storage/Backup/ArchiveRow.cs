using System.Globalization;
using System.Text;
using System.Text.Json;
using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Backup;

/// <summary>A row as one line of JSON: an array of its values, scores as base64 of their little-endian bytes so that they come back to the last bit.</summary>
static class ArchiveRow
{
    public static byte[] Write(IReadOnlyList<object?> values, IReadOnlyList<(string Name, ArchiveKind Kind)> columns)
    {
        var written = new object?[values.Count];
        for (var place = 0; place < written.Length; place++)
            written[place] = values[place] is null or DBNull ? null : Portable(values[place]!, columns[place].Kind);
        return Encoding.UTF8.GetBytes(CanonicalJson.Of(written) + "\n");
    }

    /// <exception cref="InvalidDataException">The line is no row of this table.</exception>
    public static object?[] Read(string line, IReadOnlyList<(string Name, ArchiveKind Kind)> columns)
    {
        using var read = JsonDocument.Parse(line);
        if (read.RootElement.GetArrayLength() != columns.Count)
            throw new InvalidDataException("A row of the archive has another number of columns than its table.");
        return [.. read.RootElement.EnumerateArray().Select((value, place) => value.ValueKind == JsonValueKind.Null ? null : Stored(value, columns[place].Kind))];
    }

    static object Portable(object value, ArchiveKind kind) => kind switch
    {
        ArchiveKind.Long or ArchiveKind.Int => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ArchiveKind.Day => DateOnlyColumn.ToText(new DateOnlyColumn().Parse(value)),
        ArchiveKind.Scores => Convert.ToBase64String(ScoresColumn.ToBytes(new ScoresColumn().Parse(value))),
        _ => value,
    };

    static object Stored(JsonElement value, ArchiveKind kind) => kind switch
    {
        ArchiveKind.Long => value.GetInt64(),
        ArchiveKind.Int => value.GetInt32(),
        ArchiveKind.Real => value.GetDouble(),
        ArchiveKind.Day => new DateOnlyColumn().Parse(value.GetString()!),
        ArchiveKind.Scores => new ScoresColumn().Parse(value.GetBytesFromBase64()),
        _ => value.GetString()!,
    };
}
