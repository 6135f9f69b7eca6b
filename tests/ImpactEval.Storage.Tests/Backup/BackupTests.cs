using System.IO.Compression;
using System.Text;
using Dapper;
using ImpactEval.Evaluation;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Backup;
using ImpactEval.Storage.Erasure;
using ImpactEval.Studies;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.Backup;

[TestClass]
public sealed class BackupTests
{
    const string Passphrase = "mật khẩu dài và khó đoán";

    readonly string folder = Directory.CreateTempSubdirectory("impacteval-backup-").FullName;

    string Archive => Path.Combine(folder, "kho.iebackup");

    [TestCleanup]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    [EveryEngine]
    public async Task A_backup_of_either_database_can_be_restored_into_either_with_the_same_content(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);
        var written = await WriteAsync(store, Archive);

        foreach (var into in Engine.All)
        {
            await using var target = new TestPlace(into, openable: false);
            await StoreRestore.RunAsync(Archive, null, target.Location, Author.OfThisProcess, force: false, CancellationToken.None);
            await using var restored = await target.OpenAsync();
            var again = await WriteAsync(restored, Path.Combine(folder, into));

            Assert.AreEqual(written.ContentSha256, again.ContentSha256, into);
            Assert.AreEqual(await TextAsync(store), await TextAsync(restored), into);
            Assert.AreEqual("{}", await new ResultTable(restored).LatestAsync(Declared.Code, CancellationToken.None));
            var verdict = await new AuditLog(restored).VerifyAsync(written.AuditHead, CancellationToken.None);
            Assert.AreEqual(AuditBreak.None, verdict.Break);
        }
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_restored_store_goes_on_where_the_other_stopped(string engine)
    {
        await using var place = new TestPlace(engine);
        await using (var store = await FilledAsync(place))
        {
            await new PersonErasure(store).EraseAsync("JICA", "A2", ErasureReason.Request, CancellationToken.None);
            await WriteAsync(store, Archive);
        }
        await StoreRestore.RunAsync(Archive, null, place.Location, Author.OfThisProcess, force: true, CancellationToken.None);
        await using var restored = await place.OpenAsync();

        var unchanged = await new ImportStore(restored).SaveAsync(Declared, Roster(Person("A1", "L3", "F", 2)), [], CancellationToken.None);
        await new ImportStore(restored).SaveAsync(WithoutRoster, After(Taken("A2", "post", 2, 5, 5, 5)), [], CancellationToken.None);

        Assert.AreEqual(ImportChange.Unchanged, unchanged.Change);
        // Whoever was erased stays erased: the vault's key and tombstones came along.
        Assert.IsFalse((await new DatasetReader(restored).LoadAsync(WithoutRoster, CancellationToken.None)).Assessments.Any(taken => taken.Wave == "post"));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_backup_taken_while_files_come_in_is_of_one_moment(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);
        await using var other = await place.OpenAsync();
        var imports = Task.Run(async () =>
        {
            for (var file = 0; file < 12; file++)
                await new ImportStore(other).SaveAsync(Declared, Before(Taken($"N{file}", "pre", 2, 1, 1, 1)) with { FileName = $"files/before-{file}.csv" }, [], CancellationToken.None);
        });
        for (var moment = 0; moment < 3; moment++)
            await WriteAsync(store, Path.Combine(folder, $"{moment}"));
        await imports;

        for (var moment = 0; moment < 3; moment++)
        {
            await using var target = new TestPlace(Engine.Sqlite, openable: false);
            await StoreRestore.RunAsync(Path.Combine(folder, $"{moment}"), null, target.Location, Author.OfThisProcess, force: false, CancellationToken.None);
            await using var records = await target.ConnectAsync();
            await records.ExecuteAsync($"ATTACH '{Path.Combine(((StoreLocation.Folder)target.Location).Path, "vault.db")}' AS vault");
            Assert.AreEqual(0L, await records.QuerySingleAsync<long>("SELECT count(*) FROM assessment WHERE participant_id NOT IN (SELECT participant_id FROM vault.person)"));
            Assert.IsEmpty(await records.QueryAsync("PRAGMA foreign_key_check"));
        }
    }

    [TestMethod]
    public async Task An_encrypted_backup_tells_nothing_and_comes_back_with_its_passphrase_only()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await FilledAsync(place);
        var written = await new BackupArchive(store).WriteAsync(Archive, Passphrase, overwrite: false, CancellationToken.None);
        await using var target = new TestPlace(Engine.Sqlite, openable: false);

