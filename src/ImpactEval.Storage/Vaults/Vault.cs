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

    /// <summary>Who is whom under several codes.</summary>
    public MatchLedger Matches { get; } = new(database);

    /// <summary>Keeps the people, identities, original answers and quarantined texts of a file.</summary>
    /// <returns>The number of everybody in the file, by code.</returns>
    public async Task<IReadOnlyDictionary<string, ParticipantId>> KeepAsync(long importId, string organisation, FileRecords file, CancellationToken cancel)
    {
        var people = Codes(file).Distinct(StringComparer.Ordinal).ToDictionary(code => code, code => key.NumberOf(organisation, code));
        var rows = new VaultRows(importId, people);
        await database.WriteAsync(async session =>
        {
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
