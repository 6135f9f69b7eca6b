using ImpactEval.Studies;

namespace ImpactEval.Evaluation.Tests;

[TestClass]
public sealed class MatchingSummaryTests
{
    static readonly Study Study = SmallStudy.Declared();

    /// <summary>Ten people before with scores 1…10; those from 4 on come again.</summary>
    static StudyDataset TenOfWhomSevenComeAgain => SmallStudy.Of(Study,
    [
        .. Enumerable.Range(1, 10).Select(person => SmallStudy.Test(person, "pre", person, person)),
        .. Enumerable.Range(4, 7).Select(person => SmallStudy.Test(person, "post", 5, 5)),
    ]);

    static MatchedPair Pair(long first, MatchMethod method, double falseMatch, bool isLinked) =>
        new(new ParticipantId(first), new ParticipantId(100 + first), method, falseMatch, isLinked, new PairPlace("a.csv", 2, "b.csv", 2));

    static string Shown(MatchingQuality matching) => string.Join(' ', matching.Methods.Select(row => $"{(row.Method is { } method ? Word.Of(method) : "none")}:{row.People.Value}"));

    [TestMethod]
    public void People_are_counted_by_how_they_were_found_again()
    {
        var dataset = TenOfWhomSevenComeAgain with
        {
            Matches = [Pair(4, MatchMethod.Likeness, 0.004, true), Pair(5, MatchMethod.Decision, 0, true), Pair(1, MatchMethod.Likeness, 0.4, false)],
            NormalisedIds = new HashSet<ParticipantId> { new(6), new(1) },
        };
        var matching = MatchingSummary.Of(dataset)!;

        Assert.AreEqual("exact_id:4 normalised_id:1 likeness:1 decision:1 none:3", Shown(matching));
        Assert.AreEqual(1, matching.Doubtful.Value);
        Assert.AreEqual(0.004, matching.ExpectedFalse, 1e-15);
    }

    [TestMethod]
    public void Found_and_lost_are_compared_at_the_start()
    {
        var row = MatchingSummary.Of(TenOfWhomSevenComeAgain)!.Baseline.Single();

        // By hand: 4…10 have mean 7 and variance 28/6; 1…3 have mean 2 and variance 1; 5/√((28/6 + 1)/2) = 2.9704.
        Assert.AreEqual(7, row.Matched.Value);
        Assert.AreEqual(7, row.MatchedMean!.Value, 1e-12);
        Assert.AreEqual(Math.Sqrt(28 / 6.0), row.MatchedDeviation!.Value, 1e-12);
        Assert.AreEqual(3, row.Unmatched.Value);
        Assert.AreEqual(2, row.UnmatchedMean!.Value, 1e-12);
        Assert.AreEqual(5 / Math.Sqrt(((28 / 6.0) + 1) / 2), row.StandardisedDifference!.Value, 1e-12);
    }

    [TestMethod]
    public void Without_a_second_measurement_nobody_could_be_found_again() =>
        Assert.IsNull(MatchingSummary.Of(SmallStudy.Of(Study, SmallStudy.Test(1, "pre", 3, 3))));

    [TestMethod]
    public void One_person_lost_has_no_spread_and_so_no_difference()
    {
        var row = MatchingSummary.Of(SmallStudy.Of(Study,
        [
            .. Enumerable.Range(1, 4).Select(person => SmallStudy.Test(person, "pre", person, person)),
            .. Enumerable.Range(2, 3).Select(person => SmallStudy.Test(person, "post", 5, 5)),
        ]))!.Baseline.Single();
        Assert.AreEqual(1, row.Unmatched.Value);
        Assert.IsNull(row.StandardisedDifference);
    }

    [TestMethod]
    public void Few_people_who_were_lost_are_hidden_with_their_scores_and_a_neighbour()
    {
        var leaving = MatchingDisclosure.Protect(MatchingSummary.Of(TenOfWhomSevenComeAgain)!, smallestCell: 5);

        Assert.AreEqual("exact_id: none:", Shown(leaving));
        var row = leaving.Baseline.Single();
        Assert.IsTrue(row.Suppressed);
        Assert.IsNull(row.Matched.Value);
        Assert.IsNull(row.MatchedMean);
        Assert.IsNull(row.StandardisedDifference);
    }
}
