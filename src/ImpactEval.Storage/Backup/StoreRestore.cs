using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Vaults;
using Npgsql;

namespace ImpactEval.Storage.Backup;

/// <summary>
/// Makes a store of a backup, in whatever database. It is built beside the place where it goes and takes that place at the very end, so that a
/// restore that fails leaves everything as it was.
/// </summary>
public static class StoreRestore
{
    /// <summary>Rows of the archive that are in memory together.</summary>
    const int RowsAtOnce = 10_000;

    /// <param name="force">Whether a store that is there already may be replaced.</param>
    /// <exception cref="StoreUnavailableException">The archive or the database cannot be used, or a store is there; nothing was changed.</exception>
    public static async Task<BackupManifest> RunAsync(string file, string? passphrase, StoreLocation target, Author author, bool force, CancellationToken cancel)
    {
        using var archive = BackupReader.Open(file, passphrase);
        RefuseNewer(archive.Manifest);
        var place = await RestorePlace.OfAsync(target, cancel);
        if (place.IsTaken && !force)
            throw new StoreUnavailableException(StoreUnavailableKind.NotEmpty, "A store is there already.");
        try
        {
            await place.ClearAsync(cancel);
            place.WriteKey(archive.Key());
            await using (var store = await Store.OpenAsync(place.Building, author, cancel))
                await LoadAsync(store, archive, cancel);
            await place.TakePlaceAsync(cancel);
        }
        finally
        {
            await place.ClearAsync(CancellationToken.None);
        }
        return archive.Manifest;
    }

    static void RefuseNewer(BackupManifest manifest)
    {
        // Both dialects go through the same steps.
        var (records, vault) = (SchemaSteps.Of("Sqlite", "").Count, SchemaSteps.Of("Sqlite", "Vault/").Count);
        if (manifest.RecordsStep > records || manifest.VaultStep > vault)
            throw new StoreUnavailableException(StoreUnavailableKind.NewerSchema, "The backup was made by a newer version of the program.");
    }

    static async Task LoadAsync(Store store, BackupReader archive, CancellationToken cancel)
    {
        await store.Vault.WriteAsync(session => LoadAsync(session, archive, isVault: true), cancel);
        await store.Records.WriteAsync(
            async session =>
            {
                await LoadAsync(session, archive, isVault: false);
                return await AuditLog.AppendAsync(session, store.Author, AuditAction.Restore, "", new { archive.Manifest.ContentSha256, archive.Manifest.AuditHead });
            },
            cancel);
    }

    static async Task<bool> LoadAsync(Session session, BackupReader archive, bool isVault)
    {
        foreach (var table in ArchiveTable.All.Where(table => table.IsVault == isVault))
        {
            foreach (var rows in archive.Rows(table).Chunk(RowsAtOnce))
                await BulkInsert.AddAsync(session, table.Target, rows);
        }
        return true;
    }
}

/// <summary>Where a restored store is built, and how it takes its place.</summary>
abstract class RestorePlace(bool isTaken, StoreLocation building, string keyFile)
{
    public bool IsTaken { get; } = isTaken;

    public StoreLocation Building { get; } = building;

    public static async Task<RestorePlace> OfAsync(StoreLocation target, CancellationToken cancel) => target switch
    {
        StoreLocation.Folder folder => new InFolder(folder),
        StoreLocation.Server server => await OnServer.OfAsync(server, cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, null),
    };

    /// <summary>Removes what an earlier restore left unfinished.</summary>
    public abstract Task ClearAsync(CancellationToken cancel);

    public abstract Task TakePlaceAsync(CancellationToken cancel);

    public void WriteKey(byte[] key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(keyFile))!);
        using var file = PrivateFile.Create(keyFile);
        file.Write(key);
    }

    sealed class InFolder(StoreLocation.Folder target) : RestorePlace(
        File.Exists(Path.Combine(target.Path, "store.db")), target with { Path = BuildingOf(target) }, Path.Combine(BuildingOf(target), "vault.key"))
    {
        static string BuildingOf(StoreLocation.Folder target) => Path.TrimEndingDirectorySeparator(target.Path) + ".restoring";

        public override Task ClearAsync(CancellationToken cancel)
        {
            if (Directory.Exists(BuildingOf(target)))
                Directory.Delete(BuildingOf(target), recursive: true);
            return Task.CompletedTask;
        }

        public override Task TakePlaceAsync(CancellationToken cancel)
        {
            var replaced = Path.TrimEndingDirectorySeparator(target.Path) + ".replaced";
            if (Directory.Exists(replaced))
                Directory.Delete(replaced, recursive: true);
            if (Directory.Exists(target.Path))
                Directory.Move(target.Path, replaced);
            Directory.Move(BuildingOf(target), target.Path);
            if (Directory.Exists(replaced))
                Directory.Delete(replaced, recursive: true);
            return Task.CompletedTask;
        }
    }

    sealed class OnServer(StoreLocation.Server target, StoreLocation.Server building, string schema, bool isTaken)
        : RestorePlace(isTaken, building, building.VaultKeyFile)
    {
        const string Suffix = "_new";

        public static async Task<OnServer> OfAsync(StoreLocation.Server target, CancellationToken cancel)
        {
            var settings = new NpgsqlConnectionStringBuilder(target.ConnectionString);
            var schema = Store.SchemaOf(settings);
            var building = target with
            {
                ConnectionString = new NpgsqlConnectionStringBuilder(target.ConnectionString) { SearchPath = schema + Suffix }.ConnectionString,
                VaultKeyFile = target.VaultKeyFile + ".restoring",
            };
            await using var database = new Database(NpgsqlDataSource.Create(target.ConnectionString));
            var tables = await database.ReadAsync(
                session => session.FirstOrDefaultAsync<long>("SELECT count(*) FROM information_schema.tables WHERE table_schema = @schema", new { schema }), cancel);
            return new OnServer(target, building, schema, tables > 0);
        }

        public override async Task ClearAsync(CancellationToken cancel)
        {
            File.Delete(building.VaultKeyFile);
            await RunAsync([$"DROP SCHEMA IF EXISTS {schema}{Suffix} CASCADE", $"DROP SCHEMA IF EXISTS {schema}{Suffix}_vault CASCADE"], cancel);
        }

        public override async Task TakePlaceAsync(CancellationToken cancel)
        {
            await RunAsync(
                [
                    $"DROP SCHEMA IF EXISTS {schema} CASCADE", $"DROP SCHEMA IF EXISTS {schema}_vault CASCADE",
                    $"ALTER SCHEMA {schema}{Suffix} RENAME TO {schema}", $"ALTER SCHEMA {schema}{Suffix}_vault RENAME TO {schema}_vault",
                ],
                cancel);
            File.Move(building.VaultKeyFile, target.VaultKeyFile, overwrite: true);
        }

        /// <remarks>One transaction, one statement per command.</remarks>
        async Task RunAsync(IReadOnlyList<string> statements, CancellationToken cancel)
        {
            await using var database = new Database(NpgsqlDataSource.Create(target.ConnectionString));
            await database.WriteAsync(
                async session =>
                {
                    foreach (var statement in statements)
                        await session.RunAsync(statement);
                    return true;
                },
                cancel);
        }
    }
}
