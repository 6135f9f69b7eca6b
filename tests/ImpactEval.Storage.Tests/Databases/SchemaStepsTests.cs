using System.Text.RegularExpressions;
using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Tests.Databases;

[TestClass]
public sealed partial class SchemaStepsTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("Vault/")]
    public void Both_databases_go_through_the_same_steps_numbered_without_a_gap(string part)
    {
        var (sqlite, postgres) = (SchemaSteps.Of("Sqlite", part), SchemaSteps.Of("Postgres", part));

        Assert.IsNotEmpty(sqlite);
        CollectionAssert.AreEqual(Enumerable.Range(1, sqlite.Count).ToList(), sqlite.Select(step => step.Number).ToList());
        CollectionAssert.AreEqual(
            sqlite.Select(step => Path.GetFileName(step.File)).ToList(), postgres.Select(step => Path.GetFileName(step.File)).ToList());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Vault/")]
    public void Both_databases_have_the_same_tables_and_columns(string part)
    {
        CollectionAssert.AreEqual(Columns("Sqlite", part), Columns("Postgres", part));
    }

    /// <summary>Each line of a table's body without its type: <c>    cohort TEXT,</c> → <c>cohort</c>.</summary>
    static List<string> Columns(string dialect, string part) =>
        [.. SchemaSteps.Of(dialect, part).SelectMany(step => Declaration().Matches(step.Text)).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"^(CREATE TABLE |    )(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
