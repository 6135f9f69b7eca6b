using System.Text;
using Dapper;
using ImpactEval.Evaluation;
using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Erasure;
using ImpactEval.Studies;
using Npgsql;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.Erasure;

[TestClass]
public sealed class PersonErasureTests
{
    const string Name = "Nguyễn Văn HV-A1", Own = "Ở cơ quan tôi có 17 người", Redacted = "Ở cơ quan tôi có nhiều người", Cell = "Lớp của bà Tư";

    static readonly FileRecords People = Roster(Person("HV-A1", "L3", "F", 2), Person("HV-B2", "L3", "M", 3)) with
    {
        Problems = [new RowProblem(2, "Mã", RowProblemKind.IdVariant, "hv/a1", Rejects: false), new RowProblem(2, "Lớp", RowProblemKind.UnknownCohort, Cell, Rejects: false)],
    };

    static readonly FileRecords Answered = Before(Taken("HV-A1", "pre", 2, 1, 2, 3), Taken("HV-B2", "pre", 3, 2, 2, 2)) with
    {
        Answers = [Answer("HV-A1", 1, 2, Own), Answer("HV-B2", 1, 3, $"Anh {Name} giúp tôi nhiều")],
    };

    /// <summary>Without the mention: words that others wrote lie in the source file, and nobody but the officer can take a name out of them there.</summary>
    static readonly FileRecords AnsweredAgain = Answered with { Answers = [Answered.Answers[0], Answer("HV-B2", 1, 3, "Anh ấy giúp tôi nhiều")] };

    static readonly IReadOnlyList<string> RedactedAnswers = [Redacted, "Anh [tên] giúp tôi nhiều"];

    static readonly FileRecords Interview = After() with
    {
        FileName = "files/after-HV-A1.docx", Answers = [Answer("HV-A1", 2, 1, Own)], RowsRead = 1,
    };

    [TestMethod]
    [EveryEngine]
    public async Task Nothing_of_the_person_is_left_in_any_table_and_the_others_stay(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);

        var proof = await EraseAsync(store, "HV-A1");

