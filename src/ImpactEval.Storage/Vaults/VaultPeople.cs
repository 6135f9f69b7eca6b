using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Vaults;

/// <summary>Takes people out of the vault.</summary>
static class VaultPeople
{
    /// <summary>
    /// Stands for "people leave the vault" among the subjects that PostgreSQL's writers lock; an arbitrary number of ours. Files that bring people
    /// share it, so that nobody leaves between their code and their texts.
    /// </summary>
    public const long Leaving = 0x496D70616374506C;

    static readonly Target Going = new("going", "participant_id");

    /// <remarks>An identity or an original answer is written before the store speaks of the person: such a person is on the way in, not unknown.</remarks>
    const string WithoutTexts = """
        SELECT participant_id FROM person
        EXCEPT SELECT participant_id FROM identity
        EXCEPT SELECT participant_id FROM answer_original
        """;

    public static async Task<int> ForgetUnknownAsync(Session session, IReadOnlySet<long> known)
    {
        await Dialect.LockAsync(session, Leaving);
        var unknown = await UnknownAsync(session, known);
        return unknown.Count == 0 ? 0 : await ForgetAsync(session, unknown);
    }

    public static async Task<int> ForgetErasedAsync(Session session, VaultKey key)
    {
        await Dialect.LockAsync(session, Leaving);
        var back = await ErasedAsync(session, key);
        return back.Count == 0 ? 0 : await ForgetAsync(session, back);
    }

    /// <summary>People whom the store does not speak of and who have no text here.</summary>
    public static async Task<IReadOnlyList<long>> UnknownAsync(Session session, IReadOnlySet<long> known) =>
        [.. (await session.QueryAsync<long>(WithoutTexts)).Where(person => !known.Contains(person))];

    /// <summary>People who are here although they were erased.</summary>
    public static async Task<IReadOnlyList<long>> ErasedAsync(Session session, VaultKey key)
    {
        var stones = (await session.QueryAsync<string>("SELECT tombstone FROM erased_person")).ToHashSet(StringComparer.Ordinal);
        var people = await session.QueryAsync<PersonRow>("SELECT participant_id AS Id, organisation AS Organisation, code AS Code FROM person");
        return [.. people.Where(person => stones.Contains(key.TombstoneOf(person.Organisation, person.Code))).Select(person => person.Id)];
    }

    sealed record PersonRow
    {
        public required long Id { get; init; }
        public required string Organisation { get; init; }
        public required string Code { get; init; }
    }

    /// <summary>Takes out all that the vault knows of these people.</summary>
    public static async Task<int> ForgetAsync(Session session, IReadOnlyCollection<long> people)
    {
        await session.RunAsync("CREATE TEMP TABLE going (participant_id bigint NOT NULL PRIMARY KEY)");
        await BulkInsert.AddAsync(session, Going, [.. people.Select(person => new object?[] { person })]);
        foreach (var table in new[] { "person_alias", "identity", "answer_original" })
            await session.ExecuteAsync($"DELETE FROM {table} WHERE participant_id IN (SELECT participant_id FROM going)");
        var gone = await session.ExecuteAsync("DELETE FROM person WHERE participant_id IN (SELECT participant_id FROM going)");
        await session.RunAsync("DROP TABLE going");
        return gone;
    }
}
