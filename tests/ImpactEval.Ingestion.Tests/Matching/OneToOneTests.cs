using ImpactEval.Ingestion.Matching;

namespace ImpactEval.Ingestion.Tests.Matching;

[TestClass]
public sealed class OneToOneTests
{
    // Munkres' classical 3 × 3 costs [[1,2,3],[2,4,6],[3,6,9]] have the least sum 10 (1→third, 2→second, 3→first); worth is 10 less the cost.
    [TestMethod]
    public void The_greedy_choice_gives_way_to_the_best_sum() => CollectionAssert.AreEqual(
        new[] { 2, 1, 0 },
        OneToOne.Of(3, 3, from one in Enumerable.Range(0, 3) from other in Enumerable.Range(0, 3) select new Candidate(one, other, 10 - ((one + 1) * (other + 1)))).ToArray());

    [TestMethod]
    public void Who_does_better_alone_stays_alone() =>
        CollectionAssert.AreEqual(new[] { -1, 0 }, OneToOne.Of(2, 1, [new Candidate(0, 0, 5), new Candidate(1, 0, 6)]).ToArray());

    [TestMethod]
    public void The_sum_is_the_largest_of_all_assignments()
    {
        // Lehmer's generator (Park and Miller 1988) with its usual constants: any fixed numbers do.
        var state = 42L;
        int Next(int below) => (int)((state = state * 48271 % 2147483647) % below);
        for (var round = 0; round < 200; round++)
        {
            Candidate[] pairs = [.. (from one in Enumerable.Range(0, 5) from other in Enumerable.Range(0, 4) select (one, other))
                .Where(_ => Next(3) > 0).Select(pair => new Candidate(pair.one, pair.other, Next(20) + 1))];
            var partners = OneToOne.Of(5, 4, pairs);
            var taken = partners.Where(partner => partner >= 0).ToArray();
            Assert.HasCount(taken.Length, taken.Distinct().ToArray());
            Assert.AreEqual(Best(pairs, 0, 0), partners.Select((partner, one) => pairs.Where(pair => pair.First == one && pair.Second == partner).Sum(pair => pair.Worth)).Sum());
        }
    }

    static long Best(Candidate[] pairs, int one, int used) => one == 5 ? 0 : pairs
        .Where(pair => pair.First == one && (used & (1 << pair.Second)) == 0)
        .Select(pair => pair.Worth + Best(pairs, one + 1, used | (1 << pair.Second)))
        .Append(Best(pairs, one + 1, used)).Max();
}
