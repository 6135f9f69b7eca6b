using Npgsql;

namespace ImpactEval.Storage.Databases;

/// <summary>
/// Rows of which some may be there already: they come in batches, and those whose key is not there are added. PostgreSQL collects them beside the table
/// and merges them at once.
/// </summary>
/// <param name="key">Columns of a unique key. A row that differs only outside another unique key breaks that key, as it should.</param>
sealed class MissingRows<T>(Session session, Target target, string key, Action<IRowWriter, T> write)
{
    /// <summary>Rows sent to PostgreSQL at once: every sending costs the way there and back.</summary>
    const int RowsAtOnce = 16 * 1024;

    readonly Target incoming = target with { Table = $"incoming_{target.Table}" };
    readonly List<T> unsent = [];
    bool isThere, isWaiting;

    string Otherwise => $"ON CONFLICT ({key}) DO NOTHING";

    public async Task AddAsync(IReadOnlyCollection<T> rows)
    {
        if (session.Connection is not NpgsqlConnection)
        {
            await BulkInsert.AddAsync(session, target, rows, write, Otherwise);
            return;
        }
        unsent.AddRange(rows);
        if (unsent.Count >= RowsAtOnce)
            await SendAsync();
    }

    /// <summary>All rows that came are in the table after this.</summary>
    public async Task MergeAsync()
    {
        await SendAsync();
        if (!isWaiting)
            return;
        isWaiting = false;
        // In the order of the key, so that two imports at once wait for each other instead of deadlocking.
        await session.RunAsync($"INSERT INTO {target.Table} ({target.List}) SELECT {target.List} FROM {incoming.Table} ORDER BY {key} {Otherwise}");
        await session.RunAsync($"TRUNCATE {incoming.Table}");
    }

    async Task SendAsync()
    {
        if (unsent.Count == 0)
            return;
        if (!isThere)
            await session.RunAsync($"CREATE TEMP TABLE {incoming.Table} (LIKE {target.Table}) ON COMMIT DROP");
        isThere = isWaiting = true;
        await BulkInsert.AddAsync(session, incoming, unsent, write);
        unsent.Clear();
    }
}
