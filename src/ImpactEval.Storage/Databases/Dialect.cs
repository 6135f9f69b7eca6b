using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ImpactEval.Storage.Databases;

/// <summary>The few places where SQLite and PostgreSQL must be spoken to differently, side by side.</summary>
static class Dialect
{
    /// <summary>Folder of the migrations.</summary>
    public static string NameOf(DbConnection connection) => connection is SqliteConnection ? "Sqlite" : "Postgres";

    /// <summary>A transaction in which all reading sees one moment, and which holds nobody up.</summary>
    public static async ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancel) => connection switch
    {
        SqliteConnection sqlite => sqlite.BeginTransaction(deferred: true),
        _ => await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel),
    };

    /// <summary>A transaction that writes. SQLite takes its only write lock here; PostgreSQL is asked for one by <see cref="LockAsync"/>.</summary>
    public static async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancel) => connection switch
    {
        SqliteConnection sqlite => sqlite.BeginTransaction(deferred: false),
        _ => await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel),
    };

    /// <summary>Makes other writers of the same subject wait until this transaction ends.</summary>
    public static Task LockAsync(Session session, long subject) => session.Connection switch
    {
        SqliteConnection => Task.CompletedTask,
        _ => session.ExecuteAsync("SELECT pg_advisory_xact_lock(@subject)", new { subject }),
    };

    /// <summary>Makes whoever locks the subject wait, and nobody who only shares it.</summary>
    public static Task ShareAsync(Session session, long subject) => session.Connection switch
    {
        SqliteConnection => Task.CompletedTask,
        _ => session.ExecuteAsync("SELECT pg_advisory_xact_lock_shared(@subject)", new { subject }),
    };

    /// <summary>Keeps every file from being merged until this transaction ends, whatever its study; SQLite's write lock does so anyway.</summary>
    public static async Task HoldMergesAsync(Session session)
    {
        if (session.Connection is NpgsqlConnection)
            await session.RunAsync("LOCK TABLE import_file IN SHARE MODE");
    }

    /// <summary>A text column in the order of its bytes, whatever the database's language is.</summary>
    public static string Ordinal(DbConnection connection, string column) => connection is SqliteConnection ? column : $"{column} COLLATE \"C\"";

    /// <summary>Makes room for the tables: a schema on PostgreSQL, nothing in a file.</summary>
    public static async Task CreateSchemaAsync(Session session)
    {
        if (session.Connection is NpgsqlConnection postgres)
            await session.RunAsync($"CREATE SCHEMA IF NOT EXISTS {new NpgsqlConnectionStringBuilder(postgres.ConnectionString).SearchPath}");
    }

    /// <summary>
    /// SQLite overwrites what it deletes (<c>secure_delete</c>); the rewritten file and the emptied log also drop what stood in older pages.
    /// PostgreSQL writes the tables anew and forgets the old files; the statistics, which hold common values, are taken anew too.
    /// </summary>
    public static async Task<bool> WipeAsync(DbConnection connection, IReadOnlyList<string> tables, CancellationToken cancel)
    {
        if (connection is not SqliteConnection)
        {
            // One statement per command: VACUUM runs in no transaction.
            foreach (var table in tables)
                await RunAsync(connection, $"VACUUM (FULL, ANALYZE) {table}", cancel);
            return true;
        }
        await RunAsync(connection, "VACUUM", cancel);
        // First column: 1 when a reader kept the log from being emptied.
        return await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancel) is 0L;
    }

    static async Task<object?> RunAsync(DbConnection connection, string statement, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants and names of our own tables.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel);
    }

    /// <returns>What SQLite finds wrong with its file, or null; PostgreSQL looks after its own files.</returns>
    public static async Task<string?> IntegrityAsync(Session session)
    {
        if (session.Connection is not SqliteConnection)
            return null;
        await using var check = session.NewCommand("PRAGMA quick_check(1)");
        var found = (string?)await check.ExecuteScalarAsync(session.Cancel);
        return found == "ok" ? null : found;
    }

    public static string TableExists(DbConnection connection) => connection switch
    {
        SqliteConnection => "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_step'",
        _ => "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_step'",
    };
}
