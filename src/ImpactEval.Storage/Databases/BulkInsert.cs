using Microsoft.Data.Sqlite;
using Npgsql;

namespace ImpactEval.Storage.Databases;

/// <summary>A table and those of its columns that are filled, in the order of the values.</summary>
sealed record Target(string Table, params IReadOnlyList<string> Columns)
{
    public string List => string.Join(", ", Columns);
}

/// <summary>Takes the values of one row, column after column.</summary>
interface IRowWriter
{
    IRowWriter Add(long value);

    IRowWriter Add(int value);

    IRowWriter Add(double value);

    IRowWriter Add(string? value);

    IRowWriter Add(DateOnly? value);

    IRowWriter Add(double[] value);
}

/// <summary>Many rows at once: one prepared statement in SQLite, binary COPY on PostgreSQL.</summary>
static class BulkInsert
{
    /// <summary>Adds rows that are known not to be there.</summary>
    public static Task AddAsync<T>(Session session, Target target, IReadOnlyCollection<T> rows, Action<IRowWriter, T> write) =>
        AddAsync(session, target, rows, write, "");

    /// <summary>Adds a few rows that are known not to be there.</summary>
    public static Task AddAsync(Session session, Target target, IReadOnlyCollection<object?[]> rows) => AddAsync(session, target, rows, WriteValues);

    /// <summary>Adds the rows whose key is not there yet and leaves the others as they are.</summary>
    /// <param name="key">Columns of a unique key. A row that differs only outside another unique key breaks that key, as it should.</param>
    public static async Task AddMissingAsync(Session session, Target target, string key, IReadOnlyCollection<object?[]> rows)
    {
        var missing = new MissingRows<object?[]>(session, target, key, WriteValues);
        await missing.AddAsync(rows);
        await missing.MergeAsync();
    }

    internal static Task AddAsync<T>(Session session, Target target, IReadOnlyCollection<T> rows, Action<IRowWriter, T> write, string otherwise)
    {
        if (rows.Count == 0)
            return Task.CompletedTask;
        return session.Connection is NpgsqlConnection postgres
            ? CopyAsync(session, postgres, target, rows, write)
            : Task.Run(() => Insert(session, target, rows, write, otherwise), session.Cancel);
    }

    static async Task CopyAsync<T>(Session session, NpgsqlConnection postgres, Target target, IReadOnlyCollection<T> rows, Action<IRowWriter, T> write)
    {
        // Without the end of COPY the server takes nothing of it.
        await using var wire = await postgres.BeginRawBinaryCopyAsync($"COPY {target.Table} ({target.List}) FROM STDIN (FORMAT BINARY)", session.Cancel);
        try
        {
            // On a thread of its own, since the server may be slower than the rows come.
            await Task.Run(() => Copy(session, wire, target, rows, write), session.Cancel);
        }
        catch
        {
            await wire.CancelAsync();
            throw;
        }
    }

    static void Copy<T>(Session session, NpgsqlRawCopyStream wire, Target target, IReadOnlyCollection<T> rows, Action<IRowWriter, T> write)
    {
        var writer = new CopyWriter(wire, target.Columns.Count);
        writer.Begin();
        foreach (var row in rows)
        {
            session.Cancel.ThrowIfCancellationRequested();
            writer.BeginRow();
            write(writer, row);
        }
        writer.End();
    }

    static void Insert<T>(Session session, Target target, IReadOnlyCollection<T> rows, Action<IRowWriter, T> write, string otherwise)
    {
        var values = string.Join(", ", target.Columns.Select(_ => "?"));
        using var insert = new SqliteStatement((SqliteConnection)session.Connection, $"INSERT INTO {target.Table} ({target.List}) VALUES ({values}) {otherwise}");
        foreach (var row in rows)
        {
            session.Cancel.ThrowIfCancellationRequested();
            write(insert, row);
            insert.Run();
        }
    }

    static void WriteValues(IRowWriter row, object?[] values)
    {
        foreach (var value in values)
        {
            _ = value switch
            {
                null => row.Add((string?)null),
                string text => row.Add(text),
                long number => row.Add(number),
                int number => row.Add(number),
                double number => row.Add(number),
                DateOnly day => row.Add(day),
                double[] scores => row.Add(scores),
                _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(values)),
            };
        }
    }
}
