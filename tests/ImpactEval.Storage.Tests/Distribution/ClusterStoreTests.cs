using ImpactEval.Storage.Audit;
using ImpactEval.Storage.Distribution;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests.Distribution;

[TestClass]
public sealed class ClusterStoreTests
{
    [TestMethod]
    [EveryEngine]
    public async Task A_store_with_data_is_spread_where_there_is_a_cluster_and_refused_where_there_is_none(string engine)
    {
        await using var place = new TestPlace(engine, openable: false);
        await using var store = await place.OpenAsync();
        await new ImportStore(store).SaveAsync(Declared, Before(Taken("A1", "pre", 2, 1, 2, 3), Taken("A2", "pre", 3, 1, 2, 3)), [], CancellationToken.None);
        var cluster = new ClusterStore(store);

        if (await cluster.IsAvailableAsync(CancellationToken.None))
        {
            var report = await cluster.DistributeAsync(CancellationToken.None);
            Assert.AreEqual("answer_text assessment enrolment instrument_version item participant", string.Join(' ', report.DistributedTables));
            Assert.AreEqual(report.DistributedTables.Count, (await cluster.DistributeAsync(CancellationToken.None)).DistributedTables.Count);
            Assert.AreEqual("import distribute", string.Join(' ', (await new AuditLog(store).ListAsync(null, CancellationToken.None)).Select(entry => entry.Action)));
        }
        else
        {
            var refusal = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => cluster.DistributeAsync(CancellationToken.None));
            Assert.AreEqual(StoreUnavailableKind.NoCluster, refusal.Kind);
        }
        Assert.HasCount(2, (await new DatasetReader(store).LoadAsync(WithoutRoster, CancellationToken.None)).Assessments);
    }
}
