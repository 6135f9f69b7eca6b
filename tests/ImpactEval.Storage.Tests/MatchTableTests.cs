using ImpactEval.Studies;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class MatchTableTests
{
    static readonly Study Matched = WithoutRoster with
    {
        Matching = new MatchingPlan(new MatchFields("name", null, "sex", null), CodeOrigin.Issued, 0.01, 0.9, MatchReview.Optional),
    };

    static async Task<IReadOnlyList<FilePeople>> FilledAsync(Store store)
    {
        var imports = new ImportStore(store);
        await imports.SaveAsync(Matched, Before(Taken("A1", "pre", 2, 1, 2, 3)) with { People = [Person("A1", "L3", "F", 2)] }, [], CancellationToken.None);
        await imports.SaveAsync(Matched, After(Taken("B7", "post", 5, 4, 4, 4)) with { People = [Person("B7", "L3", "F", 5)] }, [], CancellationToken.None);
        return await new MatchTable(store).PeopleAsync(Matched, await new DatasetReader(store).FilesAsync(Matched, CancellationToken.None), CancellationToken.None);
    }

    static MatchedPair PairOf(IReadOnlyList<FilePeople> files, bool isLinked) => new(
        files[0].People[0].Id, files[1].People[0].Id, MatchMethod.Likeness, 0.004, isLinked, new PairPlace("files/before.csv", 2, "files/after.csv", 5));

    [TestMethod]
    [EveryEngine]
    public async Task A_linked_person_is_one_participant_and_no_key_is_rewritten(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var files = await FilledAsync(store);
        var (table, reader) = (new MatchTable(store), new DatasetReader(store));
        Assert.AreEqual("Nguyễn Văn B7|F|5", string.Join('|', files[1].People[0].Facts["name"], files[1].People[0].Facts["sex"], files[1].People[0].Row));
        Assert.HasCount(2, (await reader.LoadAsync(Matched, CancellationToken.None)).Participants);

        await table.SaveAsync(Matched, [PairOf(files, isLinked: true)], CancellationToken.None);
        var linked = await reader.LoadAsync(Matched, CancellationToken.None);
        Assert.AreEqual(files[0].People[0].Id, linked.Participants.Single().Id);
        Assert.IsTrue(linked.Assessments.All(taken => taken.Participant == files[0].People[0].Id));

        await table.SaveAsync(Matched, [PairOf(files, isLinked: false)], CancellationToken.None);
        var doubtful = await reader.LoadAsync(Matched, CancellationToken.None);
        Assert.HasCount(2, doubtful.Participants);
        Assert.HasCount(1, doubtful.Matches);
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_last_verdict_counts_and_earlier_ones_stay_on_record(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var files = await FilledAsync(store);
        var (table, pair, at) = (new MatchTable(store), PairOf(files, isLinked: false), new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.FromHours(7)));
        await table.SaveAsync(Matched, [pair], CancellationToken.None);

        await table.DecideAsync(Matched, [(pair, MatchVerdict.Same)], "Lan", at, CancellationToken.None);
        Assert.AreEqual(new MatchDecision(pair.First, pair.Second, MatchVerdict.Same), (await table.DecisionsAsync(Matched, CancellationToken.None)).Single());
        var shown = (await table.ReviewAsync(Matched, [.. files.Select(file => file.File)], CancellationToken.None)).Single();
        Assert.AreEqual(new PairVerdict(MatchVerdict.Same, "Lan", "2024-03-01T01:00:00Z"), shown.Verdict);

        await table.DecideAsync(Matched, [(pair, null)], "Lan", at, CancellationToken.None);
        Assert.IsEmpty(await table.DecisionsAsync(Matched, CancellationToken.None));
        await using var vault = await place.ConnectAsync(vault: true);
        await using var count = vault.CreateCommand();
        count.CommandText = "SELECT count(*) FROM match_decision";
        Assert.AreEqual(2L, Convert.ToInt64(await count.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }
}
