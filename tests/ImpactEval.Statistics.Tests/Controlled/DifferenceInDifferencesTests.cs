using ImpactEval.Statistics.Controlled;

namespace ImpactEval.Statistics.Tests.Controlled;

[TestClass]
public sealed class DifferenceInDifferencesTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly Sample TreatedPre = new([1, 2, 3, 5]), TreatedPost = new([4, 4, 7, 8]);
    static readonly Sample ComparisonPre = new([2, 2, 4]), ComparisonPost = new([3, 2, 6]);

    [TestMethod]
    public void By_hand()
    {
        // Gains 3 2 4 3 and 1 0 2: 3 − 1 = 2; SE² = (2/3)/4 + 1/3 = .5.
        var effect = DifferenceInDifferences.OfPairs(TreatedPre, TreatedPost, ComparisonPre, ComparisonPost, Level);
        Assert.AreEqual(2, effect.Value, 1e-14);
        Assert.AreEqual(Math.Sqrt(0.5), effect.StandardError!.Value, 1e-14);
    }

    [TestMethod]
    public void What_both_groups_gain_alike_and_where_they_started_does_not_count()
    {
        var moved = DifferenceInDifferences.OfPairs(TreatedPre.Shifted(10), TreatedPost.Shifted(13), ComparisonPre, ComparisonPost.Shifted(3), Level);
        Assert.AreEqual(2, moved.Value, 1e-13);
    }

    [TestMethod]
    public void With_both_waves_of_everybody_clustering_by_person_is_Welchs_comparison_of_gains()
    {
        var (scores, treated, after, people) = Long();
        var clustered = DifferenceInDifferences.Clustered(scores, treated, after, people, Level);
        var pairs = DifferenceInDifferences.OfPairs(TreatedPre, TreatedPost, ComparisonPre, ComparisonPost, Level);
        Assert.AreEqual(pairs.Value, clustered.Value, 1e-12);
        Assert.AreEqual(pairs.StandardError!.Value, clustered.StandardError!.Value, 1e-12);
    }

    [TestMethod]
    public void An_empty_cell_one_cluster_and_wrong_lengths_are_refused()
    {
        var (scores, treated, after, people) = Long();
        Assert.AreEqual(NotEstimableReason.EmptyCell, Assert.ThrowsExactly<NotEstimableException>(
            () => DifferenceInDifferences.Clustered(scores, treated, treated, people, Level)).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewClusters, Assert.ThrowsExactly<NotEstimableException>(
            () => DifferenceInDifferences.Clustered(scores, treated, after, [.. treated.Select(one => one ? 0 : 1)], Level)).Reason);
        Assert.ThrowsExactly<ArgumentException>(() => DifferenceInDifferences.Clustered(scores, treated, after, [1], Level));
        Assert.ThrowsExactly<ArgumentException>(() => DifferenceInDifferences.OfPairs(TreatedPre, ComparisonPost, ComparisonPre, ComparisonPost, Level));
        Assert.ThrowsExactly<NotEstimableException>(() => DifferenceInDifferences.OfPairs(new([1]), new([2]), ComparisonPre, ComparisonPost, Level));
    }

    static (Sample Scores, bool[] Treated, bool[] After, int[] People) Long()
    {
        double[] scores = [.. TreatedPre.Values, .. ComparisonPre.Values, .. TreatedPost.Values, .. ComparisonPost.Values];
        return (new Sample(scores), [.. Enumerable.Range(0, 14).Select(i => i % 7 < 4)], [.. Enumerable.Range(0, 14).Select(i => i >= 7)],
            [.. Enumerable.Range(0, 14).Select(i => i % 7)]);
    }
}
