using System.Globalization;
using System.Reflection;

namespace ImpactEval.Storage.Databases;

/// <summary>One migration: its number, its file and the fingerprint by which an edit after release is noticed.</summary>
sealed record SchemaStep(int Number, string File, string Text)
{
    public string Sha256 { get; } = Fingerprint.OfText(Text);
}

/// <summary>The steps a database had gone through before, and has now.</summary>
sealed record SchemaChange(int From, int To)
{
    /// <summary>A store that was there already was brought forward; making a new one is no change of it.</summary>
    public bool IsMigration => From > 0 && To > From;
}

/// <summary>Brings a database forward to the schema of this program, all steps in one transaction.</summary>
static class SchemaSteps
{
    /// <summary>Stands for "the schema" among the subjects that PostgreSQL's writers lock; an arbitrary number of ours.</summary>
    public const long SchemaLock = 0x496D706163744576;

    const string CreateLedger = "CREATE TABLE IF NOT EXISTS schema_step (step integer NOT NULL PRIMARY KEY, file text NOT NULL, sha256 text NOT NULL)";

    /// <param name="part">Folder of the steps below the dialect's: empty for the store, <c>Vault/</c> for the vault.</param>
    /// <exception cref="StoreUnavailableException">The database is newer than this program, or went through a step that was edited since.</exception>
    public static async Task<SchemaChange> ApplyAsync(Database database, string part, CancellationToken cancel)
    {
        var before = await database.ReadAsync(async session => (Missing: (await MissingAsync(session, part)).Count, Applied: await CountAsync(session)), cancel);
        if (before.Missing == 0)
            return new SchemaChange(before.Applied, before.Applied);
        return await database.WriteAsync(async session =>
        {
            await Dialect.LockAsync(session, SchemaLock);
            await Dialect.CreateSchemaAsync(session);
            await session.RunAsync(CreateLedger);
            // Asked again: another process may have been faster.
            var missing = await MissingAsync(session, part);
            foreach (var step in missing)
                await ApplyAsync(session, step);
            var now = await CountAsync(session);
            return new SchemaChange(now - missing.Count, now);
        }, cancel);
    }

    /// <summary>Migrations that the database went through.</summary>
    public static async Task<int> CountAsync(Session session) => (await AppliedAsync(session)).Count;

    /// <summary>The steps embedded for one dialect, in order.</summary>
    public static IReadOnlyList<SchemaStep> Of(string dialect, string part)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Migrations/{dialect}/{part}";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && !name[folder.Length..].Contains('/', StringComparison.Ordinal))
            .Select(name => new SchemaStep(
                int.Parse(name.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), name, Read(assembly, name)))
            .OrderBy(step => step.Number)];
    }

    static async Task<IReadOnlyList<SchemaStep>> MissingAsync(Session session, string part)
    {
        var known = Of(Dialect.NameOf(session.Connection), part);
        var applied = await AppliedAsync(session);
        if (applied.Count > known.Count)
            throw new StoreUnavailableException(StoreUnavailableKind.NewerSchema,
                $"The store is at schema step {applied.Count}; this program knows {known.Count}. Use the newer program.");
        foreach (var (step, sha256) in known.Zip(applied))
        {
            if (step.Sha256 != sha256)
                throw new StoreUnavailableException(StoreUnavailableKind.EditedMigration,
                    $"{step.File} was edited after this store went through it: applied {sha256}, found {step.Sha256}.");
        }
        return [.. known.Skip(applied.Count)];
    }

    static async Task<IReadOnlyList<string>> AppliedAsync(Session session)
    {
        await using var exists = session.NewCommand(Dialect.TableExists(session.Connection));
        if (Convert.ToInt64(await exists.ExecuteScalarAsync(session.Cancel), CultureInfo.InvariantCulture) == 0)
            return [];
        await using var query = session.NewCommand("SELECT sha256 FROM schema_step ORDER BY step");
        await using var reader = await query.ExecuteReaderAsync(session.Cancel);
        var applied = new List<string>();
        while (await reader.ReadAsync(session.Cancel))
            applied.Add(reader.GetString(0));
        return applied;
    }

    /// <remarks>One statement per command: Citus wants it so.</remarks>
    static async Task ApplyAsync(Session session, SchemaStep step)
    {
        foreach (var statement in step.Text.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await session.RunAsync(statement);
        await BulkInsert.AddAsync(session, new Target("schema_step", "step", "file", "sha256"), [[step.Number, step.File, step.Sha256]]);
    }

    static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded."));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
