using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Reliability;

[TestClass]
public sealed class IntraclassCorrelationTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428, table 2: six targets, four judges.
    static readonly double[][] Ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

    [TestMethod]
    [DataRow(IntraclassForm.OneWay, 0.17, 0.44)]
    [DataRow(IntraclassForm.Agreement, 0.29, 0.62)]
    [DataRow(IntraclassForm.Consistency, 0.71, 0.91)]
    public void Agrees_with_table_4_of_Shrout_and_Fleiss(IntraclassForm form, double ofOne, double ofMean)
    {
        var icc = IntraclassCorrelation.Of(ScoreMatrix.Listwise(Ratings), form, Level);
        Assert.AreEqual(ofOne, icc.OneRating.Value, 0.005);
        Assert.AreEqual(ofMean, icc.MeanRating.Value, 0.005);
    }

    [TestMethod]
    public void Consistency_of_the_mean_is_alpha()
    {
        var scores = ScoreMatrix.Listwise(Ratings);
        var (icc, alpha) = (IntraclassCorrelation.Of(scores, IntraclassForm.Consistency, Level).MeanRating, CronbachAlpha.Of(scores, Level));
        Assert.AreEqual(alpha.Value, icc.Value, 1e-13);
        Assert.AreEqual(alpha.Intervals.Primary.Lower!.Value, icc.Intervals.Primary.Lower!.Value, 1e-10);
        Assert.AreEqual(alpha.Intervals.Primary.Upper!.Value, icc.Intervals.Primary.Upper!.Value, 1e-10);
    }

    [TestMethod]
    public void A_severe_rater_lowers_agreement_and_leaves_consistency_alone()
    {
        var severe = Ratings.Select(row => new[] { row[0] - 5, row[1], row[2], row[3] }).ToArray();
        double Of(double[][] rows, IntraclassForm form) => IntraclassCorrelation.Of(ScoreMatrix.Listwise(rows), form, Level).OneRating.Value;
        Assert.AreEqual(Of(Ratings, IntraclassForm.Consistency), Of(severe, IntraclassForm.Consistency), 1e-12);
        Assert.AreNotEqual(Of(Ratings, IntraclassForm.Agreement), Of(severe, IntraclassForm.Agreement), 1e-3);
    }

    [TestMethod]
    public void Raters_who_agree_perfectly_or_one_rater_alone_are_refused()
    {
        NotEstimableReason Refusal(double[][] rows) =>
            Assert.ThrowsExactly<NotEstimableException>(() => IntraclassCorrelation.Of(ScoreMatrix.Listwise(rows), IntraclassForm.Agreement, Level)).Reason;
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([[1, 1], [2, 2], [3, 3]]));
        Assert.AreEqual(NotEstimableReason.TooFewItems, Refusal([[1], [2]]));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([[1, 2]]));
    }

    [TestMethod]
    [DataRow(IntraclassForm.OneWay)]
    [DataRow(IntraclassForm.Agreement)]
    public void The_interval_covers_the_truth_as_often_as_it_says(IntraclassForm form)
    {
        // Targets and error of variance 1; raters have variance .25 where their level counts.
        var spread = form == IntraclassForm.Agreement ? 0.25 : 0;
        var covered = Simulated.Covered(500, 1 / (2 + spread), run =>
        {
            var stream = new RandomStream(31, run);
            var raters = Enumerable.Range(0, 4).Select(_ => Math.Sqrt(spread) * Simulated.Normal(stream)).ToArray();
            var rows = Enumerable.Range(0, 25).Select(_ => Simulated.Normal(stream) is var target ? raters.Select(rater => target + rater + Simulated.Normal(stream)).ToArray() : []);
            return IntraclassCorrelation.Of(ScoreMatrix.Listwise([.. rows]), form, Level).OneRating.Intervals.Primary;
        });
        // Binomial(500, .95): P(< 458 or > 490) below .002.
        Assert.IsTrue(covered is >= 458 and <= 490, $"{covered} of 500");
    }

    [TestMethod]
    public void Split_halves_agree_with_each_other_as_the_formulas_say()
    {
        // Halves (1, 3) and (2, 4) of the judges: sums 14, 9, 14, 9, 16, 10 and 10, 3, 12, 7, 14, 9; by hand r = 28/√(43.33·74.83).
        var halves = SplitHalf.Of(ScoreMatrix.Listwise(Ratings), [0, 2]);
        double[] one = [14, 9, 14, 9, 16, 10], other = [10, 3, 12, 7, 14, 9];
        var r = MathNet.Numerics.Statistics.Correlation.Pearson(one, other);
        Assert.AreEqual(r, halves.Correlation, 1e-12);
        Assert.AreEqual(2 * r / (1 + r), halves.SpearmanBrown, 1e-12);
        var covariance = MathNet.Numerics.Statistics.ArrayStatistics.Covariance(one, other);
        var total = MathNet.Numerics.Statistics.ArrayStatistics.Variance(one.Zip(other, (a, b) => a + b).ToArray());
        Assert.AreEqual(4 * covariance / total, halves.Guttman, 1e-12);
    }

    [TestMethod]
    public void A_half_without_items_or_with_an_unknown_one_is_refused()
    {
        var scores = ScoreMatrix.Listwise(Ratings);
        Assert.ThrowsExactly<NotEstimableException>(() => SplitHalf.Of(scores, []));
        Assert.ThrowsExactly<NotEstimableException>(() => SplitHalf.Of(scores, [0, 1, 2, 3]));
        Assert.ThrowsExactly<ArgumentException>(() => SplitHalf.Of(scores, [4]));
        var level = ScoreMatrix.Listwise([[1, 2, 3], [1, 5, 4], [1, 4, 4]]);
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(() => SplitHalf.Of(level, [0])).Reason);
    }
}
