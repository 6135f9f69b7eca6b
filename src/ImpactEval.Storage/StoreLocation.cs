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

    /// <summary>Reads what a user gives as database: a connection string (<c>Host=…</c>), a URL (<c>postgresql://…</c>), or else a folder.</summary>
    /// <param name="database">Connection string, URL or path.</param>
    /// <param name="keyFolder">Folder of <c>vault.key</c> when the database is a server.</param>
    /// <exception cref="ArgumentException">A connection string that cannot be read.</exception>
    public static StoreLocation Parse(string database, string keyFolder)
    {
        if (Uri.TryCreate(database, UriKind.Absolute, out var url) && url.Scheme is ("postgres" or "postgresql"))
            return new Server(ConnectionStringOf(url), System.IO.Path.Combine(keyFolder, "vault.key"));
        if (!database.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new Folder(database);
        return new Server(new NpgsqlConnectionStringBuilder(database).ConnectionString, System.IO.Path.Combine(keyFolder, "vault.key"));
    }

    /// <summary>What <c>psql</c> takes as a URL; without this it would be taken for a folder whose name holds the password.</summary>
    static string ConnectionStringOf(Uri url)
    {
        var user = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var settings = new NpgsqlConnectionStringBuilder { Host = url.Host, Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')) };
        if (user[0].Length > 0)
            settings.Username = user[0];
        if (user.Length > 1)
            settings.Password = user[1];
        if (url.Port > 0)
            settings.Port = url.Port;
        return settings.ConnectionString;
    }
}
