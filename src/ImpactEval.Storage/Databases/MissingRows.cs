using Npgsql;

namespace ImpactEval.Storage.Databases;

/// <summary>
/// Rows of which some may be there already: they come in batches, and those whose key is not there are added. PostgreSQL collects them beside the table
/// and merges them at once.
/// </summary>
/// <param name="key">Columns of a unique key. A row that differs only outside another unique key breaks that key, as it should.</param>
sealed class MissingRows<T>(Session session, Target target, string key, Action<IRowWriter, T> write)
{
    readonly Target incoming = target with { Table = $"incoming_{target.Table}" };
    bool isCollecting, isWaiting;

    string Otherwise => $"ON CONFLICT ({key}) DO NOTHING";

    public async Task AddAsync(IReadOnlyCollection<T> rows)
    {
        if (session.Connection is not NpgsqlConnection)
        {
            await BulkInsert.AddAsync(session, target, rows, write, Otherwise);
            return;
        }
        if (rows.Count == 0)
            return;
        if (!isCollecting)
            await session.RunAsync($"CREATE TEMP TABLE {incoming.Table} (LIKE {target.Table}) ON COMMIT DROP");
        isCollecting = isWaiting = true;
        await BulkInsert.AddAsync(session, incoming, rows, write);
    }

    /// <summary>All rows that came are in the table after this.</summary>
    public async Task MergeAsync()
    {
        if (!isWaiting)
            return;
        isWaiting = false;
        // In the order of the key, so that two imports at once wait for each other instead of deadlocking.
        await session.RunAsync($"INSERT INTO {target.Table} ({target.List}) SELECT {target.List} FROM {incoming.Table} ORDER BY {key} {Otherwise}");
        await session.RunAsync($"TRUNCATE {incoming.Table}");
    }
}
