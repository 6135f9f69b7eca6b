using ImpactEval.Statistics.Matching;

namespace ImpactEval.Statistics.Tests.Matching;

[TestClass]
public sealed class NearestNeighboursTests
{
    [TestMethod]
    public void The_largest_score_chooses_first_and_takes_the_nearest_who_is_free()
    {
        // Treated .9 and .8; comparison .85, .6, .1: .9 takes .85, .8 is left with .6.
        var pairs = NearestNeighbours.Of(new Sample([0.8, 0.9, 0.85, 0.6, 0.1]), [true, true, false, false, false]);
        Assert.AreEqual((0, 3), (pairs[0].Treated, pairs[0].Comparison));
        Assert.AreEqual((1, 2), (pairs[1].Treated, pairs[1].Comparison));
        Assert.AreEqual(0.2, pairs[0].Distance, 1e-15);
    }

    [TestMethod]
    public void Of_equally_near_people_the_last_in_the_file_is_taken()
    {
        bool[] treated = [true, false, false, false, false];
        // 2 below and 2 above at the same distance; rows 1 to 4.
        Assert.AreEqual(4, NearestNeighbours.Of(new Sample([5, 4, 6, 4, 6]), treated).Single().Comparison);
        Assert.AreEqual(4, NearestNeighbours.Of(new Sample([5, 6, 4, 6, 4]), treated).Single().Comparison);
        Assert.AreEqual(3, NearestNeighbours.Of(new Sample([5, 5, 5, 5, 4]), treated).Single().Comparison);
    }

    [TestMethod]
    public void Nobody_beyond_the_caliper_is_taken()
    {
        var scores = new Sample([0.9, 0.5, 0.45, 0.2]);
        bool[] treated = [true, true, false, false];
        Assert.AreEqual(1, NearestNeighbours.Of(scores, treated, 0.1).Single().Treated);
        Assert.AreEqual(NotEstimableReason.NoOverlap,
            Assert.ThrowsExactly<NotEstimableException>(() => NearestNeighbours.Of(scores, treated, 0.01)).Reason);
    }

    [TestMethod]
    public void Agrees_with_a_search_through_everybody()
    {
        for (ulong run = 0; run < 20; run++)
        {
            var stream = new RandomStream(73, run);
            // Few different scores, so that ties are many.
            double[] scores = [.. Enumerable.Range(0, 120).Select(_ => (double)(stream.NextUInt32() % 25))];
            bool[] treated = [.. Enumerable.Range(0, 120).Select(_ => stream.NextUInt32() % 3 == 0)];
            var expected = Search(scores, treated, 4);
            var found = NearestNeighbours.Of(new Sample(scores), treated, 4).Select(pair => (pair.Treated, pair.Comparison)).ToArray();
            CollectionAssert.AreEqual(expected, found);
        }
    }

    [TestMethod]
    public void An_empty_group_and_wrong_lengths_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => NearestNeighbours.Of(new Sample([1, 2]), [true, true]));
        Assert.ThrowsExactly<NotEstimableException>(() => NearestNeighbours.Of(new Sample([1, 2]), [false, false]));
        Assert.ThrowsExactly<ArgumentException>(() => NearestNeighbours.Of(new Sample([1, 2]), [true]));
    }

    static (int, int)[] Search(double[] scores, bool[] treated, double caliper)
    {
        var taken = new HashSet<int>();
        var pairs = new List<(int, int)>();
        foreach (var person in Enumerable.Range(0, scores.Length).Where(row => treated[row]).OrderByDescending(row => scores[row]))
        {
            var nearest = Enumerable.Range(0, scores.Length).Where(row => !treated[row] && !taken.Contains(row))
                .OrderBy(row => Math.Abs(scores[row] - scores[person])).ThenByDescending(row => row).Cast<int?>().FirstOrDefault();
            if (nearest is { } partner && Math.Abs(scores[partner] - scores[person]) <= caliper && taken.Add(partner))
                pairs.Add((person, partner));
        }
        return [.. pairs.Order()];
    }
}
