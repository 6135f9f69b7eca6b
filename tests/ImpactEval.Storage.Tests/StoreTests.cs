using Dapper;
using ImpactEval.Storage.Databases;
using Microsoft.Data.Sqlite;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class StoreTests
{
    [TestMethod]
    [EveryEngine]
    public async Task A_store_opened_again_holds_what_was_saved(string engine)
    {
        await using var place = new TestPlace(engine);
        await using (var store = await place.OpenAsync())
            await new ImportStore(store).SaveAsync(Declared, Before(Taken("A1", "pre", 2, 1, 2, 3)), [], CancellationToken.None);

        await using var again = await place.OpenAsync();

        Assert.HasCount(1, (await new DatasetReader(again).LoadAsync(WithoutRoster, CancellationToken.None)).Assessments);
    }

    [TestMethod]
    [EveryEngine]
    public async Task Several_programs_may_make_the_store_at_the_same_time(string engine)
    {
        await using var place = new TestPlace(engine);

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(place.OpenAsync)));

        foreach (var store in opened)
            await store.DisposeAsync();
        await using var connection = await place.ConnectAsync();
        Assert.AreEqual(2L, await connection.QuerySingleAsync<long>("SELECT count(*) FROM schema_step"));
        Assert.AreEqual(1L, await connection.QuerySingleAsync<long>("SELECT count(*) FROM vault_key"));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_store_of_a_newer_program_is_refused(string engine)
    {
        await AssertRefusedAsync(engine, StoreUnavailableKind.NewerSchema, "INSERT INTO schema_step VALUES (99, 'later', 'x')");
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_store_that_went_through_a_migration_edited_since_is_refused(string engine)
    {
        await AssertRefusedAsync(engine, StoreUnavailableKind.EditedMigration, "UPDATE schema_step SET sha256 = 'other'");
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_store_without_its_vault_key_is_refused_and_no_new_key_is_made(string engine)
    {
        await using var place = new TestPlace(engine);
        await (await place.OpenAsync()).DisposeAsync();
        File.Delete(place.KeyFile);

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(place.OpenAsync);

        Assert.AreEqual(StoreUnavailableKind.VaultKeyMissing, refusal.Kind);
        Assert.IsFalse(File.Exists(place.KeyFile));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_store_with_another_vault_key_is_refused(string engine)
    {
        await using var place = new TestPlace(engine);
        await (await place.OpenAsync()).DisposeAsync();
        await File.WriteAllBytesAsync(place.KeyFile, new byte[32]);

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(place.OpenAsync);

        Assert.AreEqual(StoreUnavailableKind.VaultKeyForeign, refusal.Kind);
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_store_that_another_program_keeps_locked_is_unavailable_and_stays_as_it_was(string engine)
    {
        await using var place = new TestPlace(engine, patience: 1);
        await using var store = await place.OpenAsync();
        await using var other = await place.ConnectAsync();
        await using var held = await other.BeginTransactionAsync();
        await other.ExecuteAsync(engine == Engine.Sqlite ? "DELETE FROM study" : "LOCK TABLE study IN EXCLUSIVE MODE", transaction: held);

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() =>
            new ImportStore(store).SaveAsync(Declared, Before(Taken("A1", "pre", 2, 1, 2, 3)), [], CancellationToken.None));

        Assert.AreEqual(StoreUnavailableKind.Locked, refusal.Kind);
        await held.RollbackAsync();
        Assert.IsEmpty(await new DatasetReader(store).FilesAsync(Declared, CancellationToken.None));
    }

    [TestMethod]
    public async Task A_server_that_does_not_answer_is_unreachable()
    {
        // Port 1 of the own machine: nobody listens there.
        var location = StoreLocation.Parse("Host=127.0.0.1;Port=1;Username=x;Timeout=2", Path.GetTempPath());

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => Store.OpenAsync(location, CancellationToken.None));

        Assert.AreEqual(StoreUnavailableKind.Unreachable, refusal.Kind);
    }

    [TestMethod]
    public async Task A_database_that_the_server_does_not_have_is_unreachable()
    {
        var location = StoreLocation.Parse($"{PostgresCluster.ConnectionString};Database=nothing_of_that_name", Path.GetTempPath());

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => Store.OpenAsync(location, CancellationToken.None));

        Assert.AreEqual(StoreUnavailableKind.Unreachable, refusal.Kind);
    }

    [TestMethod]
    public async Task A_file_that_is_no_database_is_damaged()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        var folder = ((StoreLocation.Folder)place.Location).Path;
        await File.WriteAllTextAsync(Path.Combine(folder, "store.db"), new string('x', 5000));

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(place.OpenAsync);

        Assert.AreEqual(StoreUnavailableKind.Damaged, refusal.Kind);
    }

    [TestMethod]
    public async Task A_folder_that_is_a_file_is_unreachable()
    {
        var file = Path.GetTempFileName();

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() =>
            Store.OpenAsync(new StoreLocation.Folder(Path.Combine(file, "store")), CancellationToken.None));

        Assert.AreEqual(StoreUnavailableKind.Unreachable, refusal.Kind);
        File.Delete(file);
    }

    [TestMethod]
    public async Task What_is_deleted_from_a_SQLite_store_leaves_no_trace_in_its_files()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        var folder = ((StoreLocation.Folder)place.Location).Path;
        await using (var store = await place.OpenAsync())
        {
            var imports = new ImportStore(store);
            var named = Before() with { Answers = [Answer("A1", 1, 2, "canary-4711")] };
            await imports.SaveAsync(Declared, named, ["canary-4711"], CancellationToken.None);
            await imports.SaveAsync(Declared, Before() with { Sha256 = Sha(2) }, [], CancellationToken.None);
        }

        foreach (var file in Directory.GetFiles(folder))
            Assert.IsLessThan(0, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("canary-4711"u8), file);
    }

    [TestMethod]
    public async Task A_SQLite_connection_keeps_the_settings_the_store_relies_on()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var source = new SqliteDataSource(Path.Combine(((StoreLocation.Folder)place.Location).Path, "x.db"), SqliteDurability.Full, TimeSpan.FromSeconds(3));
        await using var connection = await source.OpenConnectionAsync();

        Assert.AreEqual("wal", await connection.QuerySingleAsync<string>("PRAGMA journal_mode"));
        Assert.AreEqual(2L, await connection.QuerySingleAsync<long>("PRAGMA synchronous"));
        Assert.AreEqual(1L, await connection.QuerySingleAsync<long>("PRAGMA foreign_keys"));
        Assert.AreEqual(1L, await connection.QuerySingleAsync<long>("PRAGMA secure_delete"));
        Assert.AreEqual(3000L, await connection.QuerySingleAsync<long>("PRAGMA busy_timeout"));
        await connection.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    [TestMethod]
    public void A_database_is_a_folder_unless_it_names_a_host()
    {
        Assert.AreEqual(new StoreLocation.Folder("data/.impacteval"), StoreLocation.Parse("data/.impacteval", "keys"));
        var server = Assert.IsInstanceOfType<StoreLocation.Server>(StoreLocation.Parse("Host=db;Database=impact", "keys"));
        Assert.AreEqual(Path.Combine("keys", "vault.key"), server.VaultKeyFile);
    }

    [TestMethod]
    public async Task A_search_path_of_several_schemas_is_the_callers_mistake()
    {
        var location = new StoreLocation.Server("Host=127.0.0.1;Port=1;Search Path=\"a,b\"", "vault.key");

        await Assert.ThrowsExactlyAsync<ArgumentException>(() => Store.OpenAsync(location, CancellationToken.None));
    }

    static async Task AssertRefusedAsync(string engine, StoreUnavailableKind kind, string spoil)
    {
        await using var place = new TestPlace(engine);
        await (await place.OpenAsync()).DisposeAsync();
        await using (var connection = await place.ConnectAsync())
            await connection.ExecuteAsync(spoil);

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(place.OpenAsync);

        Assert.AreEqual(kind, refusal.Kind);
    }
}
