using Npgsql;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class StoreLocationTests
{
    [TestMethod]
    [DataRow("postgresql://ie:p%40ss@db.example:6543/impact")]
    [DataRow("postgres://ie:p%40ss@db.example:6543/impact")]
    [DataRow("Host=db.example;Port=6543;Username=ie;Password=p@ss;Database=impact")]
    public void A_server_may_be_a_URL_or_a_connection_string(string database)
    {
        var server = (StoreLocation.Server)StoreLocation.Parse(database, "keys");
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        Assert.AreEqual(("db.example", 6543, "ie", "p@ss", "impact"), (settings.Host, settings.Port, settings.Username, settings.Password, settings.Database));
        Assert.AreEqual(Path.Combine("keys", "vault.key"), server.VaultKeyFile);
    }

    [TestMethod]
    [DataRow("kho dữ liệu")]
    [DataRow("/srv/kho")]
    [DataRow(@"C:\kho")]
    public void Anything_else_is_a_folder(string database) =>
        Assert.AreEqual(new StoreLocation.Folder(database), StoreLocation.Parse(database, "keys"));
}
