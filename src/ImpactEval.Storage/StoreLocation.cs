using Npgsql;

namespace ImpactEval.Storage;

/// <summary>Where records and identities are kept.</summary>
public abstract record StoreLocation
{
    StoreLocation() { }

    /// <summary>How long to wait for another process that is writing before giving up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A folder of its own with <c>store.db</c>, <c>vault.db</c> and <c>vault.key</c>, made when it is not there.</summary>
    public sealed record Folder(string Path) : StoreLocation;

    /// <summary>
    /// A PostgreSQL database. The connection string's search path names the schema of the store (default <c>impacteval</c>);
    /// the vault's schema has the same name with <c>_vault</c>.
    /// </summary>
    /// <param name="VaultKeyFile">The file with the vault's key; it must be the same on every machine that imports.</param>
    public sealed record Server(string ConnectionString, string VaultKeyFile) : StoreLocation;

    /// <summary>Reads what a user gives as database: a connection string (<c>Host=…</c>), or else a folder.</summary>
    /// <param name="database">Connection string or path.</param>
    /// <param name="keyFolder">Folder of <c>vault.key</c> when the database is a server.</param>
    /// <exception cref="ArgumentException">A connection string that cannot be read.</exception>
    public static StoreLocation Parse(string database, string keyFolder)
    {
        if (!database.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new Folder(database);
        return new Server(new NpgsqlConnectionStringBuilder(database).ConnectionString, System.IO.Path.Combine(keyFolder, "vault.key"));
    }
}
