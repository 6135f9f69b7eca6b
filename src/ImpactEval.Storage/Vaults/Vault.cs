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

    /// <summary>Who is whom under several codes.</summary>
    public MatchLedger Matches { get; } = new(database);

    /// <summary>
    /// Numbers the people of a file and keeps them, their identities, original answers and quarantined texts, while <paramref name="others"/> takes
    /// the rest of every batch. The vault is committed when this ends.
    /// </summary>
    public Task KeepAsync(long importId, string organisation, IEnumerable<FileBatch> batches, IBatchRows others, CancellationToken cancel) =>
        database.WriteAsync(async session =>
        {
            await Dialect.ShareAsync(session, VaultPeople.Leaving);
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

    /// <summary>Takes out the codes and aliases of people whom no row of the store speaks of and who have no identity here.</summary>
    /// <param name="known">The people whom the store speaks of.</param>
    /// <returns>How many people were taken out.</returns>
    public Task<int> ForgetUnknownAsync(IReadOnlySet<long> known, CancellationToken cancel) =>
        database.WriteAsync(session => VaultPeople.ForgetUnknownAsync(session, known), cancel);

    /// <summary>Rows that an import brought to the vault.</summary>
    public Task<int> CountAsync(long importId, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var rows = 0L;
            foreach (var target in VaultRows.OfImport)
                rows += (await session.QueryAsync<long>($"SELECT count(*) FROM {target.Table} WHERE import_id = @importId", new { importId })).Single();
            return (int)rows;
        },
        cancel);

    /// <summary>The key itself, for a backup: without it nobody in a restored store could be recognised.</summary>
    public byte[] KeyBytes => key.Bytes;

    public Task<ReadMoment> OpenReadAsync(CancellationToken cancel) => database.OpenReadAsync(cancel);

    /// <summary>Changes the vault in one transaction.</summary>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => database.WriteAsync(work, cancel);

    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancel) => database.ReadAsync(work, cancel);

    /// <summary>The keyed hashes of everybody who was erased.</summary>
    public Task<IReadOnlySet<string>> TombstonesAsync(CancellationToken cancel) => database.ReadAsync<IReadOnlySet<string>>(
        async session => (await session.QueryAsync<string>("SELECT tombstone FROM erased_person")).ToHashSet(StringComparer.Ordinal), cancel);

    /// <inheritdoc cref="VaultKey.TombstoneOf"/>
    public string TombstoneOf(string organisation, string code) => key.TombstoneOf(organisation, code);

    /// <summary>Who stands under a code, and what the vault would have to let go of.</summary>
    public Task<VaultPerson> FindAsync(string organisation, string code, CancellationToken cancel) =>
        database.ReadAsync(session => PersonInVault.FindAsync(session, key, organisation, code), cancel);

    public Task<VaultErasure> EraseAsync(VaultPerson person, IReadOnlyList<(long ImportId, int Number)> quarantined, CancellationToken cancel) =>
        database.WriteAsync(session => PersonInVault.EraseAsync(session, key, person, quarantined), cancel);

    /// <summary>Takes out people who were erased and came back with a file that was on its way in at that moment.</summary>
    public Task<int> ForgetErasedAsync(CancellationToken cancel) => database.WriteAsync(session => VaultPeople.ForgetErasedAsync(session, key), cancel);

    public string KeyFingerprint => key.Fingerprint;

    public Task<int> CountErasedAsync(CancellationToken cancel) => database.ReadAsync(async session => (await VaultPeople.ErasedAsync(session, key)).Count, cancel);

    public Task<int> CountUnknownAsync(IReadOnlySet<long> known, CancellationToken cancel) =>
        database.ReadAsync(async session => (await VaultPeople.UnknownAsync(session, known)).Count, cancel);

    /// <inheritdoc cref="Database.WipeAsync"/>
    public Task<bool> WipeAsync(CancellationToken cancel) => database.WipeAsync(["person", "person_alias", "identity", "answer_original", "quarantine_raw"], cancel);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
