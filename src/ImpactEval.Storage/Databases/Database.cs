using System.Data.Common;

namespace ImpactEval.Storage.Databases;

/// <summary>Runs work in transactions, all or nothing, and says in our words why a database cannot be used.</summary>
sealed class Database(DbDataSource source) : IAsyncDisposable
{
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => InTransactionAsync(Dialect.BeginReadAsync, work, cancel);

    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => InTransactionAsync(Dialect.BeginWriteAsync, work, cancel);

    /// <summary>A reading transaction that stays open: all that is read in it is of one moment.</summary>
    public async Task<ReadMoment> OpenReadAsync(CancellationToken cancel)
    {
        try
        {
            var connection = await source.OpenConnectionAsync(cancel);
            var transaction = await Dialect.BeginReadAsync(connection, cancel);
            var moment = new ReadMoment(new Session(connection, transaction, cancel));
            // The moment is that of the first query.
            await SchemaSteps.CountAsync(moment.Session);
            return moment;
        }
        catch (DbException failure) when (StoreFailure.KindOf(failure) is { } kind)
        {
            throw new StoreUnavailableException(kind, failure.Message, failure);
        }
    }

    /// <summary>Rewrites the tables so that the bytes of deleted rows are gone from the database's files.</summary>
    /// <returns>False when another program was reading: what was deleted is gone for every query, its bytes are not yet.</returns>
    public async Task<bool> WipeAsync(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            return await Dialect.WipeAsync(connection, tables, cancel);
        }
        catch (DbException failure) when (StoreFailure.KindOf(failure) is StoreUnavailableKind.Locked)
        {
            return false;
        }
        catch (DbException failure) when (StoreFailure.KindOf(failure) is { } kind)
        {
            throw new StoreUnavailableException(kind, failure.Message, failure);
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    async Task<T> InTransactionAsync<T>(
        Func<DbConnection, CancellationToken, ValueTask<DbTransaction>> begin, Func<Session, Task<T>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            await using var transaction = await begin(connection, cancel);
            var answer = await work(new Session(connection, transaction, cancel));
            cancel.ThrowIfCancellationRequested();
            // Once it has begun a commit is seen through, so that the caller knows what became of it.
            await transaction.CommitAsync(CancellationToken.None);
            return answer;
        }
        catch (DbException failure) when (StoreFailure.KindOf(failure) is { } kind)
        {
            throw new StoreUnavailableException(kind, failure.Message, failure);
        }
    }
}

/// <summary>An open reading transaction.</summary>
sealed class ReadMoment(Session session) : IAsyncDisposable
{
    public Session Session { get; } = session;

    public async ValueTask DisposeAsync()
    {
        await Session.Transaction.DisposeAsync();
        await Session.Connection.DisposeAsync();
    }
}
