using ImpactEval.Statistics.Controlled;

namespace ImpactEval.Statistics.Tests.Controlled;

[TestClass]
public sealed class PreTrendTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void With_two_waves_of_the_same_people_it_is_their_difference_in_differences()
    {
        Sample treatedFirst = new([3, 5, 4, 6]), treatedSecond = new([4, 7, 4, 9]), otherFirst = new([5, 4, 6, 3, 5]), otherSecond = new([5, 5, 6, 4, 4]);
        var pairs = DifferenceInDifferences.OfPairs(treatedFirst, treatedSecond, otherFirst, otherSecond, Level);
        Sample scores = new([.. treatedFirst.Values, .. treatedSecond.Values, .. otherFirst.Values, .. otherSecond.Values]);
        bool[] treated = [.. Enumerable.Range(0, 18).Select(row => row < 8)];
        double[] months = [0, 0, 0, 0, 6, 6, 6, 6, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6];
        int[] people = [1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 5, 6, 7, 8, 9];
        var trend = PreTrend.Of(scores, treated, months, people, Level);
        Assert.AreEqual(pairs.Value / 6, trend.Slope.Value, 1e-13);
        Assert.AreEqual(pairs.StandardError!.Value / 6, trend.Slope.StandardError!.Value, 1e-13);
    }

    [TestMethod]
    public void What_moves_both_groups_alike_does_not_move_it()
    {
        double Slope(double season) => PreTrend.Of(
            new Sample(Enumerable.Range(0, 24).Select(row => Math.Sin(row * row) + (row % 3 == 1 ? season : 0))),
            [.. Enumerable.Range(0, 24).Select(row => row < 12)], [.. Enumerable.Range(0, 24).Select(row => row % 3 * 2.0)],
            [.. Enumerable.Range(0, 24).Select(row => row / 3)], Level).Slope.Value;
        Assert.AreEqual(Slope(0), Slope(7), 1e-12);
    }

    [TestMethod]
    public void One_wave_and_lists_that_do_not_fit_are_refused()
    {
        Sample scores = new([1, 2, 3, 4]);
        Assert.ThrowsExactly<NotEstimableException>(() => PreTrend.Of(scores, [true, true, false, false], [0, 0, 0, 0], [1, 2, 3, 4], Level));
        Assert.ThrowsExactly<NotEstimableException>(() => PreTrend.Of(scores, [true, true, false, false], [0, 1, 0, 1], [1, 1, 2, 2], Level));
        Assert.ThrowsExactly<ArgumentException>(() => PreTrend.Of(scores, [true, false], [0, 1, 0, 1], [1, 1, 2, 2], Level));
    }
}
