using Dapper;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Erasure;
using ImpactEval.Storage.History;
using ImpactEval.Studies;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.Erasure;

[TestClass]
public sealed class RetentionTests
{
    /// <summary>Courses end on 4 June 2024 and nothing is measured later: identities until 4 June 2025, answers until 4 June 2026.</summary>
    static readonly Study Limited = Declared with { Retention = new RetentionRules(12, 24) };

    static readonly FileRecords People = Roster(Person("A1", "L3", "F", 2));

    static readonly FileRecords Answered = Before(Taken("A1", "pre", 2, 1, 2, 3)) with { Answers = [Answer("A1", 1, 2, "Chị Lan dạy hay")] };

    [TestMethod]
    [EveryEngine]
    public async Task Nothing_is_due_until_the_day_after_the_last(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place, new DateOnly(2025, 6, 4));

        var outcome = await new Retention(store).ExpireAsync(Limited, rehearse: false, CancellationToken.None);

        Assert.AreEqual(new RetentionPart(new DateOnly(2025, 6, 5), false, 0, null), outcome.Identities);
        Assert.AreEqual("1|1|1", await VaultAsync(place));
    }

    [TestMethod]
    [EveryEngine]
    public async Task Identities_go_first_and_the_answers_can_still_be_evaluated(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place, new DateOnly(2025, 6, 5));

        var outcome = await new Retention(store).ExpireAsync(Limited, rehearse: false, CancellationToken.None);

        Assert.AreEqual("0|0|0", await VaultAsync(place));
        Assert.AreEqual((true, 2, "expire_identities"), (outcome.Wiped, outcome.Identities.Rows, outcome.Identities.Entry!.Action));
        Assert.IsFalse(outcome.Answers.IsOver);
        var dataset = await new DatasetReader(store).LoadAsync(Limited, CancellationToken.None);
        Assert.HasCount(1, dataset.Participants);
        Assert.HasCount(1, dataset.Assessments);
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_file_that_is_read_anew_brings_no_identity_back(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place, new DateOnly(2025, 6, 5));
        await new Retention(store).ExpireAsync(Limited, rehearse: false, CancellationToken.None);

        await new ImportStore(store).SaveAsync(Limited, People with { Sha256 = Sha(2) }, [], CancellationToken.None);
        await new ImportStore(store).SaveAsync(Limited, Answered with { Sha256 = Sha(2) }, ["[tên] dạy hay"], CancellationToken.None);

        await using var vault = await place.ConnectAsync(vault: true);
        Assert.AreEqual("{}", await vault.QuerySingleAsync<string>("SELECT body FROM identity"));
        Assert.AreEqual("[tên] dạy hay", await vault.QuerySingleAsync<string>("SELECT body FROM answer_original"));
    }

    [TestMethod]
    [EveryEngine]
    public async Task Answers_go_later_with_all_results_and_their_files_stay_out(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place, new DateOnly(2026, 6, 5));

        var outcome = await new Retention(store).ExpireAsync(Limited, rehearse: false, CancellationToken.None);

        Assert.AreEqual((true, 3), (outcome.Answers.IsOver, outcome.Answers.Rows));
        Assert.HasCount(2, outcome.Files);
        Assert.IsEmpty(await new DatasetReader(store).FilesAsync(Limited, CancellationToken.None));
        var outOfUse = await new ImportHistory(store).OutOfUseAsync(Limited.Code, CancellationToken.None);
        Assert.IsTrue(outOfUse.Count == 2 && outOfUse.Values.All(state => state == ImportState.Expired));
        Assert.AreEqual(AuditBreak.None, (await new AuditLog(store).VerifyAsync(null, CancellationToken.None)).Break);
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_rehearsal_counts_and_changes_nothing(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place, new DateOnly(2026, 6, 5));

        var outcome = await new Retention(store).ExpireAsync(Limited, rehearse: true, CancellationToken.None);

        Assert.AreEqual((2, 3, false), (outcome.Identities.Rows, outcome.Answers.Rows, outcome.Wiped));
        Assert.AreEqual("1|1|1", await VaultAsync(place));
        Assert.HasCount(2, await new DatasetReader(store).FilesAsync(Limited, CancellationToken.None));
    }

    [TestMethod]
    public async Task A_study_without_a_limit_keeps_everything()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await FilledAsync(place, new DateOnly(2999, 1, 1));

        var outcome = await new Retention(store).ExpireAsync(Declared, rehearse: false, CancellationToken.None);

        Assert.AreEqual((null, false, false), (outcome.Identities.Due, outcome.Identities.IsOver, outcome.Answers.IsOver));
    }

    static async Task<Store> FilledAsync(TestPlace place, DateOnly today)
    {
        var store = await place.OpenAsync(new Author("test", new DayClock(today)));
        await new ImportStore(store).SaveAsync(Limited, People, [], CancellationToken.None);
        await new ImportStore(store).SaveAsync(Limited, Answered, ["[tên] dạy hay"], CancellationToken.None);
        return store;
    }

    static async Task<string> VaultAsync(TestPlace place)
    {
        await using var vault = await place.ConnectAsync(vault: true);
        return await vault.QuerySingleAsync<string>(
            "SELECT (SELECT count(*) FROM person) || '|' || (SELECT count(*) FROM identity) || '|' || (SELECT count(*) FROM answer_original)");
    }

    sealed class DayClock(DateOnly today) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
