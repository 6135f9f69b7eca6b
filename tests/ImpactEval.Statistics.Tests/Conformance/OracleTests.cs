using System.Globalization;
using ImpactEval.Statistics.Conformance;

namespace ImpactEval.Statistics.Tests.Conformance;

/// <summary>Agreement with R and with 40-digit arithmetic, one test for each procedure that the oracle at hand speaks of.</summary>
[TestClass]
public sealed class OracleTests
{
    public required TestContext TestContext { get; set; }

    public static IEnumerable<object[]> Procedures =>
        (OracleFolder.Path is null ? ConformanceSuite.Procedures : OracleFolder.Entries.Select(entry => entry.Procedure))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Procedures))]
    public void Agrees_with_the_oracle(string procedure)
    {
        OracleFolder.Required();
        var results = ConformanceSuite.Run(OracleFolder.Entries.Where(entry => entry.Procedure == procedure));
        var found = ConformanceSuite.ByProcedure(results)[0];
        TestContext.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{procedure}: {found.Compared} entries compared, {found.LeftOut} left out, worst error {found.Worst:G2} of the tolerance."));
        Assert.IsEmpty(found.Differences, string.Join('\n', found.Differences.Take(40)));
        var passedOver = results.Where(result => result.Outcome == EntryOutcome.LeftOut && result.Entry.Scope == ConformanceScope.Core).Select(result => result.Entry.Id);
        Assert.IsEmpty(passedOver, "Entries of the catalogue that are left out: " + string.Join(", ", passedOver));
    }
}