        Assert.IsLessThan(0, (await File.ReadAllBytesAsync(Archive)).AsSpan().IndexOf("assessment"u8));
        foreach (var wrong in new[] { null, "", Passphrase + "." })
            await AssertRefusedAsync(StoreUnavailableKind.PassphraseWrong, wrong, target);
        var manifest = await StoreRestore.RunAsync(Archive, Passphrase, target.Location, Author.OfThisProcess, force: false, CancellationToken.None);
        Assert.AreEqual(written.ContentSha256, manifest.ContentSha256);
    }

    [TestMethod]
    public async Task An_encrypted_backup_of_many_chunks_is_read_at_any_place_and_refused_when_cut_short()
    {
        var content = new byte[SealedForm.ChunkSize * 3];
        new Random(1).NextBytes(content);
        var stored = new MemoryStream();
        await using (var sealing = new SealingStream(stored, Passphrase))
            await sealing.WriteAsync(content);

        await using var reading = new UnsealingStream(stored, Passphrase) { Position = SealedForm.ChunkSize - 3 };
        var part = new byte[10];
        reading.ReadExactly(part);

        Assert.AreEqual(content.Length, reading.Length);
        CollectionAssert.AreEqual(content[(SealedForm.ChunkSize - 3)..(SealedForm.ChunkSize + 7)], part);
        stored.SetLength(SealedForm.HeaderSize + (2 * (SealedForm.ChunkSize + SealedForm.TagSize)));
        Assert.ThrowsExactly<StoreUnavailableException>(() => new UnsealingStream(stored, Passphrase));
    }

    [TestMethod]
    public async Task A_damaged_backup_is_refused_before_anything_is_changed()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await FilledAsync(place);
        await WriteAsync(store, Archive);
        await using (var zip = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update))
        {
            zip.GetEntry("records/participant.jsonl")!.Delete();
            await using var other = zip.CreateEntry("records/participant.jsonl").Open();
            await other.WriteAsync("[1]\n"u8.ToArray());
        }
        await using var target = new TestPlace(Engine.Sqlite, openable: false);

        await AssertRefusedAsync(StoreUnavailableKind.BackupDamaged, null, target);
        Assert.IsEmpty(Directory.GetFileSystemEntries(((StoreLocation.Folder)target.Location).Path));
        await File.WriteAllTextAsync(Archive, "không phải bản sao lưu");
        await AssertRefusedAsync(StoreUnavailableKind.BackupDamaged, null, target);
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_store_that_is_there_is_replaced_on_demand_only_and_as_a_whole(string engine)
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using (var store = await FilledAsync(place))
            await WriteAsync(store, Archive);
        await using var target = new TestPlace(engine);
        await using (var other = await target.OpenAsync())
            await new ImportStore(other).SaveAsync(WithoutRoster, After(Taken("Z1", "post", 2, 1, 1, 1)), [], CancellationToken.None);

        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() =>
            StoreRestore.RunAsync(Archive, null, target.Location, Author.OfThisProcess, force: false, CancellationToken.None));
        Assert.AreEqual(StoreUnavailableKind.NotEmpty, refusal.Kind);

        await StoreRestore.RunAsync(Archive, null, target.Location, Author.OfThisProcess, force: true, CancellationToken.None);
        await using var restored = await target.OpenAsync();
        Assert.HasCount(2, (await new DatasetReader(restored).LoadAsync(WithoutRoster, CancellationToken.None)).Assessments);
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_archive_knows_every_table_and_column_of_the_schema(string engine)
    {
        await using var place = new TestPlace(engine);
        await (await place.OpenAsync()).DisposeAsync();
        foreach (var vault in new[] { false, true })
        {
            await using var connection = await place.ConnectAsync(vault);
            var inSchema = new List<string>();
            foreach (var table in (await TestPlace.TablesAsync(connection)).Except(["schema_step", "vault_key", "citus_tables", "citus_schemas"]))
                inSchema.AddRange((await TestPlace.ColumnsAsync(connection, table)).Select(column => $"{table}.{column}"));
            var inArchive = ArchiveTable.All.Where(table => table.IsVault == vault).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"));

            CollectionAssert.AreEqual(inSchema.Order(StringComparer.Ordinal).ToList(), inArchive.Order(StringComparer.Ordinal).ToList());
        }
    }

    [TestMethod]
    public async Task The_archive_is_for_its_owner_only_and_no_file_is_overwritten_unasked()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await FilledAsync(place);
        await WriteAsync(store, Archive);

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => WriteAsync(store, Archive));
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
        Assert.HasCount(1, Directory.GetFiles(folder));
    }

    static Task<BackupManifest> WriteAsync(Store store, string file) => new BackupArchive(store).WriteAsync(file, null, overwrite: false, CancellationToken.None);

    async Task AssertRefusedAsync(StoreUnavailableKind kind, string? passphrase, TestPlace target)
    {
        var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() =>
            StoreRestore.RunAsync(Archive, passphrase, target.Location, Author.OfThisProcess, force: false, CancellationToken.None));
        Assert.AreEqual(kind, refusal.Kind);
    }

    static async Task<Store> FilledAsync(TestPlace place)
    {
        var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        var answers = Before(Taken("A1", "pre", 2, 1, double.NaN, 1.0 / 3), Taken("A2", "pre", 3, 2, 2, 2) with { TakenOn = null }) with
        {
            Answers = [Answer("A1", 1, 2, "Tốt\n\"lắm\"") with { GivenOn = new DateOnly(2024, 2, 29) }],
            Problems = [new RowProblem(2, "Mã", RowProblemKind.IdVariant, "ạ 1", Rejects: false), new RowProblem(2, "Mã", RowProblemKind.IdVariant, "Z 1", Rejects: false)],
        };
        await imports.SaveAsync(Declared, Roster(Person("A1", "L3", "F", 2)), [], CancellationToken.None);
        await imports.SaveAsync(Declared, answers, ["Tốt [tên]"], CancellationToken.None);
        var run = new RunStamp("run-1", Declared.Code, "plan", "input", "0.1.0", 1, 0.95, 5);
        await new ResultTable(store).SaveAsync(run, await new DatasetReader(store).FilesAsync(Declared, CancellationToken.None) is { } files ? [.. files] : [], "{}", CancellationToken.None);
        return store;
    }

    static async Task<string> TextAsync(Store store)
    {
        var dataset = await new DatasetReader(store).LoadAsync(Declared, CancellationToken.None);
        return CanonicalJson.Of(new
        {
            dataset.Participants, dataset.Answers, dataset.Sources,
            Assessments = dataset.Assessments.Select(taken => new { taken.Participant, taken.Wave, taken.TakenOn, Scores = taken.Scores.Select(BitConverter.DoubleToInt64Bits) }),
        });
    }
}
