using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Vaults;

/// <summary>Takes people out of the vault.</summary>
static class VaultPeople
{
    static readonly Target Going = new("going", "participant_id");

    /// <remarks>An identity or an original answer is written before the store speaks of the person: such a person is on the way in, not unknown.</remarks>
    const string WithoutTexts = """
        SELECT participant_id FROM person
        EXCEPT SELECT participant_id FROM identity
        EXCEPT SELECT participant_id FROM answer_original
        """;

    public static async Task<int> ForgetUnknownAsync(Session session, IReadOnlySet<long> known)
    {
        var unknown = (await session.QueryAsync<long>(WithoutTexts)).Where(person => !known.Contains(person)).ToList();
        return unknown.Count == 0 ? 0 : await ForgetAsync(session, unknown);
    }

    /// <summary>Takes out all that the vault knows of these people.</summary>
    public static async Task<int> ForgetAsync(Session session, IReadOnlyCollection<long> people)
    {
        await session.RunAsync("CREATE TEMP TABLE going (participant_id bigint NOT NULL PRIMARY KEY)");
        await BulkInsert.AddAsync(session, Going, people.Select(person => new object?[] { person }));
        foreach (var table in new[] { "person_alias", "identity", "answer_original" })
            await session.ExecuteAsync($"DELETE FROM {table} WHERE participant_id IN (SELECT participant_id FROM going)");
        var gone = await session.ExecuteAsync("DELETE FROM person WHERE participant_id IN (SELECT participant_id FROM going)");
        await session.RunAsync("DROP TABLE going");
        return gone;
    }
}
