using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using Npgsql;

namespace ImpactEval.Storage.Distribution;

/// <summary>How far a store is brought forward and spread.</summary>
/// <param name="DistributedTables">Names of the tables that lie on the workers; empty on one machine.</param>
public sealed record SchemaReport(int RecordsStep, int VaultStep, IReadOnlyList<string> DistributedTables);

/// <summary>
/// Spreads the large tables over a Citus cluster by participant (decision 0007). The words they refer to become reference tables; book-keeping and
/// the vault stay on the coordinator. Each statement runs alone and says by itself whether it is still needed, so it may be run again after a failure.
/// </summary>
public sealed class ClusterStore(Store store)
{
    /// <summary>An internal error, with which Citus refuses plans; Npgsql closes the connection on it, and what follows needs a new one.</summary>
    const string InternalError = "XX000";

    const string IsThere = "SELECT count(*) FROM pg_extension WHERE extname = 'citus'";

    const string Distributed = """
        SELECT c.relname
        FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND p.partmethod IN ('h', 'n')
        ORDER BY c.relname
        """;

    /// <summary>Tables in the order in which they are spread, each with what spreads it.</summary>
    internal static readonly IReadOnlyList<(string Table, string Statement)> Steps =
    [
        ("instrument_version", "SELECT create_reference_table('instrument_version')"),
        ("item", "SELECT create_reference_table('item')"),
        ("participant", "SELECT create_distributed_table('participant', 'participant_id')"),
        .. Erasure.PersonRows.Tables.Select(table => (table, $"SELECT create_distributed_table('{table}', 'participant_id', colocate_with => 'participant')")),
    ];

    /// <summary>A reference table may not refer to a table that stays on the coordinator.</summary>
    const string Unbind = "ALTER TABLE instrument_version DROP CONSTRAINT IF EXISTS instrument_version_study_id_fkey";

    public Task<bool> IsAvailableAsync(CancellationToken cancel) => store.Location is StoreLocation.Server
        ? store.Records.ReadAsync(async session => await session.FirstOrDefaultAsync<long>(IsThere) > 0, cancel)
        : Task.FromResult(false);

    public async Task<SchemaReport> ReportAsync(CancellationToken cancel) => new(
        await store.Records.ReadAsync(SchemaSteps.CountAsync, cancel),
        await store.Vault.ReadAsync(SchemaSteps.CountAsync, cancel),
        await IsAvailableAsync(cancel) ? await store.Records.ReadAsync(DistributedAsync, cancel) : []);

    /// <summary>Spreads what is not spread yet.</summary>
    /// <exception cref="StoreUnavailableException">The database is no Citus cluster; nothing was changed.</exception>
    public async Task<SchemaReport> DistributeAsync(CancellationToken cancel)
    {
        if (!await IsAvailableAsync(cancel))
            throw new StoreUnavailableException(StoreUnavailableKind.NoCluster, "The database has no extension citus.");
        if (await SpreadAsync(cancel) > 0)
            await new AuditLog(store).AppendAsync(AuditAction.Distribute, "", new { Tables = Steps.Select(step => step.Table) }, cancel);
        return await ReportAsync(cancel);
    }

    /// <returns>How many tables had to be spread.</returns>
    internal async Task<int> SpreadAsync(CancellationToken cancel)
    {
        await AloneAsync(session => session.RunAsync(Unbind), cancel);
        var spread = 0;
        foreach (var (table, statement) in Steps)
            spread += await AloneAsync(session => SpreadAsync(session, table, statement), cancel);
        return spread;
    }

    static async Task<int> SpreadAsync(Session session, string table, string statement)
    {
        await Dialect.LockAsync(session, SchemaSteps.SchemaLock);
        if ((await DistributedAsync(session)).Contains(table))
            return 0;
        await session.RunAsync(statement);
        // What the coordinator held before would stay there, out of sight of every query and out of reach of an erasure.
        if (!statement.Contains("reference", StringComparison.Ordinal))
            await session.RunAsync($"SELECT truncate_local_data_after_distributing_table('{table}')");
        return 1;
    }

    static Task<IReadOnlyList<string>> DistributedAsync(Session session) => session.QueryAsync<string>(Distributed);

    /// <summary>
    /// One statement in a transaction and on a connection of its own. A refused plan closes the connection, so the second attempt opens another; it
    /// asks the workers one after the other, which Citus wants where tables refer to each other.
    /// </summary>
    async Task<int> AloneAsync(Func<Session, Task<int>> statement, CancellationToken cancel)
    {
        try
        {
            return await store.Records.WriteAsync(statement, cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == InternalError)
        {
            return await store.Records.WriteAsync(
                async session =>
                {
                    await session.RunAsync("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");
                    return await statement(session);
                },
                cancel);
        }
    }
}
