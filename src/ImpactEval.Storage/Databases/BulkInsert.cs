using Microsoft.Data.Sqlite;
using Npgsql;

namespace ImpactEval.Storage.Databases;

/// <summary>A table and those of its columns that are filled, in the order of the values.</summary>
sealed record Target(string Table, params IReadOnlyList<string> Columns)
{
    public string List => string.Join(", ", Columns);
}

/// <summary>Many rows at once: one prepared statement in SQLite, binary COPY on PostgreSQL.</summary>
static class BulkInsert
{
    /// <summary>Adds rows that are known not to be there.</summary>
    public static Task AddAsync(Session session, Target target, IEnumerable<object?[]> rows) => session.Connection switch
    {
        NpgsqlConnection postgres => CopyAsync(session, postgres, target, rows),
        _ => InsertAsync(session, target, "", rows),
    };

    /// <summary>Adds the rows whose key is not there yet and leaves the others as they are.</summary>
    /// <param name="key">Columns of a unique key. A row that differs only outside another unique key breaks that key, as it should.</param>
    public static async Task AddMissingAsync(Session session, Target target, string key, IEnumerable<object?[]> rows)
    {
        var otherwise = $"ON CONFLICT ({key}) DO NOTHING";
        if (session.Connection is not NpgsqlConnection postgres)
        {
            await InsertAsync(session, target, otherwise, rows);
            return;
        }
        var incoming = target with { Table = $"incoming_{target.Table}" };
        await session.RunAsync($"CREATE TEMP TABLE {incoming.Table} (LIKE {target.Table}) ON COMMIT DROP");
        await CopyAsync(session, postgres, incoming, rows);
        // In the order of the key, so that two imports at once wait for each other instead of deadlocking.
        await session.RunAsync($"INSERT INTO {target.Table} ({target.List}) SELECT {target.List} FROM {incoming.Table} ORDER BY {key} {otherwise}");
    }

    static async Task CopyAsync(Session session, NpgsqlConnection postgres, Target target, IEnumerable<object?[]> rows)
    {
        await using var copy = await postgres.BeginBinaryImportAsync($"COPY {target.Table} ({target.List}) FROM STDIN (FORMAT BINARY)", session.Cancel);
        foreach (var row in rows)
            await copy.WriteRowAsync(session.Cancel, row!);
        await copy.CompleteAsync(session.Cancel);
    }

    static async Task InsertAsync(Session session, Target target, string otherwise, IEnumerable<object?[]> rows)
    {
        var values = string.Join(", ", target.Columns.Select(column => "@" + column));
        await using var command = session.NewCommand($"INSERT INTO {target.Table} ({target.List}) VALUES ({values}) {otherwise}");
        foreach (var column in target.Columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
        foreach (var row in rows)
        {
            session.Cancel.ThrowIfCancellationRequested();
            for (var column = 0; column < row.Length; column++)
                command.Parameters[column].Value = ToSqlite(row[column]);
            await command.ExecuteNonQueryAsync(session.Cancel);
        }
    }

    static object ToSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => DateOnlyColumn.ToText(day),
        double[] scores => ScoresColumn.ToBlob(scores),
        _ => value,
    };
}
