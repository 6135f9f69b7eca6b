using Dapper;
using ImpactEval.Studies;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class ImportStoreTests
{
    static readonly FileStamp BeforeFile = new("before", "files/before.csv", Sha(1));

    static readonly FileRecords OneAnswered = Before(Taken("A1", "pre", 2, 1, double.NaN, 5)) with
    {
        Answers = [Answer("A1", 1, 2, "Chị Lan ở Huế dạy rất hay")],
        Problems = [new RowProblem(3, "S02", RowProblemKind.ScoreOutOfRange, "77")],
        RowsRead = 2,
    };

    [TestMethod]
    [EveryEngine]
    public async Task A_file_is_added_once_and_the_same_file_again_changes_nothing(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);

        var first = await imports.SaveAsync(Declared, OneAnswered, ["[tên] dạy rất hay"], CancellationToken.None);
        var again = await imports.SaveAsync(Declared, OneAnswered, ["[tên] dạy rất hay"], CancellationToken.None);

        Assert.AreEqual(new ImportOutcome(BeforeFile, ImportChange.Added, 1, 1), first);
        Assert.AreEqual(new ImportOutcome(BeforeFile, ImportChange.Unchanged, 1, 1), again);
        Assert.AreEqual("1|1|1|1", await CountsAsync(place));
    }

    [TestMethod]
    [EveryEngine]
    public async Task New_content_under_a_known_name_takes_the_place_of_the_old(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        await imports.SaveAsync(Declared, OneAnswered, ["x"], CancellationToken.None);

        var mended = Before(Taken("A1", "pre", 2, 1, 2, 5), Taken("A2", "pre", 3, 2, 2, 2)) with { Sha256 = Sha(2) };
        var outcome = await imports.SaveAsync(Declared, mended, [], CancellationToken.None);

        Assert.AreEqual(ImportChange.Replaced, outcome.Change);
        Assert.AreEqual("1|2|0|0", await CountsAsync(place));
        Assert.IsFalse(await imports.IsCurrentAsync(Declared, BeforeFile, CancellationToken.None));
        Assert.IsTrue(await imports.IsCurrentAsync(Declared, BeforeFile with { Sha256 = Sha(2) }, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_file_that_goes_back_to_an_earlier_content_counts_again(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        await imports.SaveAsync(Declared, OneAnswered, ["x"], CancellationToken.None);
        await imports.SaveAsync(Declared, Before() with { Sha256 = Sha(2) }, [], CancellationToken.None);

        var outcome = await imports.SaveAsync(Declared, OneAnswered, ["x"], CancellationToken.None);

        Assert.AreEqual(ImportChange.Replaced, outcome.Change);
        Assert.AreEqual("1|1|1|1", await CountsAsync(place));
        await using var vault = await place.ConnectAsync(vault: true);
        Assert.AreEqual("77", await vault.QuerySingleAsync<string>("SELECT found FROM quarantine_raw"));
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_same_file_redacted_better_is_stored_anew(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        await imports.SaveAsync(Declared, OneAnswered, ["Chị Lan ở [nơi] dạy rất hay"], CancellationToken.None);

        var outcome = await imports.SaveAsync(Declared, OneAnswered, ["[tên] ở [nơi] dạy rất hay"], CancellationToken.None);

        Assert.AreEqual(ImportChange.Replaced, outcome.Change);
        await using var records = await place.ConnectAsync();
        Assert.AreEqual("[tên] ở [nơi] dạy rất hay", await records.QuerySingleAsync<string>("SELECT body FROM answer_text"));
        await using var vault = await place.ConnectAsync(vault: true);
        Assert.AreEqual("Chị Lan ở Huế dạy rất hay", await vault.QuerySingleAsync<string>("SELECT body FROM answer_original"));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_file_is_no_longer_current_when_the_study_reads_it_otherwise(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        await imports.SaveAsync(Declared, OneAnswered, ["x"], CancellationToken.None);
        var otherTitle = Declared with { Title = new LocalText("Tên khác"), Sha256 = new string('6', 64) };
        var otherItems = Declared with { Instruments = [Instrument("self", 4)] };

        Assert.IsTrue(await imports.IsCurrentAsync(otherTitle, BeforeFile, CancellationToken.None));
        Assert.IsFalse(await imports.IsCurrentAsync(otherItems, BeforeFile, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task Of_a_file_that_fails_half_way_nothing_is_stored_and_the_old_content_stays(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        await imports.SaveAsync(Declared, OneAnswered, ["x"], CancellationToken.None);
        // Answers are written last; a NULL where the schema wants a text stops the transaction there.
        var broken = OneAnswered with { Sha256 = Sha(2), Answers = [Answer("A1", 1, 2, "a") with { Wave = null! }] };

        await AssertThrowsAsync(() => imports.SaveAsync(Declared, broken, ["a"], CancellationToken.None));

        Assert.IsTrue(await imports.IsCurrentAsync(Declared, BeforeFile, CancellationToken.None));
        Assert.AreEqual("1|1|1|1", await CountsAsync(place));
    }

    [TestMethod]
    [EveryEngine]
    public async Task Two_programs_that_save_at_once_both_succeed(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var one = await place.OpenAsync();
        await using var other = await place.OpenAsync();
        var saves = Enumerable.Range(0, 12).Select(file => Task.Run(() => new ImportStore(file % 2 == 0 ? one : other).SaveAsync(
            Declared, OneAnswered with { FileName = $"files/before-{file / 2}.csv" }, ["x"], CancellationToken.None)));

        await Task.WhenAll(saves);

        Assert.AreEqual("6|6|6|6", await CountsAsync(place));
    }

    [TestMethod]
    public async Task Records_that_do_not_fit_their_study_are_the_callers_mistake()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);

        await Assert.ThrowsExactlyAsync<ArgumentException>(() => imports.SaveAsync(Declared, Before(Taken("A1", "pre", 2, 1)), [], CancellationToken.None));
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => imports.SaveAsync(Declared, Before() with { SourceCode = "nowhere" }, [], CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_cancelled_save_stores_nothing(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await AssertThrowsAsync(() => new ImportStore(store).SaveAsync(Declared, OneAnswered, ["x"], cancel.Token));

        Assert.AreEqual("0|0|0|0", await CountsAsync(place));
    }

    /// <summary>Merged imports, assessments, answers and quarantined problems.</summary>
    static async Task<string> CountsAsync(TestPlace place)
    {
        await using var connection = await place.ConnectAsync();
        return await connection.QuerySingleAsync<string>("""
            SELECT (SELECT count(*) FROM import_file WHERE state = 'merged') || '|' || (SELECT count(*) FROM assessment)
                || '|' || (SELECT count(*) FROM answer_text) || '|' || (SELECT count(*) FROM quarantine)
            """);
    }

    /// <summary>The databases differ in the exception, not in what they leave behind.</summary>
    static async Task AssertThrowsAsync(Func<Task> action) => await Assert.ThrowsAsync<Exception>(action);
}
