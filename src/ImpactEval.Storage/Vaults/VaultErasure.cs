using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Vaults;

/// <summary>A person as the vault finds them.</summary>
/// <param name="Codes">Their code and every other way in which it was written.</param>
/// <param name="Tombstone">The keyed hash that stays of them.</param>
/// <param name="IsKnown">The vault holds something of them, or holds that they were erased.</param>
sealed record VaultPerson(string Organisation, long Id, IReadOnlyList<string> Codes, string Tombstone, bool IsKnown);

/// <summary>Rows that left the vault.</summary>
sealed record VaultErasure(int People, int Aliases, int Identities, int Originals, int QuarantinedTexts, int Mentions);

/// <summary>Takes one person out of the vault.</summary>
static class PersonInVault
{
    const string ByNumber = "SELECT participant_id AS Id, key_check AS KeyCheck, code AS Code FROM person WHERE participant_id = @id";

    const string ByAlias = """
        SELECT p.participant_id AS Id, p.key_check AS KeyCheck, p.code AS Code
        FROM person_alias a JOIN person p ON p.participant_id = a.participant_id
        WHERE a.code = @code AND p.organisation = @organisation
        ORDER BY p.participant_id
        """;

    const string Aliases = "SELECT code FROM person_alias WHERE participant_id = @id ORDER BY code";

    const string Identities = "SELECT body FROM identity WHERE participant_id = @id";

    static readonly Target Erased = new("erased_person", "tombstone");

    /// <exception cref="InvalidOperationException">Another person has the same number, or several people are written so.</exception>
    public static async Task<VaultPerson> FindAsync(Session session, VaultKey key, string organisation, string code)
    {
        var number = key.NumberOf(organisation, code);
        var found = await session.FirstOrDefaultAsync<PersonRow>(ByNumber, new { id = number.Id.Value });
        if (found is not null && found.KeyCheck != number.KeyCheck)
            throw new InvalidOperationException("Another person stands under the number of this code.");
        if (found is null)
        {
            var written = await session.QueryAsync<PersonRow>(ByAlias, new { code, organisation });
            if (written.Count > 1)
                throw new InvalidOperationException("Several people are written with this code; give the person's own code.");
            found = written.Count == 0 ? null : written[0];
        }
        var id = found?.Id ?? number.Id.Value;
        IReadOnlyList<string> codes = [found?.Code ?? code, .. await session.QueryAsync<string>(Aliases, new { id })];
        var tombstone = key.TombstoneOf(organisation, codes[0]);
        var erased = await session.FirstOrDefaultAsync<string>("SELECT tombstone FROM erased_person WHERE tombstone = @tombstone", new { tombstone });
        return new VaultPerson(organisation, id, codes, tombstone, found is not null || erased is not null);
    }

    /// <summary>Leaves the tombstones of all the person's codes, and nothing else.</summary>
    public static async Task<VaultErasure> EraseAsync(Session session, VaultKey key, VaultPerson person, IReadOnlyList<(long ImportId, int Number)> quarantined)
    {
        await Dialect.LockAsync(session, VaultPeople.Leaving);
        await BulkInsert.AddMissingAsync(session, Erased, "tombstone",
            [.. person.Codes.Append(person.Codes[0]).Select(code => key.TombstoneOf(person.Organisation, code)).Distinct().Select(stone => new object?[] { stone })]);
        var marks = PersonMarks.Of(person.Codes, await session.QueryAsync<string>(Identities, new { id = person.Id }));
        var texts = 0;
        foreach (var (importId, number) in quarantined)
            texts += await session.ExecuteAsync("DELETE FROM quarantine_raw WHERE import_id = @importId AND number = @number", new { importId, number });
        var identities = await RemoveAsync(session, "identity", person.Id);
        var originals = await RemoveAsync(session, "answer_original", person.Id);
        var aliases = await RemoveAsync(session, "person_alias", person.Id);
        foreach (var table in new[] { "match_pair", "match_decision" })
            await session.ExecuteAsync($"DELETE FROM {table} WHERE first_id = @id OR second_id = @id", new { id = person.Id });
        var people = await RemoveAsync(session, "person", person.Id);
        var mentions = await marks.BlotOutAsync(session);
        return new VaultErasure(people, aliases, identities, originals, texts, mentions);
    }

    static Task<int> RemoveAsync(Session session, string table, long id) =>
        session.ExecuteAsync($"DELETE FROM {table} WHERE participant_id = @id", new { id });

    sealed record PersonRow
    {
        public required long Id { get; init; }
        public required long KeyCheck { get; init; }
        public required string Code { get; init; }
    }
}
