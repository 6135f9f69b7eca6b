using Dapper;
using ImpactEval.Storage.Distribution;
using Microsoft.Data.Sqlite;
using Npgsql;
using System.Data.Common;

namespace ImpactEval.Storage.Tests;

/// <summary>An empty place for one store: a temporary folder, and on PostgreSQL two schemas of its own. Gone when disposed.</summary>
sealed class TestPlace : IAsyncDisposable
{
    static readonly SemaphoreSlim TableMaking = new(1);

    readonly string folder = Directory.CreateTempSubdirectory("impacteval-store-").FullName;
    readonly string schema;
    readonly bool spreads;
    readonly bool mayBeCluster;

    /// <param name="patience">How long to wait for a lock, in seconds; the default outlasts a busy machine.</param>
    /// <param name="openable">False for a place where a store is restored: there nothing is spread before.</param>
    public TestPlace(string engine, int patience = 60, bool openable = true)
    {
        schema = $"t{Guid.NewGuid():n}";
        spreads = openable;
        mayBeCluster = engine is not (Engine.Sqlite or Engine.Postgres);
        Location = engine == Engine.Sqlite
            ? new StoreLocation.Folder(folder) { Patience = TimeSpan.FromSeconds(patience) }
            : new StoreLocation.Server(
                new NpgsqlConnectionStringBuilder(Engine.ConnectionStringOf(engine)) { SearchPath = schema }.ConnectionString, KeyFile)
            { Patience = TimeSpan.FromSeconds(patience) };
    }

    public StoreLocation Location { get; }

    public string KeyFile => Path.Combine(folder, "vault.key");

    /// <summary>What another process of these tests is told to open the same place.</summary>
    public (string Database, string KeyFolder) Arguments => Location switch
    {
        StoreLocation.Folder at => (at.Path, at.Path),
        StoreLocation.Server server => (server.ConnectionString, Path.GetDirectoryName(server.VaultKeyFile)!),
        _ => throw new InvalidOperationException(),
    };

    public Task<Store> OpenAsync() => OpenAsync(Author.OfThisProcess);

    /// <summary>The store; on a Citus cluster its tables are spread over the workers, so that every test is one of the cluster.</summary>
    public async Task<Store> OpenAsync(Author author)
    {
        if (!mayBeCluster)
            return await Store.OpenAsync(Location, author, CancellationToken.None);
        Store? store = null;
        await AloneAsync(async () =>
        {
            store = await Store.OpenAsync(Location, author, CancellationToken.None);
            var cluster = new ClusterStore(store);
            if (spreads && await cluster.IsAvailableAsync(CancellationToken.None))
                await cluster.SpreadAsync(CancellationToken.None);
        });
        return store!;
    }

    /// <summary>Tests run side by side; on a cluster making and dropping tables at once ends in deadlocks that no user would meet.</summary>
    static async Task AloneAsync(Func<Task> change)
    {
        await TableMaking.WaitAsync();
        try
        {
            await change();
        }
        finally
        {
            TableMaking.Release();
        }
    }

    /// <summary>A connection past our own code, to look at what was written or to spoil it.</summary>
    public async Task<DbConnection> ConnectAsync(bool vault = false)
    {
        DbConnection connection = Location is StoreLocation.Server server
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { SearchPath = vault ? $"{schema}_vault" : schema }.ConnectionString)
            : new SqliteConnection($"Data Source={Path.Combine(folder, vault ? "vault.db" : "store.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>The tables of the schema or file that the connection looks at.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(DbConnection connection) => [.. await connection.QueryAsync<string>(
        connection is SqliteConnection
            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name")];

    public static async Task<IReadOnlyList<string>> ColumnsAsync(DbConnection connection, string table) => [.. await connection.QueryAsync<string>(
        connection is SqliteConnection
            ? "SELECT name FROM pragma_table_info(@table)"
            : "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = @table", new { table })];

    public async ValueTask DisposeAsync()
    {
        if (Location is StoreLocation.Server)
            await AloneAsync(DropAsync);
        Directory.Delete(folder, recursive: true);
    }
    async Task DropAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await ConnectAsync();
                await connection.ExecuteAsync($"DROP SCHEMA IF EXISTS {schema}, {schema}_vault CASCADE");
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < 5)
            {
                // Another test is making its tables.
            }
        }
    }
}
