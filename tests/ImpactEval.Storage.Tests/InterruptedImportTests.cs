using Dapper;
using ImpactEval.Studies;
using Npgsql;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests;

/// <summary>Files of several batches, and what may happen between two of them.</summary>
[TestClass]
public sealed class InterruptedImportTests
{
    const int RowsOfABatch = 50, BatchesOfTheFile = 4, Rows = RowsOfABatch * BatchesOfTheFile;

    [TestMethod]
    [EveryEngine]
    public async Task Rows_are_numbered_through_all_batches_and_people_kept_once(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();

        var outcome = await SaveAsync(store, File(static _ => { }));

        Assert.AreEqual(new ImportOutcome(File(static _ => { }).Stamp, ImportChange.Added, Rows, 0), outcome);
        await using var records = await place.ConnectAsync();
        Assert.AreEqual($"{Rows} {Rows - 1}", await records.QuerySingleAsync<string>("SELECT count(*) || ' ' || max(number) FROM assessment"));
        Assert.AreEqual(2L * RowsOfABatch, await records.QuerySingleAsync<long>("SELECT count(*) FROM participant"));
        await using var vault = await place.ConnectAsync(vault: true);
        Assert.AreEqual(2L * RowsOfABatch, await vault.QuerySingleAsync<long>("SELECT count(*) FROM person"));
    }

    [TestMethod]
    [EveryEngine]
    public async Task Of_a_file_that_cannot_be_read_to_its_end_nothing_is_stored(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();

        await Assert.ThrowsExactlyAsync<IOException>(() => SaveAsync(store, File(batch => ThrowAt(2, batch))));

        await AssertEmptyAsync(place);
        Assert.AreEqual(ImportChange.Added, (await SaveAsync(store, File(static _ => { }))).Change);

        static void ThrowAt(int last, int batch)
        {
            if (batch == last)
                throw new IOException("The file changed while it was read.");
        }
    }

    [TestMethod]
    public async Task When_the_server_drops_the_connections_nothing_is_stored_and_the_next_run_completes()
    {
        await using var place = new TestPlace(Engine.Postgres);
        await using var store = await place.OpenAsync();
        using var admin = new NpgsqlConnection(PostgresCluster.ConnectionString);
        await admin.OpenAsync();

        var failure = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => SaveAsync(store, File(batch => DropAt(2, batch))));

        Assert.AreEqual(StoreUnavailableKind.Unreachable, failure.Kind);
        await AssertEmptyAsync(place);
        Assert.AreEqual(ImportChange.Added, (await SaveAsync(store, File(static _ => { }))).Change);

        // Only the connections of this test: its schema is in what they ran.
        void DropAt(int last, int batch)
        {
            if (batch == last)
                admin.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_class ON pg_class.oid = relation JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = @schema",
                    new { schema = new NpgsqlConnectionStringBuilder(((StoreLocation.Server)place.Location).ConnectionString).SearchPath });
        }
    }

    [TestMethod]
    [EveryEngine]
    public async Task Of_two_programs_that_bring_the_same_file_at_once_the_second_finds_it_there(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var one = await place.OpenAsync();
        await using var other = await place.OpenAsync();
        using var bothHaveAsked = new Barrier(2);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(program => Task.Run(async () =>
        {
            bothHaveAsked.SignalAndWait();
            return await SaveAsync(program == 0 ? one : other, File(static _ => Thread.Sleep(5)));
        })));

        CollectionAssert.AreEquivalent(new[] { ImportChange.Added, ImportChange.Unchanged }, outcomes.Select(outcome => outcome.Change).ToArray());
        await using var records = await place.ConnectAsync();
        Assert.AreEqual((long)Rows, await records.QuerySingleAsync<long>("SELECT count(*) FROM assessment"));
    }

    static Task<ImportOutcome> SaveAsync(Store store, CheckedFile file) =>
        new ImportStore(store).SaveAsync(WithoutRoster, file, static text => text, CancellationToken.None);

    static async Task AssertEmptyAsync(TestPlace place)
    {
        await using var records = await place.ConnectAsync();
        Assert.AreEqual(0L, await records.QuerySingleAsync<long>(
            "SELECT (SELECT count(*) FROM import_file) + (SELECT count(*) FROM assessment) + (SELECT count(*) FROM participant)"));
    }

    /// <summary>A file of four batches; the people of the third and fourth are those of the first two at another wave.</summary>
    static CheckedFile File(Action<int> beforeBatch)
    {
        return Before().Checked() with { RowsRead = Rows, Batches = Batches() };

        IEnumerable<FileBatch> Batches()
        {
            for (var batch = 0; batch < BatchesOfTheFile; batch++)
            {
                beforeBatch(batch);
                var (first, wave) = (RowsOfABatch * (batch % 2), batch < 2 ? "pre" : "post");
                yield return new FileBatch([], [.. Enumerable.Range(first, RowsOfABatch).Select(person => Taken($"P{person}", wave, person + 2, 1, 2, 3))], [], []);
            }
        }
    }
}
