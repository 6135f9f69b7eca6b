using System.Globalization;
using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Audit;

/// <summary>
/// The append-only log of a store: every change appends its entry in its own transaction, so that neither stands without the other.
/// The databases refuse to change or delete an entry; who gets around that breaks the chain of fingerprints.
/// </summary>
public sealed class AuditLog(Store store)
{
    /// <summary>Stands for "the end of the log" among the subjects that PostgreSQL's writers lock; an arbitrary number of ours.</summary>
    const long EndOfLog = 0x496D706163744C67;

    const string Columns = """
        number AS Number, happened_at AS HappenedAt, actor AS Actor, action AS Action, study AS Study, detail AS Detail,
        previous_sha256 AS PreviousSha256, sha256 AS Sha256
        """;

    const string Last = $"SELECT {Columns} FROM audit_log ORDER BY number DESC LIMIT 1";

    const string All = $"SELECT {Columns} FROM audit_log ORDER BY number";

    const string OfStudy = $"SELECT {Columns} FROM audit_log WHERE study IN (@study, '') ORDER BY number";

    const string Insert = """
        INSERT INTO audit_log (number, happened_at, actor, action, study, detail, previous_sha256, sha256)
        VALUES (@Number, @HappenedAt, @Actor, @Action, @Study, @Detail, @PreviousSha256, @Sha256)
        """;

    /// <summary>The entries of a study and those of the whole store, in order; without a study all of them.</summary>
    public Task<IReadOnlyList<AuditEntry>> ListAsync(string? study, CancellationToken cancel) => store.Records.ReadAsync(
        async session => Entries(await session.QueryAsync<EntryRow>(study is null ? All : OfStudy, new { study })), cancel);

    /// <summary>Follows the whole chain and stops at the first entry that does not hold.</summary>
    /// <param name="head">Fingerprint of an entry that was noted down earlier and must still be there; null: none was.</param>
    public Task<AuditVerdict> VerifyAsync(string? head, CancellationToken cancel) => store.Records.ReadAsync(
        async session => Verify(Entries(await session.QueryAsync<EntryRow>(All)), head), cancel);

    /// <summary>Appends an entry of its own to the log.</summary>
    public Task<AuditEntry> AppendAsync(AuditAction action, string study, object detail, CancellationToken cancel) =>
        store.Records.WriteAsync(session => AppendAsync(session, store.Author, action, study, detail), cancel);

    /// <summary>Appends to the log in the transaction of the change itself, as its last statement: other writers wait from here to its end.</summary>
    /// <param name="detail">Numbers, fingerprints and counts; never a name, a code of a person, a text or a file's name.</param>
    internal static async Task<AuditEntry> AppendAsync(Session session, Author author, AuditAction action, string study, object detail)
    {
        await Dialect.LockAsync(session, EndOfLog);
        var last = await session.FirstOrDefaultAsync<EntryRow>(Last);
        var entry = new AuditEntry(
            (last?.Number ?? 0) + 1,
            author.Now.ToString("O", CultureInfo.InvariantCulture),
            author.Name,
            Word.Of(action),
            study,
            CanonicalJson.Of(detail),
            last?.Sha256 ?? AuditEntry.Beginning,
            Sha256: "");
        entry = entry with { Sha256 = entry.Expected };
        await session.ExecuteAsync(Insert, entry);
        return entry;
    }

    static AuditVerdict Verify(IReadOnlyList<AuditEntry> entries, string? head)
    {
        var (previous, headSeen) = (AuditEntry.Beginning, head is null || head == AuditEntry.Beginning);
        for (var place = 0; place < entries.Count; place++)
        {
            if (BreakOf(entries[place], place + 1, previous) is var broken and not AuditBreak.None)
                return new AuditVerdict(broken, place, entries[place].Number, previous);
            previous = entries[place].Sha256;
            headSeen |= previous == head;
        }
        return new AuditVerdict(headSeen ? AuditBreak.None : AuditBreak.HeadMissing, entries.Count, Number: null, previous);
    }

    static AuditBreak BreakOf(AuditEntry entry, long number, string previous)
    {
        if (entry.Number != number)
            return AuditBreak.NumberMissing;
        if (entry.PreviousSha256 != previous)
            return AuditBreak.ChainBroken;
        return entry.Sha256 == entry.Expected ? AuditBreak.None : AuditBreak.ContentChanged;
    }

    static IReadOnlyList<AuditEntry> Entries(IReadOnlyList<EntryRow> rows) => [.. rows.Select(row => row.ToEntry())];

    sealed record EntryRow
    {
        public required long Number { get; init; }
        public required string HappenedAt { get; init; }
        public required string Actor { get; init; }
        public required string Action { get; init; }
        public required string Study { get; init; }
        public required string Detail { get; init; }
        public required string PreviousSha256 { get; init; }
        public required string Sha256 { get; init; }

        public AuditEntry ToEntry() => new(Number, HappenedAt, Actor, Action, Study, Detail, PreviousSha256, Sha256);
    }
}
