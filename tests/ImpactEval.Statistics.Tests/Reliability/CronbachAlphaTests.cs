using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Reliability;

[TestClass]
public sealed class CronbachAlphaTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428, table 2: six targets, four judges.
    static readonly double[][] Ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

    [TestMethod]
    public void Is_the_consistency_of_the_mean_rating_that_Shrout_and_Fleiss_print()
    {
        // Their table 4: ICC(3,4) = .91; psych::ICC gives .9093155, with the F interval .6757, .9859.
        var alpha = CronbachAlpha.Of(ScoreMatrix.Listwise(Ratings), Level);
        Assert.AreEqual(0.9093155423770695, alpha.Value, 1e-12);
        Assert.AreEqual(0.6756747138163047, alpha.Intervals.Primary.Lower!.Value, 1e-9);
        Assert.AreEqual(0.9858916781690623, alpha.Intervals.Primary.Upper!.Value, 1e-9);
    }

    [TestMethod]
    public void Adding_a_constant_to_an_item_changes_nothing()
    {
        var shifted = Ratings.Select(row => new[] { row[0] + 5, row[1], row[2], row[3] }).ToArray();
        Assert.AreEqual(CronbachAlpha.Of(ScoreMatrix.Listwise(Ratings), Level).Value, CronbachAlpha.Of(ScoreMatrix.Listwise(shifted), Level).Value, 1e-13);
    }

    [TestMethod]
    public void Equal_items_are_perfectly_consistent()
    {
        var alpha = CronbachAlpha.Of(ScoreMatrix.Listwise([[1, 1], [2, 2], [5, 5]]), Level);
        Assert.AreEqual(1, alpha.Value, 1e-15);
    }

    [TestMethod]
    public void A_forgotten_reversal_shows_as_a_negative_correlation_with_the_rest()
    {
        var forgotten = Ratings.Select(row => new[] { row[0], row[1], row[2], 10 - row[3] }).ToArray();
        var items = ItemAnalysis.Of(ScoreMatrix.Listwise(forgotten));
        CollectionAssert.AreEqual(new[] { false, false, false, true }, items.Select(item => item.RunsAgainstTheScale).ToArray());
        Assert.AreEqual(CronbachAlpha.Of(ScoreMatrix.Listwise(Ratings.Select(row => row[..3]).ToArray()), Level).Value, items[3].AlphaWithout!.Value, 1e-13);
    }

    [TestMethod]
    public void People_with_a_missing_answer_are_left_out_and_counted()
    {
        var scores = ScoreMatrix.Listwise([.. Ratings, [1, double.NaN, 2, 3]]);
        Assert.AreEqual((6, 1), (scores.Persons, scores.Dropped));
        Assert.AreEqual(0.9093155423770695, CronbachAlpha.Of(scores, Level).Value, 1e-12);
    }

    [TestMethod]
    public void Two_items_leave_no_alpha_without_one_of_them() =>
        Assert.IsNull(ItemAnalysis.Of(ScoreMatrix.Listwise([[1, 2], [2, 2], [3, 5]]))[0].AlphaWithout);

    [TestMethod]
    public void One_item_one_person_equal_totals_and_ragged_rows_are_refused()
    {
        NotEstimableReason Refusal(double[][] rows) => Assert.ThrowsExactly<NotEstimableException>(() => CronbachAlpha.Of(ScoreMatrix.Listwise(rows), Level)).Reason;
        Assert.AreEqual(NotEstimableReason.TooFewItems, Refusal([[1], [2]]));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([[1, 2]]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([[1, 2], [2, 1]]));
        Assert.ThrowsExactly<ArgumentException>(() => ScoreMatrix.Listwise([[1, 2], [1]]));
    }

    [TestMethod]
    public void Feldts_interval_covers_the_truth_as_often_as_it_says()
    {
        // Five parallel items, true score and error both of variance 1: α = 5·.5/(1 + 4·.5) = 5/6.
        var covered = Simulated.Covered(600, 5 / 6.0, run =>
        {
            var stream = new RandomStream(13, run);
            var rows = Enumerable.Range(0, 30).Select(_ =>
            {
                var ability = Simulated.Normal(stream);
                return Enumerable.Range(0, 5).Select(_ => ability + Simulated.Normal(stream)).ToArray();
            }).ToArray();
            return CronbachAlpha.Of(ScoreMatrix.Listwise(rows), Level).Intervals.Primary;
        });
        // Binomial(600, .95) lies between 552 and 586 with probability .998.
        Assert.IsTrue(covered is >= 552 and <= 588, $"{covered} of 600");
    }
}
