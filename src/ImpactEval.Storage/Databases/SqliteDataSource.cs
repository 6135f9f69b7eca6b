using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ImpactEval.Storage.Databases;

/// <summary>Connections to one SQLite file, each with the settings that SQLite keeps per connection.</summary>
sealed class SqliteDataSource : DbDataSource
{
    /// <summary>People come in the order of a file and lie in the order of their numbers: with the usual 2 MB a large file reads each page many times.</summary>
    const int CacheKilobytes = 32 * 1024;

    readonly string settings;

    public SqliteDataSource(string file, SqliteDurability durability, TimeSpan patience)
    {
        var seconds = Math.Max(1, (int)patience.TotalSeconds);
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = seconds }.ConnectionString;
        settings = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {seconds * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = {durability}; PRAGMA secure_delete = ON; PRAGMA cache_size = -{CacheKilobytes};");
    }

    public override string ConnectionString { get; }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made above of a number and the name of an enum value.
            command.CommandText = settings;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <remarks>SQLite works in this process: there is nothing to wait for.</remarks>
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) => new(OpenDbConnection());

    protected override void Dispose(bool disposing)
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        base.Dispose(disposing);
    }
}

/// <summary>SQLite's <c>synchronous</c>: both outlive a killed process; at power loss <see cref="Normal"/> may lose the last commits, never half of one.</summary>
enum SqliteDurability { Normal, Full }
