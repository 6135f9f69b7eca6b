using ImpactEval.Evaluation;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class ResultTableTests
{
    static readonly RunStamp First = new("run-1", "lop-lanh-dao", "plan", "input-1", "0.1.0", ulong.MaxValue, 0.95, 5);
    static readonly RunStamp Second = First with { RunId = "run-2", InputSha256 = "input-2" };

    [TestMethod]
    [EveryEngine]
    public async Task Findings_are_found_by_their_run(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var results = new ResultTable(store);
        await results.SaveAsync(First, [], """{"gain":1}""", CancellationToken.None);

        Assert.AreEqual("""{"gain":1}""", await results.FindAsync(First.RunId, CancellationToken.None));
        Assert.IsNull(await results.FindAsync(Second.RunId, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_latest_findings_are_those_saved_or_confirmed_last(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var results = new ResultTable(store);

        Assert.IsNull(await results.LatestAsync("lop-lanh-dao", CancellationToken.None));
        await results.SaveAsync(First, [], "1", CancellationToken.None);
        await results.SaveAsync(Second, [], "2", CancellationToken.None);
        Assert.AreEqual("2", await results.LatestAsync("lop-lanh-dao", CancellationToken.None));
        await results.SaveAsync(First, [], "1", CancellationToken.None);
        Assert.AreEqual("1", await results.LatestAsync("lop-lanh-dao", CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task Findings_once_saved_never_change(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await place.OpenAsync();
        var results = new ResultTable(store);
        await results.SaveAsync(First, [], "1", CancellationToken.None);

        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => results.SaveAsync(First, [], "other", CancellationToken.None));

        Assert.AreEqual("1", await results.LatestAsync("lop-lanh-dao", CancellationToken.None));
    }
}
