using System.Text.Json;
using ImpactEval.Statistics.Conformance;

namespace ImpactEval.Statistics.Tests.Conformance;

/// <summary>The oracle: a folder named by the environment variable IMPACTEVAL_ORACLE; tests that need it are inconclusive without it.</summary>
static class OracleFolder
{
    static readonly Lazy<IReadOnlyList<ConformanceEntry>> Read = new(() => Path is null ? [] : EntriesOf(Path));

    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("IMPACTEVAL_ORACLE") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    public static IReadOnlyList<ConformanceEntry> Entries => Read.Value;

    public static string Required()
    {
        if (Path is null)
            Assert.Inconclusive("The oracle is not here: IMPACTEVAL_ORACLE names no folder.");
        return Path;
    }

    public static DataSets DataOf(string folder) => new(name => File.ReadAllText(System.IO.Path.Combine(folder, "data", name + ".csv")));

    static List<ConformanceEntry> EntriesOf(string folder)
    {
        var data = DataOf(folder);
        return
        [
            .. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(path =>
                JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray().Select(entry =>
                    new ConformanceEntry(System.IO.Path.GetFileNameWithoutExtension(path), entry, data))),
        ];
    }
}
