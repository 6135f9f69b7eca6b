using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Databases;
using ImpactEval.Storage.Distribution;
using ImpactEval.Storage.Erasure;
using ImpactEval.Storage.Vaults;

namespace ImpactEval.Storage.Health;

public enum HealthState { Ok, Warning, Broken, Repaired }

/// <summary>What is looked at. The user's words are made from it when shown.</summary>
public enum HealthSubject
{
    Database, Schema, VaultKey, VaultRights, Integrity, AuditLog, OrphanedTexts, OrphanedPeople, ErasedPeople, UnfinishedImports,
    DiskSpace, Clock, Encodings, Fonts, LibreOffice, Versions,
}

/// <param name="Detail">A number, a place or a message of the database; no personal data.</param>
public sealed record HealthFinding(HealthSubject Subject, HealthState State, string Detail);

/// <summary>Examines a store, and with <c>repair</c> clears away what nothing refers to.</summary>
public sealed class StoreHealth(Store store)
{
    const string Counting = "SELECT import_id FROM import_file WHERE state = 'merged'";

    const string Unfinished = "SELECT count(*) FROM import_file WHERE state = 'received'";

    static readonly string[] TextTables = ["identity", "answer_original", "quarantine_raw"];

    public async Task<IReadOnlyList<HealthFinding>> ExamineAsync(bool repair, CancellationToken cancel)
    {
        var report = await new ClusterStore(store).ReportAsync(cancel);
        var tables = report.DistributedTables.Count == 0 ? "" : $", Citus: {string.Join(' ', report.DistributedTables)}";
        return
        [
            new HealthFinding(HealthSubject.Schema, HealthState.Ok, $"{report.RecordsStep}/{report.VaultStep}{tables}"),
            // The store would not have opened under another key.
            new HealthFinding(HealthSubject.VaultKey, HealthState.Ok, store.Vault.KeyFingerprint[..12]),
            Rights(),
            await IntegrityAsync(cancel),
            await AuditAsync(cancel),
            await UnfinishedAsync(cancel),
            await OrphanedTextsAsync(repair, cancel),
            await ErasedAsync(repair, cancel),
            await OrphanedPeopleAsync(repair, cancel),
        ];
    }

    HealthFinding Rights()
    {
        string[] files = store.Location switch
        {
            StoreLocation.Folder folder => [Path.Combine(folder.Path, "vault.db"), Path.Combine(folder.Path, "vault.key")],
            StoreLocation.Server server => [server.VaultKeyFile],
            _ => [],
        };
        var open = files.Where(PrivateFile.IsOpenToOthers).Select(Path.GetFileName).ToList();
        return new HealthFinding(HealthSubject.VaultRights, open.Count == 0 ? HealthState.Ok : HealthState.Broken, string.Join(' ', open));
    }

    async Task<HealthFinding> IntegrityAsync(CancellationToken cancel)
    {
        var (records, vault) = (await store.Records.ReadAsync(Dialect.IntegrityAsync, cancel), await store.Vault.ReadAsync(Dialect.IntegrityAsync, cancel));
        var wrong = records ?? vault;
        return new HealthFinding(HealthSubject.Integrity, wrong is null ? HealthState.Ok : HealthState.Broken, wrong ?? "");
    }

    async Task<HealthFinding> AuditAsync(CancellationToken cancel)
    {
        var verdict = await new AuditLog(store).VerifyAsync(null, cancel);
        return verdict.Break == AuditBreak.None
            ? new HealthFinding(HealthSubject.AuditLog, HealthState.Ok, $"{verdict.Entries}")
            : new HealthFinding(HealthSubject.AuditLog, HealthState.Broken, $"{verdict.Break} {verdict.Number}");
    }

    async Task<HealthFinding> UnfinishedAsync(CancellationToken cancel)
    {
        var found = await store.Records.ReadAsync(session => session.FirstOrDefaultAsync<long>(Unfinished), cancel);
        return new HealthFinding(HealthSubject.UnfinishedImports, found == 0 ? HealthState.Ok : HealthState.Warning, $"{found}");
    }

    /// <summary>Texts of imports that do not count: left by a program that was killed between vault and store.</summary>
    async Task<HealthFinding> OrphanedTextsAsync(bool repair, CancellationToken cancel)
    {
        var counting = await store.Records.ReadAsync(async session => (await session.QueryAsync<long>(Counting)).ToHashSet(), cancel);
        var imports = await store.Vault.ReadAsync(
            async session =>
            {
                var found = new HashSet<long>();
                foreach (var table in TextTables)
                    found.UnionWith(await session.QueryAsync<long>($"SELECT DISTINCT import_id FROM {table}"));
                return found;
            },
            cancel);
        var orphaned = imports.Except(counting).ToList();
        if (repair && orphaned.Count > 0)
        {
            foreach (var import in orphaned)
                await store.Vault.ForgetAsync(import, cancel);
            await LogAsync(HealthSubject.OrphanedTexts, orphaned.Count, cancel);
        }
        return Found(HealthSubject.OrphanedTexts, orphaned.Count, repair);
    }

    async Task<HealthFinding> ErasedAsync(bool repair, CancellationToken cancel)
    {
        var found = repair ? await store.Vault.ForgetErasedAsync(cancel) : await store.Vault.CountErasedAsync(cancel);
        if (repair && found > 0)
            await LogAsync(HealthSubject.ErasedPeople, found, cancel);
        return Found(HealthSubject.ErasedPeople, found, repair);
    }

    async Task<HealthFinding> OrphanedPeopleAsync(bool repair, CancellationToken cancel)
    {
        var known = await store.Records.ReadAsync(PeopleToKeep.OfAsync, cancel);
        var found = repair ? await store.Vault.ForgetUnknownAsync(known, cancel) : await store.Vault.CountUnknownAsync(known, cancel);
        if (repair && found > 0)
            await LogAsync(HealthSubject.OrphanedPeople, found, cancel);
        return Found(HealthSubject.OrphanedPeople, found, repair);
    }

    Task<AuditEntry> LogAsync(HealthSubject subject, int removed, CancellationToken cancel) =>
        new AuditLog(store).AppendAsync(AuditAction.Repair, "", new { Subject = subject, Removed = removed }, cancel);

    static HealthFinding Found(HealthSubject subject, int found, bool repaired) =>
        new(subject, found == 0 ? HealthState.Ok : repaired ? HealthState.Repaired : HealthState.Warning, $"{found}");
}
