using System.Data.Common;
using Dapper;

namespace ImpactEval.Storage.Databases;

/// <summary>One open transaction and what is asked of it.</summary>
sealed class Session(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
{
    public DbConnection Connection { get; } = connection;

    public DbTransaction Transaction { get; } = transaction;

    public CancellationToken Cancel { get; } = cancel;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        [.. await Connection.QueryAsync<T>(Command(sql, parameters))];

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters = null) => Connection.QueryFirstOrDefaultAsync<T?>(Command(sql, parameters));

    public Task<int> ExecuteAsync(string sql, object? parameters = null) => Connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>Runs one statement of our own making without the row mapper, whose start costs more than opening a store may.</summary>
    public async Task<int> RunAsync(string sql)
    {
        await using var command = NewCommand(sql);
        return await command.ExecuteNonQueryAsync(Cancel);
    }

    public DbCommand NewCommand(string sql)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
#pragma warning disable CA2100 // Every text comes from a constant or a migration of ours.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    CommandDefinition Command(string sql, object? parameters) => RowMapper.Command(sql, parameters, Transaction, Cancel);

    /// <summary>Tells Dapper of our column types, once and not before it is used.</summary>
    static class RowMapper
    {
        static RowMapper()
        {
            SqlMapper.AddTypeHandler(new DateOnlyColumn());
            SqlMapper.AddTypeHandler(new ScoresColumn());
        }

        public static CommandDefinition Command(string sql, object? parameters, DbTransaction transaction, CancellationToken cancel) =>
            new(sql, parameters, transaction, cancellationToken: cancel);
    }
}