        var text = await AllTextAsync(place);
        foreach (var secret in new[] { Name, Own, Redacted, Cell, "HV-A1", "hv/a1" })
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase, secret);
        Assert.Contains("Nguyễn Văn HV-B2", text, StringComparison.Ordinal);
        Assert.Contains("Anh […] giúp tôi nhiều", text, StringComparison.Ordinal);
        Assert.AreEqual(new ErasureCounts(2, 5, 1, 1, 2, 3, 4, 2, 2, 2, 3, 1), proof.Counts);
        Assert.IsTrue(proof.Wiped);
        Assert.HasCount(5, proof.Files);
    }

    [TestMethod]
    public async Task The_bytes_are_gone_from_every_file_of_a_SQLite_store()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await FilledAsync(place);
        var folder = ((StoreLocation.Folder)place.Location).Path;
        Assert.IsTrue(Found(folder, Name) && Found(folder, Own) && Found(folder, Redacted), "They were there before.");

        await EraseAsync(store, "HV-A1");

        // The store is still open: the log beside it is searched too.
        foreach (var secret in new[] { Name, Own, Redacted, Cell, "HV-A1", "hv/a1" })
            Assert.IsFalse(Found(folder, secret), secret);
        Assert.IsTrue(Found(folder, "HV-B2"));
    }

    [TestMethod]
    public async Task The_bytes_are_gone_from_the_files_of_the_tables_on_PostgreSQL()
    {
        await using var place = new TestPlace(Engine.Postgres);
        await using var store = await FilledAsync(place);
        Assert.Contains(Name, await TableBytesAsync(place), StringComparison.Ordinal);

        await EraseAsync(store, "HV-A1");

        var bytes = await TableBytesAsync(place);
        foreach (var secret in new[] { Name, Own, Redacted, "HV-A1" })
            Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal, secret);
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_next_import_of_the_same_file_does_not_bring_the_person_back_and_counts_the_rows(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);
        await EraseAsync(store, "HV-A1");
        var erased = await new DatasetReader(store).LoadAsync(Declared, CancellationToken.None);

        var outcome = await new ImportStore(store).SaveAsync(Declared, AnsweredAgain, RedactedAnswers, CancellationToken.None);
        await new ImportStore(store).SaveAsync(Declared, People, [], CancellationToken.None);

        Assert.AreEqual((1, 1), (outcome.RowsAccepted, outcome.RowsRejected));
        var again = await new DatasetReader(store).LoadAsync(Declared, CancellationToken.None);
        Assert.HasCount(1, again.Participants);
        Assert.HasCount(1, again.Assessments);
        Assert.AreEqual(new ProblemCount(RowProblemKind.ErasedPerson, true, 1), again.Sources[1].Problems.Single());
        Assert.DoesNotContain("HV-A1", await AllTextAsync(place), StringComparison.Ordinal);
        // Erased afterwards or left out on the way in: the same dataset, and so the same run.
        Assert.AreEqual(erased.ErasedRows, again.ErasedRows);
        Assert.IsNotNull(again.ErasedRows);
    }

    [TestMethod]
    [EveryEngine]
    public async Task Also_a_file_that_writes_the_code_in_another_way_does_not_bring_the_person_back(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);

        Assert.IsNotNull(await new PersonErasure(store).EraseAsync("JICA", "hv/a1", ErasureReason.Request, CancellationToken.None));
        await new ImportStore(store).SaveAsync(Declared, Before(Taken("hv/a1", "pre", 2, 5, 5, 5)) with { Sha256 = Sha(3) }, [], CancellationToken.None);

        Assert.IsEmpty((await new DatasetReader(store).LoadAsync(WithoutRoster, CancellationToken.None)).Assessments);
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_proof_stands_in_the_log_with_counts_and_nothing_of_the_person(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);

        var proof = await EraseAsync(store, "HV-A1");

        var log = new AuditLog(store);
        Assert.AreEqual(proof.Entry, (await log.ListAsync(null, CancellationToken.None))[^1]);
        Assert.AreEqual(AuditBreak.None, (await log.VerifyAsync(null, CancellationToken.None)).Break);
        StringAssert.Contains(proof.Entry.Detail, "\"assessments\":2", StringComparison.Ordinal);
        StringAssert.Contains(proof.Entry.Detail, "\"reason\":\"request\"", StringComparison.Ordinal);
        foreach (var secret in new[] { "HV", "Nguyễn", "files/" })
            Assert.DoesNotContain(secret, proof.Entry.Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_person_of_the_same_code_at_another_sponsor_is_somebody_else(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);
        var elsewhere = Declared with { Code = "khac", Programme = Declared.Programme with { Sponsor = new Organisation("CBIE", new LocalText("CBIE")) } };
        await new ImportStore(store).SaveAsync(elsewhere, Answered, RedactedAnswers, CancellationToken.None);

        await EraseAsync(store, "HV-A1");

        Assert.HasCount(2, (await new DatasetReader(store).LoadAsync(elsewhere with { Sources = WithoutRoster.Sources }, CancellationToken.None)).Assessments);
    }

    [TestMethod]
    [EveryEngine]
    public async Task An_erasure_may_be_repeated_and_an_unknown_person_is_told(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);
        await EraseAsync(store, "HV-A1");

        var again = await EraseAsync(store, "HV-A1");

        Assert.AreEqual(0, again.Counts.Assessments + again.Counts.People + again.Counts.Originals);
        Assert.IsNull(await new PersonErasure(store).EraseAsync("JICA", "HV-Z9", ErasureReason.Request, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_person_erased_while_files_come_in_is_not_there_when_all_have_ended(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await FilledAsync(place);
        await using var other = await place.OpenAsync();
        var imports = Enumerable.Range(0, 8).Select(file => Task.Run(() => new ImportStore(other).SaveAsync(
            Declared, AnsweredAgain with { FileName = $"files/before-{file}.csv" }, RedactedAnswers, CancellationToken.None)));

        await Task.WhenAll([.. imports, Task.Run(() => EraseAsync(store, "HV-A1"))]);

        Assert.DoesNotContain("HV-A1", await AllTextAsync(place), StringComparison.Ordinal);
        Assert.DoesNotContain(Own, await AllTextAsync(place), StringComparison.Ordinal);
    }

    static async Task<Store> FilledAsync(TestPlace place)
    {
        var store = await place.OpenAsync();
        foreach (var study in new[] { Declared, Declared with { Code = "lop-hai" } })
        {
            var imports = new ImportStore(store);
            await imports.SaveAsync(study, People, [], CancellationToken.None);
            await imports.SaveAsync(study, Answered, RedactedAnswers, CancellationToken.None);
        }
        await new ImportStore(store).SaveAsync(Declared, Interview, [Redacted], CancellationToken.None);
        var run = new RunStamp("run-1", Declared.Code, "plan", "input", "0.1.0", 1, 0.95, 5);
        await new ResultTable(store).SaveAsync(run, [new FileStamp("before", "files/before.csv", Sha(1))], $$"""{"quote":"{{Redacted}}"}""", CancellationToken.None);
        return store;
    }

    static async Task<ErasureProof> EraseAsync(Store store, string code) =>
        await new PersonErasure(store).EraseAsync("JICA", code, ErasureReason.Request, CancellationToken.None) ?? throw new InvalidOperationException("Nobody there.");

    static bool Found(string folder, string secret) =>
        Directory.GetFiles(folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0);

    static async Task<string> AllTextAsync(TestPlace place)
    {
        var all = new StringBuilder();
        foreach (var vault in new[] { false, true })
        {
            await using var connection = await place.ConnectAsync(vault);
            foreach (var table in await TestPlace.TablesAsync(connection))
            {
                foreach (IDictionary<string, object> row in await connection.QueryAsync($"SELECT * FROM {table}"))
                    all.AppendJoin('\n', row.Values.Select(value => value?.ToString())).Append('\n');
            }
        }
        return all.ToString();
    }

    static async Task<string> TableBytesAsync(TestPlace place)
    {
        var all = new StringBuilder();
        foreach (var vault in new[] { false, true })
        {
            await using var connection = await place.ConnectAsync(vault);
            await connection.ExecuteAsync("CHECKPOINT ;");
            foreach (var table in await TestPlace.TablesAsync(connection))
                all.Append(Encoding.UTF8.GetString(await connection.QuerySingleAsync<byte[]>($"SELECT pg_read_binary_file(pg_relation_filepath('{table}'))")));
        }
        return all.ToString();
    }
}
