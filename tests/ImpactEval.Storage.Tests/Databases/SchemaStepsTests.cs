using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Tests.Databases;

[TestClass]
public sealed class SchemaStepsTests
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
}
