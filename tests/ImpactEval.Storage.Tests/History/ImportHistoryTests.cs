using Dapper;
using ImpactEval.Evaluation;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.History;
using ImpactEval.Studies;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.History;

[TestClass]
public sealed class ImportHistoryTests
{
    static readonly FileRecords Answers = Before(Taken("A1", "pre", 2, 1, 2, 3), Taken("A2", "pre", 3, 2, 2, 2)) with
    {
        Answers = [Answer("A1", 1, 2, "Chị Lan dạy rất hay")],
        Problems = [new RowProblem(4, "S01", RowProblemKind.ScoreOutOfRange, "77")],
        RowsRead = 3,
    };

    static readonly FileStamp File = new("before", "files/before.csv", Sha(1));
    static readonly RunStamp Run = new("run-1", Declared.Code, "plan", "input", "0.1.0", 1, 0.95, 5);

    [TestMethod]
    [EveryEngine]
    public async Task An_undone_import_leaves_store_and_vault_as_if_it_had_never_come(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await SaveAsync(store, Roster(Person("A1", "L3", "F", 2)));
        var before = await CountsAsync(place);
        await SaveAsync(store, Answers);

        var outcome = await UndoAsync(store, "before.csv");

        Assert.AreEqual(before, await CountsAsync(place));
        Assert.AreEqual((2, 1, null), (outcome.Assessments, outcome.Answers, outcome.Replaced));
        Assert.AreEqual("Merged Undone", await StatesAsync(store));
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_very_same_file_is_out_of_use_until_it_is_taken_in_again_on_purpose(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var history = new ImportHistory(store);
        await SaveAsync(store, Answers);
        await UndoAsync(store, "files/before.csv");

        var outOfUse = await history.OutOfUseAsync(Declared.Code, CancellationToken.None);
        Assert.AreEqual(ImportState.Undone, outOfUse[File]);
        Assert.IsFalse(outOfUse.ContainsKey(File with { Sha256 = Sha(2) }));

        await SaveAsync(store, Answers);
        Assert.IsEmpty(await history.OutOfUseAsync(Declared.Code, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task What_was_undone_under_an_earlier_declaration_counts_again_once_it_is_taken_in(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await SaveAsync(store, Answers);
        await UndoAsync(store, "before.csv");
        var redeclared = Declared with { Instruments = [Instrument("self", 3) with { Scale = new ScoreScale(0, 6) }] };
        var imports = new ImportStore(store);

        await imports.SaveAsync(redeclared, Answers, ["x"], CancellationToken.None);
        await imports.SaveAsync(redeclared, Answers with { Sha256 = Sha(2) }, ["x"], CancellationToken.None);

        Assert.IsEmpty(await new ImportHistory(store).OutOfUseAsync(Declared.Code, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task What_the_import_had_replaced_is_named_since_it_does_not_come_back(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await SaveAsync(store, Answers);
        await SaveAsync(store, Answers with { Sha256 = Sha(2) });

        var outcome = await UndoAsync(store, "before.csv");

        Assert.AreEqual((Sha(1), ImportState.Superseded), (outcome.Replaced!.File.Sha256, outcome.Replaced.State));
        Assert.IsEmpty(await new DatasetReader(store).FilesAsync(Declared, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_result_leads_to_its_imports_files_and_rows(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await SaveAsync(store, Roster(Person("A1", "L3", "F", 2)));
        await SaveAsync(store, Answers);
        await new ResultTable(store).SaveAsync(Run, [File], "{}", CancellationToken.None);
        var lineage = new ResultLineage(store);

        var import = (await lineage.ImportsOfAsync(Run.RunId, CancellationToken.None)).Single();
        Assert.AreEqual(File, import.File);
        Assert.AreEqual("2 3", string.Join(' ', (await lineage.RowsOfAsync(Run.RunId, "self", CancellationToken.None)).Select(row => row.Row)));
        Assert.AreEqual(
            new SourceRow(import.ImportId, "files/before.csv", Sha(1), 2, "useful", "post"),
            (await lineage.RowsOfAsync(Run.RunId, "useful", CancellationToken.None)).Single());
        CollectionAssert.AreEqual(new[] { Run.RunId }, (await lineage.RunsOfAsync(import.ImportId, CancellationToken.None)).ToArray());
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_result_made_with_an_undone_import_stays_but_is_no_longer_the_latest(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await SaveAsync(store, Answers);
        var results = new ResultTable(store);
        await results.SaveAsync(Run, [File], "{}", CancellationToken.None);

        var outcome = await UndoAsync(store, "before.csv");

        Assert.AreEqual(1, outcome.Results);
        Assert.IsNull(await results.LatestAsync(Declared.Code, CancellationToken.None));
        Assert.AreEqual("{}", await results.FindAsync(Run.RunId, CancellationToken.None));
        Assert.AreEqual(ImportState.Undone, (await new ResultLineage(store).ImportsOfAsync(Run.RunId, CancellationToken.None)).Single().State);
    }

    [TestMethod]
    [EveryEngine]
    public async Task History_says_when_and_by_whom_and_the_log_has_the_undo(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync(new Author("Chị Hoa", TimeProvider.System));
        await SaveAsync(store, Answers);
        await UndoAsync(store, "before.csv");

        var import = (await new ImportHistory(store).ListAsync(Declared.Code, CancellationToken.None)).Single();
        var log = await new AuditLog(store).ListAsync(Declared.Code, CancellationToken.None);

        Assert.AreEqual("Chị Hoa", import.Actor);
        Assert.AreEqual(log[^1].HappenedAt, import.ChangedAt);
        Assert.AreEqual("import undo", string.Join(' ', log.Select(entry => entry.Action)));
    }

    [TestMethod]
    public async Task What_fits_no_import_or_was_undone_already_changes_nothing()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await place.OpenAsync();
        await SaveAsync(store, Answers);
        var history = new ImportHistory(store);
        var import = (await history.FindAsync(Declared.Code, "before.csv", CancellationToken.None)).Single();
        await history.UndoAsync(Declared.Code, import.ImportId, CancellationToken.None);

        Assert.IsEmpty(await history.FindAsync(Declared.Code, "before.csv", CancellationToken.None));
        Assert.IsEmpty(await history.FindAsync(Declared.Code, "re.csv", CancellationToken.None));
        Assert.IsNull(await history.UndoAsync(Declared.Code, import.ImportId, CancellationToken.None));
    }

    static Task<ImportOutcome> SaveAsync(Store store, FileRecords file) =>
        new ImportStore(store).SaveAsync(Declared, file, [.. file.Answers.Select(_ => "[tên] dạy rất hay")], CancellationToken.None);

    static async Task<UndoOutcome> UndoAsync(Store store, string file)
    {
        var history = new ImportHistory(store);
        var import = (await history.FindAsync(Declared.Code, file, CancellationToken.None)).Single();
        return (await history.UndoAsync(Declared.Code, import.ImportId, CancellationToken.None))!;
    }

    static async Task<string> StatesAsync(Store store) => string.Join(' ',
        (await new ImportHistory(store).ListAsync(Declared.Code, CancellationToken.None)).OrderByDescending(import => import.File.SourceCode).Select(import => import.State));

    static async Task<string> CountsAsync(TestPlace place)
    {
        await using var records = await place.ConnectAsync();
        await using var vault = await place.ConnectAsync(vault: true);
        return await records.QuerySingleAsync<string>("""
            SELECT (SELECT count(*) FROM import_file WHERE state = 'merged') || '|' || (SELECT count(*) FROM enrolment) || '|'
                || (SELECT count(*) FROM assessment) || '|' || (SELECT count(*) FROM answer_text) || '|' || (SELECT count(*) FROM quarantine)
            """) + "/" + await vault.QuerySingleAsync<string>("""
            SELECT (SELECT count(*) FROM person) || '|' || (SELECT count(*) FROM identity) || '|'
                || (SELECT count(*) FROM answer_original) || '|' || (SELECT count(*) FROM quarantine_raw)
            """);
    }
}
