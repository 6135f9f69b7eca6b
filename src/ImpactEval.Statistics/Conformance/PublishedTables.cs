using System.Reflection;
using System.Text.Json;

namespace ImpactEval.Statistics.Conformance;

/// <summary>Small published tables and what papers and R say of them, section by section of the catalogue. They travel in this assembly
/// (<c>Conformance/Data/README.md</c>), so that a self-test means something wherever it runs.</summary>
public static class PublishedTables
{
    /// <summary>Sections of the catalogue, each a file of entries.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        "1-descriptives", "2-reliability", "3-paired", "4-independent-and-controlled", "5-repeated", "6-missing", "7-pooling", "8-uncertainty",
        "9-needs-and-ordinal",
    ];

    public static IReadOnlyList<ConformanceEntry> Entries()
    {
        var data = new DataSets(name => Text(name + ".csv"));
        return
        [
            .. Sections.SelectMany(section => JsonDocument.Parse(Text(section + ".json")).RootElement.EnumerateArray().Select(entry => new ConformanceEntry(section, entry, data))),
        ];
    }

    static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The assembly holds no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
