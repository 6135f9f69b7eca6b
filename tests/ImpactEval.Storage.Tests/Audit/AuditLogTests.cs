using System.Diagnostics;
using Dapper;
using ImpactEval.Storage.Audit;
using Microsoft.Data.Sqlite;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.Audit;

[TestClass]
public sealed class AuditLogTests
{
    [TestMethod]
    [EveryEngine]
    public async Task Every_entry_carries_the_fingerprint_of_the_one_before_it(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync(new Author("Chị Hoa", new FixedClock()));
        var log = new AuditLog(store);
        await new ImportStore(store).SaveAsync(Declared, Before(Taken("A1", "pre", 2, 1, 2, 3)), [], CancellationToken.None);
        await log.AppendAsync(AuditAction.MatchDecision, Declared.Code, new { Pairs = 1 }, CancellationToken.None);

        var entries = await log.ListAsync(Declared.Code, CancellationToken.None);

        Assert.AreEqual("import match_decision", string.Join(' ', entries.Select(entry => entry.Action)));
        Assert.AreEqual(new string('0', 64), entries[0].PreviousSha256);
        Assert.AreEqual(entries[0].Sha256, entries[1].PreviousSha256);
        Assert.AreEqual(("Chị Hoa", "2026-11-22T01:02:03.0000000Z", """{"pairs":1}"""), (entries[1].Actor, entries[1].HappenedAt, entries[1].Detail));
        Assert.AreEqual(new AuditVerdict(AuditBreak.None, 2, null, entries[1].Sha256), await log.VerifyAsync(null, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_file_of_transcripts_does_not_bring_its_name_or_its_people_into_the_log(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var named = Before(Taken("HV-A1", "pre", 2, 1, 2, 3)) with { FileName = "files/before-HV-A1.csv" };
        await new ImportStore(store).SaveAsync(Declared, named, [], CancellationToken.None);

        var entry = (await new AuditLog(store).ListAsync(null, CancellationToken.None)).Single();

        Assert.DoesNotContain("HV-A1", entry.Detail, StringComparison.Ordinal);
        Assert.Contains(named.Sha256, entry.Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    [EveryEngine]
    public async Task What_did_not_come_to_pass_leaves_no_entry(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var broken = Before() with { Answers = [Answer("A1", 1, 2, "a") with { Wave = null! }] };

        await Assert.ThrowsAsync<Exception>(() => new ImportStore(store).SaveAsync(Declared, broken, ["a"], CancellationToken.None));

        Assert.IsEmpty(await new AuditLog(store).ListAsync(null, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_database_refuses_to_change_or_delete_an_entry(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await FillAsync(store, 2);
        await using var connection = await place.ConnectAsync();

        foreach (var change in new[] { "UPDATE audit_log SET actor = 'x'", "DELETE FROM audit_log WHERE number = 2" })
            await Assert.ThrowsAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync(change));
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_first_broken_entry_is_named_whatever_was_done_to_the_log(string engine)
    {
        await AssertBreakAsync(engine, AuditBreak.ContentChanged, 2, "UPDATE audit_log SET actor = 'somebody else' WHERE number = 2");
        await AssertBreakAsync(engine, AuditBreak.ContentChanged, 3, "UPDATE audit_log SET happened_at = '2020-01-01T00:00:00.0000000Z' WHERE number >= 3");
        await AssertBreakAsync(engine, AuditBreak.NumberMissing, 3, "DELETE FROM audit_log WHERE number = 2");
        await AssertBreakAsync(engine, AuditBreak.ChainBroken, 2, $"UPDATE audit_log SET previous_sha256 = '{new string('0', 64)}' WHERE number = 2");
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_log_cut_off_at_its_end_shows_by_the_fingerprint_noted_down_before(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var log = new AuditLog(store);
        var noted = (await FillAsync(store, 3)).Sha256;
        await TamperAsync(place, "DELETE FROM audit_log WHERE number = 3");

        Assert.AreEqual(AuditBreak.None, (await log.VerifyAsync(null, CancellationToken.None)).Break);
        Assert.AreEqual(AuditBreak.HeadMissing, (await log.VerifyAsync(noted, CancellationToken.None)).Break);
    }

    [TestMethod]
    [EveryEngine]
    public async Task Threads_and_another_process_that_append_at_once_make_one_chain(string engine)
    {
        const int each = 20;
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var (database, keyFolder) = place.Arguments;
        using var other = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(AuditLogTests).Assembly.Location, "append", database, keyFolder, $"{each}"]) { UseShellExecute = false })!;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FillAsync(store, each))));
        await other.WaitForExitAsync();

        Assert.AreEqual(0, other.ExitCode);
        var verdict = await new AuditLog(store).VerifyAsync(null, CancellationToken.None);
        Assert.AreEqual((AuditBreak.None, 5L * each), (verdict.Break, verdict.Entries));
    }

    /// <summary>What the other process does.</summary>
    public static async Task<int> AppendAsync(string database, string keyFolder, int entries)
    {
        await using var store = await Store.OpenAsync(StoreLocation.Parse(database, keyFolder) with { Patience = TimeSpan.FromSeconds(60) }, CancellationToken.None);
        await FillAsync(store, entries);
        return 0;
    }

    static async Task AssertBreakAsync(string engine, AuditBreak expected, long number, string tampering)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await FillAsync(store, 4);
        await TamperAsync(place, tampering);

        var verdict = await new AuditLog(store).VerifyAsync(null, CancellationToken.None);

        Assert.AreEqual((expected, number), (verdict.Break, verdict.Number), tampering);
    }

    static async Task<AuditEntry> FillAsync(Store store, int entries)
    {
        var log = new AuditLog(store);
        AuditEntry? last = null;
        for (var entry = 0; entry < entries; entry++)
            last = await log.AppendAsync(AuditAction.MatchDecision, Declared.Code, new { entry }, CancellationToken.None);
        return last!;
    }

    /// <summary>What somebody with full rights to the database could do.</summary>
    static async Task TamperAsync(TestPlace place, string statement)
    {
        await using var connection = await place.ConnectAsync();
        if (connection is SqliteConnection)
            await connection.ExecuteAsync("DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete");
        else
            await connection.ExecuteAsync("DROP TRIGGER audit_log_no_change ON audit_log");
        await connection.ExecuteAsync(statement);
    }

    sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 1, 2, 3, TimeSpan.Zero);
    }
}
