using System.Text.Json;

namespace ImpactEval.Statistics.Tests.Oracle;

/// <summary>
/// Agreement with R and with 40-digit arithmetic, one test for each procedure we have. The oracle is a folder named by the environment
/// variable IMPACTEVAL_ORACLE; without it these tests are inconclusive.
/// </summary>
[TestClass]
public sealed class OracleTests
{
    static readonly Lazy<IReadOnlyList<OracleEntry>> Entries = new(ReadEntries);

    public required TestContext TestContext { get; set; }

    public static IEnumerable<object[]> Procedures => OracleProcedures.All.Keys.Order(StringComparer.Ordinal).Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Procedures))]
    public void Agrees_with_the_oracle(string procedure)
    {
        if (Entries.Value.Count == 0)
            Assert.Inconclusive("The oracle is not here: IMPACTEVAL_ORACLE names no folder.");

        var differences = new List<string>();
        var compared = new List<OracleEntry>();
        var without = new List<OracleEntry>();
        foreach (var entry in Entries.Value.Where(entry => entry.Procedure == procedure && entry.Scope != "reference_quirk"))
        {
            if (OracleProcedures.All[procedure](entry) is { } found)
            {
                compared.Add(entry);
                differences.AddRange(OracleComparison.Differences(entry, found));
            }
            else
                without.Add(entry);
        }

        TestContext.WriteLine($"{procedure}: {compared.Count} entries compared, {without.Count} passed over.");
        Assert.IsEmpty(differences, string.Join('\n', differences.Take(40)));
        if (compared.Count + without.Count == 0)
            Assert.Inconclusive($"This oracle has no entry for {procedure} that is not a quirk of its reference.");
        Assert.IsNotEmpty(compared, $"All entries for {procedure} are passed over.");
        Assert.AreEqual(OracleProcedures.PassedOver.GetValueOrDefault(procedure), without.Count(entry => entry.Scope == "core"),
            "Core entries passed over: " + string.Join(", ", without.Where(entry => entry.Scope == "core").Select(entry => entry.Id)));
    }

    static List<OracleEntry> ReadEntries()
    {
        var folder = Environment.GetEnvironmentVariable("IMPACTEVAL_ORACLE");
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(folder))
            return [];
        return
        [
            .. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(path =>
                JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray().Select(entry =>
                    new OracleEntry(folder, Path.GetFileNameWithoutExtension(path), entry))),
        ];
    }
}
