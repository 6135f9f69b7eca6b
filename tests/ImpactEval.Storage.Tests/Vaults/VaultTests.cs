using Dapper;
using ImpactEval.Studies;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.Vaults;

[TestClass]
public sealed class VaultTests
{
    static readonly FileRecords Named = Roster(Person("HV-A1", "L3", "F", 2)) with
    {
        Answers = [Answer("HV-A1", 1, 2, "Gọi tôi theo số 0912345678")],
        Problems = [new RowProblem(2, "Mã", RowProblemKind.IdVariant, " hv a1 ", Rejects: false), new RowProblem(3, "Lớp", RowProblemKind.UnknownCohort, "Lớp của bà Tư")],
        RowsRead = 2,
    };

    [TestMethod]
    [EveryEngine]
    public async Task Names_codes_and_texts_as_found_are_in_the_vault_and_nowhere_in_the_store(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        await new ImportStore(store).SaveAsync(Declared, Named, ["Gọi tôi theo số [điện thoại]"], CancellationToken.None);

        await using var vault = await place.ConnectAsync(vault: true);
        Assert.AreEqual("JICA HV-A1", await vault.QuerySingleAsync<string>("SELECT organisation || ' ' || code FROM person"));
        Assert.AreEqual(" hv a1 ", await vault.QuerySingleAsync<string>("SELECT code FROM person_alias"));
        Assert.AreEqual("""{"name":"Nguyễn Văn HV-A1"}""", await vault.QuerySingleAsync<string>("SELECT body FROM identity"));
        Assert.AreEqual("Gọi tôi theo số 0912345678", await vault.QuerySingleAsync<string>("SELECT body FROM answer_original"));
        Assert.AreEqual("Lớp của bà Tư", await vault.QuerySingleAsync<string>("SELECT found FROM quarantine_raw WHERE number = 1"));
        var stored = await AllTextOfStoreAsync(place);
        foreach (var secret in new[] { "Nguyễn", "HV-A1", "hv a1", "0912345678", "bà Tư" })
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        Assert.Contains("[điện thoại]", stored, StringComparison.Ordinal);
    }

    [TestMethod]
    [EveryEngine]
    public async Task Texts_of_a_superseded_import_leave_the_vault(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        await imports.SaveAsync(Declared, Named, ["x"], CancellationToken.None);

        await imports.SaveAsync(Declared, Roster() with { Sha256 = Sha(2) }, [], CancellationToken.None);

        await using var vault = await place.ConnectAsync(vault: true);
        Assert.AreEqual(0L, await vault.QuerySingleAsync<long>(
            "SELECT (SELECT count(*) FROM identity) + (SELECT count(*) FROM answer_original) + (SELECT count(*) FROM quarantine_raw)"));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_second_person_on_the_same_number_is_refused_and_not_mixed_with_the_first(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var imports = new ImportStore(store);
        await imports.SaveAsync(Declared, Named, ["x"], CancellationToken.None);
        // The number now belongs to somebody else.
        await using (var vault = await place.ConnectAsync(vault: true))
            await vault.ExecuteAsync("UPDATE person SET key_check = key_check + 1, code = 'B7'");

        await Assert.ThrowsAsync<System.Data.Common.DbException>(() =>
            imports.SaveAsync(Declared, Before(Taken("HV-A1", "pre", 2, 1, 2, 3)), [], CancellationToken.None));

        Assert.HasCount(1, await new DatasetReader(store).FilesAsync(Declared, CancellationToken.None));
    }

    [TestMethod]
    public async Task The_vault_file_is_for_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
            throw new AssertInconclusiveException("Windows has no file modes; rights come from the folder.");
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await place.OpenAsync();

        var mode = File.GetUnixFileMode(Path.Combine(((StoreLocation.Folder)place.Location).Path, "vault.db"));

        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    static async Task<string> AllTextOfStoreAsync(TestPlace place)
    {
        await using var connection = await place.ConnectAsync();
        var tables = new[] { "study", "import_file", "quarantine", "participant", "enrolment", "answer_text", "assessment" };
        var all = new List<string>();
        foreach (var table in tables)
        {
            foreach (IDictionary<string, object> row in await connection.QueryAsync($"SELECT * FROM {table}"))
                all.AddRange(row.Values.Select(value => value?.ToString() ?? ""));
        }
        return string.Join('\n', all);
    }
}
