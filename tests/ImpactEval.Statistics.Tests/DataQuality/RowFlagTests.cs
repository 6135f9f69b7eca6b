using ImpactEval.Statistics.DataQuality;

namespace ImpactEval.Statistics.Tests.DataQuality;

[TestClass]
public sealed class RowFlagTests
{
    [TestMethod]
    public void The_median_rule_finds_what_its_authors_found()
    {
        // Leys et al. (2013), p. 765: of 1, 3, 3, 6, 8, 10, 10, 1000 only the last; abs(x - median(x))/mad(x) of R gives 191.36266404578830702.
        var flag = OutlierFlags.ByMedianDeviation(new Sample([1, 3, 3, 6, 8, 10, 10, 1000])).Single();
        Assert.AreEqual((7, RowFlagReason.FarFromMedian, 2.5), (flag.Row, flag.Reason, flag.Limit));
        Assert.AreEqual(191.36266404578830702, flag.Found, 1e-10);
    }

    [TestMethod]
    public void Fences_agree_with_R()
    {
        // aircondit$hours of R's boot: quantile() gives 15.25 and 107.5, fences -123.125 and 245.875; boxplot.stats(x)$out is 487.
        var flag = OutlierFlags.ByFences(new Sample([3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487])).Single();
        Assert.AreEqual((11, 487, 245.875), (flag.Row, flag.Found, flag.Limit));
        Assert.AreEqual(-10, OutlierFlags.ByFences(new Sample([-10, 0, 1, 1, 2, 3])).Single().Found);
    }

    [TestMethod]
    public void Distances_from_the_centre_agree_with_R()
    {
        // mahalanobis(x, colMeans(x), cov(x)) of stackloss: the 21st day 10.59686892949176, above qchisq(.95, 4) = 9.487729036781154.
        double[][] stackLoss =
        [
            [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70],
            [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20],
            [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91],
            [42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15],
        ];
        var flag = OutlierFlags.ByDistance([.. stackLoss.Select(column => new Sample(column))], tail: 0.05).Single();
        Assert.AreEqual((20, RowFlagReason.FarFromCentre), (flag.Row, flag.Reason));
        Assert.AreEqual(10.59686892949176062, flag.Found, 1e-10);
        Assert.AreEqual(9.487729036781154, flag.Limit, 1e-10);
    }

    [TestMethod]
    public void Flags_do_not_depend_on_unit_and_origin()
    {
        Sample scores = new([1, 3, 3, 6, 8, 10, 10, 40]), moved = new(scores.Values.ToArray().Select(score => 7 - 2 * score));
        Assert.AreSequenceEqual(OutlierFlags.ByMedianDeviation(scores), OutlierFlags.ByMedianDeviation(moved));
        Assert.AreSequenceEqual(Rows(OutlierFlags.ByFences(scores)), Rows(OutlierFlags.ByFences(moved)));
    }

    [TestMethod]
    public void The_longest_string_ends_at_another_answer_or_a_gap()
    {
        Assert.AreEqual(3, CarelessAnswers.LongestString([2, 2, 5, 5, 5, double.NaN, 5, 1]));
        Assert.AreEqual(0, CarelessAnswers.LongestString([double.NaN, double.NaN]));
        Assert.AreEqual(0, CarelessAnswers.LongestString([]));
    }

    [TestMethod]
    public void Variability_is_the_standard_deviation_of_the_answers_given()
    {
        // sd(c(1, 2, 4)) of R
        Assert.AreEqual(1.5275252316519468, CarelessAnswers.Variability([1, double.NaN, 2, 4])!.Value, 1e-15);
        Assert.IsNull(CarelessAnswers.Variability([3, double.NaN]));
    }

    [TestMethod]
    public void Straight_lining_is_flagged_with_what_was_found()
    {
        double[][] rows = [[3, 3, 3, 3, 2, 4], [1, 2, 3, 4, 5, 1], [4, 4, 4, 4, 4, 4]];
        Assert.AreSequenceEqual(
            [new RowFlag(0, RowFlagReason.LongString, 4, 3), new RowFlag(2, RowFlagReason.LongString, 6, 3)], CarelessAnswers.LongStrings(rows));
        Assert.AreSequenceEqual([new RowFlag(2, RowFlagReason.LowVariability, 0, 0)], CarelessAnswers.LowVariability(rows));
        Assert.AreSequenceEqual([0, 2], Rows(CarelessAnswers.LowVariability(rows, limit: 0.7)));
    }

    [TestMethod]
    public void A_repeated_row_names_the_first_one_like_it()
    {
        double[][] rows = [[1, 2, double.NaN], [5, 5, 5], [1, 2, double.NaN], [1, 2, 3], [1, 2, double.NaN], [double.NaN, 2, double.NaN]];
        Assert.AreSequenceEqual(
            [new RowFlag(2, RowFlagReason.DoubledAnswers, 2, 2, 0), new RowFlag(4, RowFlagReason.DoubledAnswers, 2, 2, 0)],
            CarelessAnswers.Doubled(rows, leastAnswers: 2));
        Assert.IsEmpty(CarelessAnswers.Doubled(rows, leastAnswers: 3));
    }

    [TestMethod]
    public void Scores_without_spread_and_impossible_limits_are_refused()
    {
        Sample alike = new([4, 4, 4, 4, 9]);
        Assert.ThrowsExactly<NotEstimableException>(() => OutlierFlags.ByMedianDeviation(alike));
        Assert.ThrowsExactly<NotEstimableException>(() => OutlierFlags.ByFences(alike));
        Assert.ThrowsExactly<NotEstimableException>(() => OutlierFlags.ByFences(new Sample([])));
        Assert.ThrowsExactly<NotEstimableException>(() => OutlierFlags.ByDistance([alike, new Sample([1, 1, 1, 1, 1])]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => OutlierFlags.ByFences(alike, factor: 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => OutlierFlags.ByDistance([alike], tail: 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => CarelessAnswers.LongStrings([[1, 1]], share: 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => CarelessAnswers.LowVariability([[1, 1]], limit: double.NaN));
        Assert.ThrowsExactly<ArgumentException>(() => CarelessAnswers.Doubled([[1, 1], [2]], 1));
        Assert.ThrowsExactly<ArgumentException>(() => CarelessAnswers.LongestString([1, double.PositiveInfinity]));
    }

    static int[] Rows(IEnumerable<RowFlag> flags) => [.. flags.Select(flag => flag.Row)];
}
