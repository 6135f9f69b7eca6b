using ImpactEval.Statistics.Needs;

namespace ImpactEval.Statistics.Tests.Needs;

[TestClass]
public sealed class NeedsPrioritiesTests
{
    [TestMethod]
    public void A_need_that_everybody_sees_first_is_first_in_every_resample()
    {
        var survey = new NeedsSurvey(
        [
            new("planning", [5, 5, 4, 5, 5], [1, 2, 1, 1, 2]),
            new("writing", [3, 3, 4, 3, 3], [3, 2, 3, 3, 3]),
            new("speaking", [2, 1, 2, 2, 1], [4, 5, 4, 4, 4]),
        ]);
        var priorities = NeedsPriorities.Of(survey, ConfidenceLevel.Percent95, 500, seed: 1);
        CollectionAssert.AreEqual(new[] { 1.0, 2.0, 3.0 }, priorities.Select(priority => priority.Rank).ToArray());
        Assert.AreEqual(1.0, priorities[0].FirstShare);
        Assert.AreEqual(1.0, priorities[0].RankInterval.Upper);
        Assert.AreEqual(1.0, priorities[0].QuadrantShares[ImportancePerformanceQuadrant.ConcentrateHere]);
        Assert.AreEqual(3.0, priorities[2].RankInterval.Lower);
    }

    [TestMethod]
    public void Two_equal_needs_share_their_ranks()
    {
        double[] importance = [5, 4, 3], competence = [3, 3, 3];
        var survey = new NeedsSurvey([new("one", importance, competence), new("same", importance, competence)]);
        var priorities = NeedsPriorities.Of(survey, ConfidenceLevel.Percent95, 200, seed: 1);
        Assert.AreEqual(1.5, priorities[0].Rank);
        Assert.AreEqual(1.5, priorities[1].RankInterval.Lower);
        Assert.AreEqual(1.0, priorities[1].FirstShare);
    }

    [TestMethod]
    public void Scores_use_the_people_who_rated_both_scales()
    {
        var survey = new NeedsSurvey([new("a", [5, 4, double.NaN], [3, double.NaN, 1]), new("b", [1, 2, 3], [1, 2, 3])]);
        Assert.AreEqual(BorichScore.Of(new Sample([5]), new Sample([3])), survey.Scores[0]);
        Assert.AreEqual(1, survey.Discrepancies[0].Size);
        Assert.AreEqual(3, survey.Scores[1].Size);
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_priorities()
    {
        var survey = Random(40, 5, new RandomStream(2, 0));
        var one = NeedsPriorities.Of(survey, ConfidenceLevel.Percent90, 300, seed: 9);
        var two = NeedsPriorities.Of(survey, ConfidenceLevel.Percent90, 300, seed: 9);
        for (var i = 0; i < one.Count; i++)
        {
            Assert.AreEqual(one[i].Score, two[i].Score);
            Assert.AreEqual(1.0, one[i].QuadrantShares.Values.Sum(), 1e-12);
        }
        Assert.AreNotEqual(one[0].Score, NeedsPriorities.Of(survey, ConfidenceLevel.Percent90, 300, seed: 10)[0].Score);
    }

    [TestMethod]
    public void Score_intervals_hold_the_truth_about_as_often_as_they_say()
    {
        // Importance and competence are uniform on 1 … 5 and independent: true score 0.
        const int Runs = 400;
        var held = Enumerable.Range(0, Runs).Count(run =>
            NeedsPriorities.Of(Random(60, 2, new RandomStream(3, (ulong)run)), ConfidenceLevel.Percent95, 400, (ulong)run)[0].Score is { Lower: <= 0, Upper: >= 0 });
        Assert.IsGreaterThan(0.92 * Runs, held);
        Assert.IsLessThan(0.98 * Runs, held);
    }

    [TestMethod]
    public void An_item_that_resamples_keep_missing_is_refused()
    {
        double[] missing = [.. Enumerable.Repeat(double.NaN, 100_000)];
        double[] lone = [4, .. missing.Skip(1)];
        Assert.ThrowsExactly<NotEstimableException>(() => new NeedsSurvey([new("a", missing, missing), new("b", lone, lone)]));
        Assert.HasCount(2, new NeedsSurvey([new("a", lone, lone), new("b", lone, lone)]).Scores);
    }

    [TestMethod]
    public void Surveys_that_cannot_be_ranked_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => new NeedsSurvey([new("only", [1, 2], [1, 2])]));
        Assert.ThrowsExactly<ArgumentException>(() => new NeedsSurvey([new("a", [1, 2], [1, 2]), new("b", [1], [1])]));
        Assert.ThrowsExactly<ArgumentException>(() => new NeedsSurvey([new("a", [1, 2], [1, 2]), new("b", [1, double.PositiveInfinity], [1, 1])]));
        var onePerson = new NeedsSurvey([new("a", [4], [2]), new("b", [3], [2])]);
        Assert.ThrowsExactly<NotEstimableException>(() => NeedsPriorities.Of(onePerson, ConfidenceLevel.Percent95, 200, 1));
        var two = new NeedsSurvey([new("a", [4, 5], [2, 1]), new("b", [3, 3], [2, 2])]);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => NeedsPriorities.Of(two, ConfidenceLevel.Percent95, 99, 1));
    }

    static NeedsSurvey Random(int people, int items, RandomStream random)
    {
        double[] Ratings() => [.. Enumerable.Range(0, people).Select(_ => 1.0 + random.NextInt(5))];
        return new([.. Enumerable.Range(0, items).Select(item => new CompetenceRatings($"{item}", Ratings(), Ratings()))]);
    }
}
