using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>
/// Who the participants are, and every text that could tell. It is written before the store and as often as needed:
/// what it holds beyond the store's merged imports is unused, never wrong.
/// </summary>
sealed class Vault(Database database, VaultKey key) : IAsyncDisposable
{
    /// <summary>Stands for "the people" among the subjects that PostgreSQL's writers lock; an arbitrary number of ours.</summary>
    const long PeopleLock = 0x50656F706C655674;

    /// <summary>
    /// Numbers the people of a file and keeps them, their identities, original answers and quarantined texts, while <paramref name="others"/> takes
    /// the rest of every batch. The vault is committed when this ends.
    /// </summary>
    public Task KeepAsync(long importId, string organisation, IEnumerable<FileBatch> batches, IBatchRows others, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            // People are added in the order in which files name them: two writers at once could wait for each other.
            await Dialect.LockAsync(session, PeopleLock);
            await VaultRows.RemoveAsync(session, importId);
            var rows = new VaultRows(session, importId, organisation);
            var numbers = new PeopleNumbers(key, organisation);
            await foreach (var batch in batches.Select(numbers.Of).ReadAheadAsync(cancel))
                await Task.WhenAll(rows.AddAsync(batch), others.AddAsync(batch));
            await Task.WhenAll(rows.CompleteAsync(), others.CompleteAsync());
            return importId;
        }, cancel);

    /// <summary>Takes out what an import brought; people stay, since other files may speak of them.</summary>
    public Task ForgetAsync(long importId, CancellationToken cancel) => database.WriteAsync(async session =>
    {
        await VaultRows.RemoveAsync(session, importId);
        return importId;
    }, cancel);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
