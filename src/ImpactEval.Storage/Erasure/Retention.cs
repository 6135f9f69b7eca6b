using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.History;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Erasure;

/// <summary>Whether a part of a study's data is due, and what of it is still there.</summary>
/// <param name="Due">The first day on which it may no longer be kept; null when the study file sets no limit.</param>
/// <param name="Rows">Rows that are, or would be, taken out.</param>
/// <param name="Entry">The entry of the audit log, once it was done.</param>
public sealed record RetentionPart(DateOnly? Due, bool IsOver, int Rows, AuditEntry? Entry);

/// <param name="Files">Source files that lie in the study folder all the same and are for the officer to delete.</param>
public sealed record RetentionOutcome(RetentionPart Identities, RetentionPart Answers, bool Wiped, IReadOnlyList<FileStamp> Files);

/// <summary>Takes out what a study may no longer keep: first who the people are, later what they answered.</summary>
public sealed class Retention(Store store)
{
    const string ImportsOfStudy = "SELECT import_id FROM import_file WHERE study_id = @studyId ORDER BY import_id";

    const string RemoveLinks = "DELETE FROM result_import WHERE run_id IN (SELECT run_id FROM result WHERE study_id = @studyId)";

    const string SetExpired = "UPDATE import_file SET state = 'expired' WHERE study_id = @studyId AND state IN ('merged', 'undone')";

    /// <summary>Says what is due, and takes it out unless this is a rehearsal.</summary>
    public async Task<RetentionOutcome> ExpireAsync(Study study, bool rehearse, CancellationToken cancel)
    {
        var lastWave = study.LastWaveDay();
        var (identitiesDue, answersDue) = (study.Retention?.IdentitiesDue(lastWave), study.Retention?.AnswersDue(lastWave));
        var files = await new DatasetReader(store).FilesAsync(study, cancel);
        var identities = await IdentitiesAsync(study, identitiesDue, rehearse, cancel);
        var answers = await AnswersAsync(study, answersDue, rehearse, cancel);
        var done = identities.Entry is not null || answers.Entry is not null;
        var wiped = done && await store.WipeAsync(cancel);
        return new RetentionOutcome(identities, answers, wiped, identities.IsOver || answers.IsOver ? files : []);
    }

    bool IsOver(DateOnly? due) => due is { } day && store.Author.Today >= day;

    async Task<RetentionPart> IdentitiesAsync(Study study, DateOnly? due, bool rehearse, CancellationToken cancel)
    {
        if (!IsOver(due))
            return new RetentionPart(due, IsOver: false, 0, null);
        var studyId = Import.IdOfStudy(study.Code);
        var imports = await store.Records.ReadAsync(session => session.QueryAsync<long>(ImportsOfStudy, new { studyId }), cancel);
        var rows = 0;
        foreach (var import in imports)
            rows += await store.Vault.CountAsync(import, cancel);
        if (rehearse || rows == 0)
            return new RetentionPart(due, IsOver: true, rows, null);

        // The mark first: a file on its way in is relieved of its identities from here on.
        var entry = await store.Records.WriteAsync(
            async session =>
            {
                await Dialect.LockAsync(session, studyId);
                await session.ExecuteAsync("UPDATE study SET identities_expired_on = @today WHERE study_id = @studyId", new { today = Shown(store.Author.Today), studyId });
                return await AuditLog.AppendAsync(session, store.Author, AuditAction.ExpireIdentities, study.Code, new { Due = Shown(due!.Value), Imports = imports.Count, Rows = rows });
            },
            cancel);
        foreach (var import in imports)
            await store.Vault.ForgetAsync(import, cancel);
        await store.Vault.ForgetUnknownAsync(await store.Records.ReadAsync(PeopleToKeep.OfAsync, cancel), cancel);
        return new RetentionPart(due, IsOver: true, rows, entry);
    }

    async Task<RetentionPart> AnswersAsync(Study study, DateOnly? due, bool rehearse, CancellationToken cancel)
    {
        if (!IsOver(due))
            return new RetentionPart(due, IsOver: false, 0, null);
        var (rows, entry, imports) = rehearse
            ? (await store.Records.ReadAsync(session => CountAsync(session, Import.IdOfStudy(study.Code)), cancel), null, [])
            : await store.Records.WriteAsync(session => ExpireAnswersAsync(session, study, due!.Value), cancel);
        foreach (var import in imports)
            await store.Vault.ForgetAsync(import, cancel);
        if (imports.Count > 0)
            await store.Vault.ForgetUnknownAsync(await store.Records.ReadAsync(PeopleToKeep.OfAsync, cancel), cancel);
        return new RetentionPart(due, IsOver: true, rows, entry);
    }

    async Task<(int Rows, AuditEntry? Entry, IReadOnlyList<long> Imports)> ExpireAnswersAsync(Session session, Study study, DateOnly due)
    {
        var studyId = Import.IdOfStudy(study.Code);
        await Dialect.LockAsync(session, studyId);
        var rows = await CountAsync(session, studyId);
        var imports = await session.QueryAsync<long>(ImportsOfStudy, new { studyId });
        if (rows == 0)
            return (0, null, []);
        foreach (var import in imports)
            await ImportRows.RemoveAsync(session, import);
        await session.ExecuteAsync(SetExpired, new { studyId });
        await session.ExecuteAsync("UPDATE study SET latest_run_id = NULL, answers_expired_on = @today WHERE study_id = @studyId", new { today = Shown(store.Author.Today), studyId });
        await session.ExecuteAsync(RemoveLinks, new { studyId });
        var results = await session.ExecuteAsync("DELETE FROM result WHERE study_id = @studyId", new { studyId });
        var entry = await AuditLog.AppendAsync(session, store.Author, AuditAction.ExpireAnswers, study.Code, new { Due = Shown(due), Imports = imports.Count, Rows = rows, Results = results });
        return (rows, entry, imports);
    }

    static async Task<int> CountAsync(Session session, long studyId)
    {
        var rows = 0;
        foreach (var import in await session.QueryAsync<long>(ImportsOfStudy, new { studyId }))
        {
            foreach (var table in PersonRows.Tables)
                rows += (int)(await session.QueryAsync<long>($"SELECT count(*) FROM {table} WHERE import_id = @import", new { import })).Single();
        }
        return rows;
    }

    static string Shown(DateOnly day) => DateOnlyColumn.ToText(day);
}

/// <summary>The people whose codes the vault keeps: those of studies whose identities are still kept.</summary>
static class PeopleToKeep
{
    const string Kept = """
        SELECT import_id FROM import_file f JOIN study s ON s.study_id = f.study_id
        WHERE f.state = 'merged' AND s.identities_expired_on IS NULL
        ORDER BY import_id
        """;

    public static async Task<IReadOnlySet<long>> OfAsync(Session session)
    {
        var people = new HashSet<long>();
        foreach (var import in await session.QueryAsync<long>(Kept))
        {
            foreach (var table in PersonRows.Tables)
                people.UnionWith(await session.QueryAsync<long>($"SELECT participant_id FROM {table} WHERE import_id = @import", new { import }));
        }
        return people;
    }
}
