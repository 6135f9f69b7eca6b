using Dapper;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace ImpactEval.Storage.Tests.Databases;

[TestClass]
public sealed class MigrationTests
{
    [TestMethod]
    [EveryEngine]
    public async Task A_store_of_the_first_version_is_brought_forward_with_its_rows_and_the_log_says_so(string engine)
    {
        await using var place = new TestPlace(engine, openable: false);
        await MakeFirstVersionAsync(place);

        await using var store = await place.OpenAsync();

        await using var connection = await place.ConnectAsync();
        Assert.AreEqual("1 merged 7 5", await connection.QuerySingleAsync<string>("""
            SELECT f.import_id || ' ' || f.state || ' ' || a.participant_id || ' ' || a.source_row
            FROM import_file f JOIN assessment a ON a.import_id = f.import_id
            """));
        if (connection is SqliteConnection)
            Assert.IsEmpty(await connection.QueryAsync("PRAGMA foreign_key_check"));
        var entry = (await new AuditLog(store).ListAsync(null, CancellationToken.None)).Single();
        Assert.AreEqual(("migrate", true), (entry.Action, entry.Detail.Contains("\"from\":1,", StringComparison.Ordinal)));
    }

    static async Task MakeFirstVersionAsync(TestPlace place)
    {
        await using var connection = await place.ConnectAsync();
        var sqlite = connection is SqliteConnection;
        var first = SchemaSteps.Of(sqlite ? "Sqlite" : "Postgres", "")[0];
        if (!sqlite)
            await connection.ExecuteAsync($"CREATE SCHEMA {new Npgsql.NpgsqlConnectionStringBuilder(connection.ConnectionString).SearchPath}");
        await connection.ExecuteAsync("CREATE TABLE schema_step (step integer NOT NULL PRIMARY KEY, file text NOT NULL, sha256 text NOT NULL)");
        foreach (var statement in first.Text.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await connection.ExecuteAsync(statement);
        await connection.ExecuteAsync("INSERT INTO schema_step VALUES (1, @File, @Sha256)", new { first.File, first.Sha256 });
        string[] rows =
        [
            "INSERT INTO study (study_id, code) VALUES (2, 'x')",
            "INSERT INTO participant VALUES (7)",
            "INSERT INTO instrument_version VALUES (3, 2, 'self', 1, 5)",
            "INSERT INTO import_file VALUES (1, 2, 's', 'f', 'a', 'b', 'c', 'merged', '{}', 1, 0)",
            $"INSERT INTO assessment VALUES (1, 0, 7, 5, 3, 'pre', NULL, {(sqlite ? "zeroblob(8)" : "'{0}'")})",
        ];
        foreach (var row in rows)
            await connection.ExecuteAsync(row);
    }
}
