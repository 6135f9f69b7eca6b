using System.Reflection;
using System.Text.RegularExpressions;
using ImpactEval.Storage.Backup;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Distribution;
using ImpactEval.Storage.Erasure;

namespace ImpactEval.Storage.Tests.Distribution;

/// <summary>What Citus refuses (decision 0007), looked for in our own statements, so that a cluster is not needed to notice it.</summary>
[TestClass]
public sealed partial class CitusStatementsTests
{
    static readonly string[] Large = ["participant", .. PersonRows.Tables];

    [TestMethod]
    public void Every_unique_key_of_a_large_table_holds_the_participant()
    {
        var tables = SchemaSteps.Of("Postgres", "").SelectMany(step => Tables().Matches(step.Text)).Where(table => Large.Contains(table.Groups["name"].Value)).ToList();

        Assert.HasCount(Large.Length, tables);
        foreach (var table in tables)
        {
            foreach (Match key in Keys().Matches(table.Groups["body"].Value))
                StringAssert.Contains(key.Value, "participant_id", StringComparison.Ordinal, table.Groups["name"].Value);
        }
        foreach (var index in SchemaSteps.Of("Postgres", "").SelectMany(step => UniqueIndexes().Matches(step.Text)))
            Assert.DoesNotContain(index.Groups["name"].Value, Large);
    }

    [TestMethod]
    public void No_table_refers_to_a_large_table_and_no_large_table_to_one_that_stays_on_the_coordinator()
    {
        var words = ClusterStore.Steps.Select(step => step.Table).ToList();
        foreach (var table in SchemaSteps.Of("Postgres", "").SelectMany(step => Tables().Matches(step.Text)))
        {
            foreach (Match reference in References().Matches(table.Groups["body"].Value))
            {
                Assert.DoesNotContain(reference.Groups["name"].Value, Large);
                if (Large.Contains(table.Groups["name"].Value))
                    Assert.Contains(reference.Groups["name"].Value, words);
            }
        }
    }

    [TestMethod]
    public void No_statement_of_ours_asks_for_what_Citus_refuses()
    {
        string[] refused = ["GROUPING SETS", "ROLLUP", "WITH RECURSIVE", "FOR UPDATE", "MERGE INTO", "now()", "random()", "current_timestamp", "nextval"];
        var statements = Statements().ToList();

        Assert.IsGreaterThan(20, statements.Count);
        foreach (var statement in statements)
        {
            foreach (var words in refused)
                Assert.IsFalse(statement.Contains(words, StringComparison.OrdinalIgnoreCase), statement);
        }
    }

    [TestMethod]
    public void The_participant_of_a_row_is_never_changed_and_large_tables_are_never_updated()
    {
        foreach (var update in Statements().Where(statement => statement.TrimStart().StartsWith("UPDATE", StringComparison.Ordinal)))
            Assert.DoesNotContain(update.TrimStart().Split(' ')[1], Large, update);
    }

    [TestMethod]
    public void Large_tables_are_joined_with_tables_of_words_or_book_keeping_only()
    {
        foreach (var statement in Statements().Where(statement => statement.Contains(" JOIN ", StringComparison.Ordinal)))
        {
            var joined = Joined().Matches(statement).Select(table => table.Groups["name"].Value).Count(Large.Contains);
            Assert.IsLessThanOrEqualTo(1, joined, statement);
        }
    }

    [TestMethod]
    public void Triggers_and_functions_are_of_tables_that_stay_on_the_coordinator()
    {
        foreach (var trigger in SchemaSteps.Of("Postgres", "").SelectMany(step => Triggers().Matches(step.Text)))
        {
            Assert.DoesNotContain(trigger.Groups["name"].Value, Large);
            Assert.DoesNotContain(trigger.Groups["name"].Value, ClusterStore.Steps.Select(step => step.Table));
        }
    }

    [TestMethod]
    public void Every_table_with_a_participant_is_erased_backed_up_and_spread()
    {
        var withPerson = ArchiveTable.All.Where(table => !table.IsVault && table.Columns.Any(column => column.Name == "participant_id")).Select(table => table.Name).ToList();

        CollectionAssert.AreEquivalent(Large, withPerson);
        CollectionAssert.IsSubsetOf(withPerson, ClusterStore.Steps.Select(step => step.Table).ToList());
    }

    /// <summary>Every SQL constant of the assembly.</summary>
    static IEnumerable<string> Statements() => typeof(Store).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!)
        .Where(text => Verb().IsMatch(text));

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|ALTER)\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^CREATE TABLE (?<name>\w+) \((?<body>.*?)^\)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tables();

    [GeneratedRegex(@"^.*(PRIMARY KEY|UNIQUE).*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"CREATE UNIQUE INDEX \w+ ON (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UniqueIndexes();

    [GeneratedRegex(@"REFERENCES (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex References();

    [GeneratedRegex(@"(FROM|JOIN) (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"CREATE TRIGGER \w+ BEFORE [A-Z ]+ ON (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Triggers();
}
