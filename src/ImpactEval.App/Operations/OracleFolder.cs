using System.Text.Json;
using ImpactEval.Statistics.Conformance;

namespace ImpactEval.App.Operations;

/// <summary>Why an oracle cannot be held against the engine.</summary>
enum OracleProblem { FolderMissing, NoEntries, NotJson, BrokenEntry, DataMissing }

/// <param name="place">File or folder, as the user named it.</param>
sealed class OracleUnreadableException(OracleProblem problem, string place, string detail) : Exception(detail)
{
    public OracleProblem Problem { get; } = problem;

    public string Place { get; } = place;
}

/// <summary>A folder of conformance entries: <c>*.json</c>, each a list of entries, and <c>data/*.csv</c>, the data sets that they name.</summary>
static class OracleFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "IMPACTEVAL_ORACLE";

    /// <summary>Nothing is compared before everything that the entries name is there.</summary>
    /// <exception cref="OracleUnreadableException">The folder, a file or an entry is missing or broken.</exception>
    public static IReadOnlyList<ConformanceEntry> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new OracleUnreadableException(OracleProblem.FolderMissing, folder, "");
        var data = new DataSets(name => File.ReadAllText(DataFile(folder, name)));
        ConformanceEntry[] entries = [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(path => EntriesOf(path, folder, data))];
        return entries.Length > 0 ? entries : throw new OracleUnreadableException(OracleProblem.NoEntries, folder, "");
    }

    static ConformanceEntry[] EntriesOf(string path, string folder, DataSets data)
    {
        JsonElement[] entries;
        try
        {
            var root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
            entries = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : throw new JsonException("The file is not a list of entries.");
        }
        catch (JsonException broken)
        {
            throw new OracleUnreadableException(OracleProblem.NotJson, path, broken.Message);
        }
        foreach (var name in entries.SelectMany(DataSetsOf).Distinct(StringComparer.Ordinal).Where(name => !File.Exists(DataFile(folder, name))))
            throw new OracleUnreadableException(OracleProblem.DataMissing, DataFile(folder, name), Path.GetFileName(path));
        try
        {
            return Array.ConvertAll(entries, entry => new ConformanceEntry(Path.GetFileNameWithoutExtension(path), entry, data));
        }
        catch (FormatException broken)
        {
            throw new OracleUnreadableException(OracleProblem.BrokenEntry, path, broken.Message);
        }
    }

    /// <summary>Names of data sets anywhere in an entry; <c>none</c> is no data set, and <c>a + b</c> only says which others are named further in.</summary>
    static IEnumerable<string> DataSetsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(part => part is { Name: "dataset", Value.ValueKind: JsonValueKind.String }
            ? part.Value.GetString() is var name && name is "none" || name!.Contains(" + ", StringComparison.Ordinal) ? [] : [name]
            : DataSetsOf(part.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(DataSetsOf),
        _ => [],
    };

    static string DataFile(string folder, string name) => Path.Combine(folder, "data", name + ".csv");
}
