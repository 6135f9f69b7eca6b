namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class GivenDatabaseTests
{
    [TestMethod]
    [DataRow("Host=a;Database=x\nHost=b;Database=y")]
    [DataRow("Host=a;Database=x|Host=b;Database=y")]
    [DataRow("Host=a;Database=x;Host=b;Database=y;")]
    [DataRow("postgresql://a/x postgresql://b/y")]
    public void Several_databases_are_told_apart_although_semicolons_stand_in_connection_strings(string text)
    {
        var given = GivenDatabase.Read(text);

        Assert.AreEqual("database-1 database-2", string.Join(' ', given.Select(database => database.Name)));
        StringAssert.Contains(given[0].ConnectionString, "Host=a;", StringComparison.Ordinal);
        StringAssert.Contains(given[1].ConnectionString, "Database=y", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("citus: Host=a;Database=x")]
    [DataRow("citus:postgresql://a/x")]
    public void A_database_may_have_a_name_in_front(string text)
    {
        var given = GivenDatabase.Read(text).Single();

        Assert.AreEqual("citus", given.Name);
        StringAssert.Contains(given.ConnectionString, "Database=x", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Nothing_given_is_no_database() => Assert.IsEmpty(GivenDatabase.Read(" \n "));

    [TestMethod]
    public void What_is_no_server_is_refused_rather_than_left_out() => Assert.ThrowsExactly<ArgumentException>(() => GivenDatabase.Read("some-folder"));
}
