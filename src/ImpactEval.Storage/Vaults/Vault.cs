using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>
/// Who the participants are, and every text that could tell. It is written before the store and as often as needed:
/// what it holds beyond the store's merged imports is unused, never wrong.
/// </summary>
sealed class Vault(Database database, VaultKey key) : IAsyncDisposable
{
    static readonly Target Person = new("person", "participant_id", "key_check", "organisation", "code");
    static readonly Target Alias = new("person_alias", "participant_id", "code");
    static readonly Target Identity = new("identity", "import_id", "number", "participant_id", "body");
    static readonly Target AnswerOriginal = new("answer_original", "import_id", "number", "participant_id", "body");
    static readonly Target QuarantineRaw = new("quarantine_raw", "import_id", "number", "found");
    static readonly Target[] OfImport = [Identity, AnswerOriginal, QuarantineRaw];

    /// <summary>Keeps the people, identities, original answers and quarantined texts of a file.</summary>
    /// <returns>The number of everybody in the file, by code.</returns>
    public async Task<IReadOnlyDictionary<string, ParticipantId>> KeepAsync(long importId, string organisation, FileRecords file, CancellationToken cancel)
    {
        var people = Codes(file).Distinct(StringComparer.Ordinal).ToDictionary(code => code, code => key.NumberOf(organisation, code));
        var rows = new VaultRows(importId, people);
        await database.WriteAsync(async session =>
        {
            await Dialect.ShareAsync(session, VaultPeople.Leaving);
            await Dialect.LockAsync(session, importId);
            await ForgetAsync(session, importId);
            // A second person on the same number breaks the key of the number: nothing is stored rather than two people mixed.
            await BulkInsert.AddMissingAsync(session, Person, "participant_id, key_check", people.Select(person =>
                new object?[] { person.Value.Id.Value, person.Value.KeyCheck, organisation, person.Key }));
            await BulkInsert.AddMissingAsync(session, Alias, "participant_id, code", rows.Aliases(file));
            await BulkInsert.AddAsync(session, Identity, rows.Identities(file));
            await BulkInsert.AddAsync(session, AnswerOriginal, rows.Answers(file));
            await BulkInsert.AddAsync(session, QuarantineRaw, rows.Quarantined(file));
            return importId;
        }, cancel);
        return people.ToDictionary(person => person.Key, person => person.Value.Id);
    }

    /// <summary>Takes out what an import brought; people stay, since other files may speak of them.</summary>
    public Task ForgetAsync(long importId, CancellationToken cancel) => database.WriteAsync(async session =>
    {
        await ForgetAsync(session, importId);
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
            foreach (var target in OfImport)
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

    static async Task ForgetAsync(Session session, long importId)
    {
        foreach (var target in OfImport)
            await session.ExecuteAsync($"DELETE FROM {target.Table} WHERE import_id = @importId", new { importId });
    }

    static IEnumerable<string> Codes(FileRecords file) =>
        file.People.Select(person => person.Code)
            .Concat(file.Assessments.Select(assessment => assessment.Person))
            .Concat(file.Answers.Select(answer => answer.Person));
}
