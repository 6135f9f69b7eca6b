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

    /// <summary>Makes room for the tables: a schema on PostgreSQL, nothing in a file.</summary>
    public static async Task CreateSchemaAsync(Session session)
    {
        if (session.Connection is NpgsqlConnection postgres)
            await session.RunAsync($"CREATE SCHEMA IF NOT EXISTS {new NpgsqlConnectionStringBuilder(postgres.ConnectionString).SearchPath}");
    }

    public static string TableExists(DbConnection connection) => connection switch
    {
        SqliteConnection => "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_step'",
        _ => "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_step'",
    };
}
