using Dapper;
using ImpactEval.Storage.Health;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.Health;

[TestClass]
public sealed class StoreHealthTests
{
    [TestMethod]
    [EveryEngine]
    public async Task A_store_in_use_is_well(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);

        var findings = await new StoreHealth(store).ExamineAsync(repair: false, CancellationToken.None);

        foreach (var finding in findings)
            Assert.AreEqual(HealthState.Ok, finding.State, $"{finding.Subject}: {finding.Detail}");
    }

    [TestMethod]
    [EveryEngine]
    public async Task What_a_killed_import_left_in_the_vault_is_found_and_cleared_on_demand(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);
        // Killed between vault and store: the vault has the file, the store has not.
        await store.Vault.KeepAsync(4711, "JICA", Roster(Person("A9", "L3", "F", 2)).Checked().Batches, new Killed(), CancellationToken.None);
        var health = new StoreHealth(store);

        Assert.AreEqual("OrphanedTexts Warning 1", await NotWellAsync(health, repair: false));
        Assert.AreEqual("OrphanedTexts Repaired 1, OrphanedPeople Repaired 1", await NotWellAsync(health, repair: true));
        Assert.AreEqual("", await NotWellAsync(health, repair: false));
        await using var vault = await place.ConnectAsync(vault: true);
        Assert.AreEqual("A1", await vault.QuerySingleAsync<string>("SELECT code FROM person"));
    }

    [TestMethod]
    public async Task A_vault_that_others_may_read_is_broken()
    {
        if (OperatingSystem.IsWindows())
            throw new AssertInconclusiveException("Windows has no file modes; rights come from the folder.");
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await FilledAsync(place);
        File.SetUnixFileMode(place.KeyFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.AreEqual("VaultRights Broken vault.key", await NotWellAsync(new StoreHealth(store), repair: false));
    }

    static async Task<string> NotWellAsync(StoreHealth health, bool repair) => string.Join(", ",
        (await health.ExamineAsync(repair, CancellationToken.None)).Where(finding => finding.State != HealthState.Ok).Select(finding => $"{finding.Subject} {finding.State} {finding.Detail}"));

    static async Task<Store> FilledAsync(TestPlace place)
    {
        var store = await place.OpenAsync();
        await new ImportStore(store).SaveAsync(Declared, Roster(Person("A1", "L3", "F", 2)), [], CancellationToken.None);
        return store;
    }

    /// <summary>A store that took nothing.</summary>
    sealed class Killed : IBatchRows
    {
        public Task AddAsync(NumberedBatch batch) => Task.CompletedTask;

        public Task CompleteAsync() => Task.CompletedTask;
    }
}
