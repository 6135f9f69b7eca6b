using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Vaults;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Erasure;

/// <summary>
/// Erases one person from all studies of a sponsor in this store: from the vault their identity, codes, texts as written and what was reported of
/// their rows; from the store their enrolment, answers and scores, and the findings made with them. It may be run again at any time, also after
/// having been killed: what is gone already is passed over.
/// </summary>
public sealed class PersonErasure(Store store)
{
    /// <param name="organisation">Code of the sponsor who gave the person's code out.</param>
    /// <param name="code">The person's code, or another way in which it was written.</param>
    /// <returns>Null when neither store nor vault know such a person.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be used; run it again.</exception>
    public async Task<ErasureProof?> EraseAsync(string organisation, string code, ErasureReason reason, CancellationToken cancel)
    {
        if (await store.Vault.FindAsync(organisation, code, cancel) is not { } person)
            return null;
        var rows = new PersonRows(person.Id);
        var places = await store.Records.ReadAsync(rows.PlacesAsync, cancel);
        if (!person.IsKnown && places.Count == 0)
            return null;

        var quarantined = await store.Records.ReadAsync(session => PersonRows.QuarantinedAsync(session, places), cancel);
        var taken = await store.Vault.EraseAsync(person, quarantined, cancel);
        var proof = await store.Records.WriteAsync(session => EraseAsync(session, rows, person, taken, reason), cancel);
        // Once more: a file on its way in may have brought the person back between the two. From here on its merge is refused.
        await store.Vault.EraseAsync(person, quarantined, cancel);
        return proof with { Wiped = await store.WipeAsync(cancel) };
    }

    async Task<ErasureProof> EraseAsync(Session session, PersonRows rows, VaultPerson person, VaultErasure taken, ErasureReason reason)
    {
        await LockStudiesAsync(session);
        var places = await rows.PlacesAsync(session);
        var files = await PersonRows.FilesAsync(session, places);
        await PersonRows.MarkErasedAsync(session, places);
        var removed = await rows.RemoveAsync(session);
        await PersonRows.HideFileNamesAsync(session, files, person.Codes);
        var results = await PersonRows.RemoveResultsAsync(session, [.. files.Select(file => file.StudyId).Distinct()]);
        var counts = new ErasureCounts(
            files.Select(file => file.StudyId).Distinct().Count(), files.Count, taken.People, taken.Aliases, taken.Identities, taken.Originals,
            taken.QuarantinedTexts, taken.Mentions, removed.Enrolments, removed.Assessments, removed.Answers, results);
        var entry = await AuditLog.AppendAsync(session, store.Author, AuditAction.Erase, "", new { Subject = person.Tombstone, Reason = Word.Of(reason), Removed = counts });
        return new ErasureProof(entry, counts, Wiped: false, [.. files.Select(file => file.Stamp)]);
    }

    /// <summary>No file of any study is merged from here to the end of the transaction.</summary>
    internal static async Task LockStudiesAsync(Session session)
    {
        foreach (var study in await session.QueryAsync<long>("SELECT study_id FROM study ORDER BY study_id"))
            await Dialect.LockAsync(session, study);
    }
}
