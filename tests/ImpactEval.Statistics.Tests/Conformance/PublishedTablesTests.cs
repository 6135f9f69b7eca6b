using ImpactEval.Statistics.Conformance;

namespace ImpactEval.Statistics.Tests.Conformance;

/// <summary>Agreement with papers and with R on published data, without the oracle; the sources stand in the entries.</summary>
[TestClass]
public sealed class PublishedTablesTests
{
    public static IEnumerable<object[]> Sections => PublishedTables.Sections.Select(section => new object[] { section });

    [TestMethod]
    [DynamicData(nameof(Sections))]
    public void Agrees_with_the_published_tables(string section)
    {
        var results = ConformanceSuite.Run(PublishedTables.Entries().Where(entry => entry.Id.StartsWith(section + "/", StringComparison.Ordinal)));
        Assert.IsNotEmpty(results);
        var differences = results.Where(result => result.Outcome != EntryOutcome.Agrees).SelectMany(result => result.Notes.Select(note => $"{result.Entry.Id}: {note}"));
        Assert.IsEmpty(differences, string.Join('\n', differences));
    }

    [TestMethod]
    public void Every_section_of_the_catalogue_has_a_table() => Assert.HasCount(9, PublishedTables.Sections);
}
