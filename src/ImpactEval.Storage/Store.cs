using System.Text.RegularExpressions;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Vaults;
using Npgsql;

namespace ImpactEval.Storage;

/// <summary>An open store and its vault. Safe for several threads; several processes may have it open at once.</summary>
public sealed partial class Store : IAsyncDisposable
{
    const string DefaultSchema = "impacteval";

    Store(StoreLocation location, Database records, Vault vault, Author author)
    {
        Location = location;
        Records = records;
        Vault = vault;
        Author = author;
    }

    public StoreLocation Location { get; }

    /// <summary>In whose name this program changes the store.</summary>
    public Author Author { get; }

    internal Database Records { get; }

    internal Vault Vault { get; }

    /// <summary>Opens the store, makes it when there is none, and brings its schema forward.</summary>
    /// <exception cref="StoreUnavailableException">Why it cannot be used, by kind.</exception>
    /// <exception cref="ArgumentException">The connection string names no schema that could be ours.</exception>
    public static Task<Store> OpenAsync(StoreLocation location, CancellationToken cancel) => OpenAsync(location, Author.OfThisProcess, cancel);

    /// <inheritdoc cref="OpenAsync(StoreLocation, CancellationToken)"/>
    /// <param name="author">Who stands in the audit log for what is changed.</param>
    public static async Task<Store> OpenAsync(StoreLocation location, Author author, CancellationToken cancel)
    {
        var (records, identities, keyFile) = Databases(location);
        try
        {
            var change = await SchemaSteps.ApplyAsync(records, "", cancel);
            await SchemaSteps.ApplyAsync(identities, "Vault/", cancel);
            var key = await KeyAsync(records, keyFile, cancel);
            if (change.IsMigration)
                await records.WriteAsync(session => AuditLog.AppendAsync(session, author, AuditAction.Migrate, "", change), cancel);
            return new Store(location, records, new Vault(identities, key), author);
        }
        catch
        {
            await records.DisposeAsync();
            await identities.DisposeAsync();
            throw;
        }
    }

    /// <summary>Rewrites what texts stood in, so that the bytes of what was deleted are gone from the files.</summary>
    /// <returns>False when another program was reading; the next wipe finishes it.</returns>
    internal async Task<bool> WipeAsync(CancellationToken cancel) =>
        await Vault.WipeAsync(cancel) & await Records.WipeAsync(["answer_text", "enrolment", "import_file", "quarantine", "result"], cancel);

    public async ValueTask DisposeAsync()
    {
        await Records.DisposeAsync();
        await Vault.DisposeAsync();
    }

    static (Database Records, Database Identities, string KeyFile) Databases(StoreLocation location) => location switch
    {
        StoreLocation.Folder folder => InFolder(folder),
        StoreLocation.Server server => OnServer(server),
        _ => throw new ArgumentOutOfRangeException(nameof(location), location, null),
    };

    static (Database, Database, string) InFolder(StoreLocation.Folder folder)
    {
        var vault = Path.Combine(folder.Path, "vault.db");
        try
        {
            Directory.CreateDirectory(folder.Path);
            PrivateFile.Ensure(vault);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StoreUnavailableException(StoreUnavailableKind.Denied, failure.Message, failure);
        }
        catch (IOException failure)
        {
            throw new StoreUnavailableException(StoreUnavailableKind.Unreachable, failure.Message, failure);
        }
        return (
            new Database(new SqliteDataSource(Path.Combine(folder.Path, "store.db"), SqliteDurability.Normal, folder.Patience)),
            // What the store refers to must not be lost before the store is.
            new Database(new SqliteDataSource(vault, SqliteDurability.Full, folder.Patience)),
            Path.Combine(folder.Path, "vault.key"));
    }

    static (Database, Database, string) OnServer(StoreLocation.Server server)
    {
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        var schema = SchemaOf(settings);
        return (Of(schema), Of($"{schema}_vault"), server.VaultKeyFile);

        Database Of(string searchPath)
        {
            var patience = (int)server.Patience.TotalMilliseconds;
            var own = new NpgsqlConnectionStringBuilder(server.ConnectionString)
            {
                SearchPath = searchPath,
                ApplicationName = "impacteval",
                // Merging a large file is slow, not broken; a server that is gone shows by its silence on the wire.
                CommandTimeout = 0,
                TcpKeepAlive = true,
                Options = $"{settings.Options} -c lock_timeout={patience}".TrimStart(),
            };
            return new Database(NpgsqlDataSource.Create(own));
        }
    }

    /// <exception cref="ArgumentException">The search path names no schema that could be ours.</exception>
    internal static string SchemaOf(NpgsqlConnectionStringBuilder settings)
    {
        var schema = settings.SearchPath ?? DefaultSchema;
        return SchemaName().IsMatch(schema)
            ? schema
            : throw new ArgumentException($"The search path '{schema}' is not the name of one schema in lower-case letters.", nameof(settings));
    }

    static async Task<VaultKey> KeyAsync(Database records, string keyFile, CancellationToken cancel)
    {
        var fingerprint = await records.ReadAsync(FingerprintAsync, cancel);
        var key = VaultKey.Open(keyFile, fingerprint);
        if (fingerprint is not null)
            return key;
        var kept = await records.WriteAsync(async session =>
        {
            await Dialect.LockAsync(session, SchemaSteps.SchemaLock);
            if (await FingerprintAsync(session) is { } faster)
                return faster;
            await BulkInsert.AddAsync(session, new Target("vault_key", "fingerprint"), [[key.Fingerprint]]);
            return key.Fingerprint;
        }, cancel);
        return VaultKey.Open(keyFile, kept);
    }

    static async Task<string?> FingerprintAsync(Session session)
    {
        await using var query = session.NewCommand("SELECT fingerprint FROM vault_key");
        return (string?)await query.ExecuteScalarAsync(session.Cancel);
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,50}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SchemaName();
}
