using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Missing;

[TestClass]
public sealed class MultipleImputationTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    /// <summary>Scores before and after; the later one is missing with a chance that rises with the earlier one (missing at random).</summary>
    static double[][] WithGaps(ulong seed, ulong run, int people)
    {
        var (pre, post) = Simulated.Pairs(seed, run, people, gain: 0.5, correlation: 0.7);
        var stream = new RandomStream(seed + 1, run);
        return [.. Enumerable.Range(0, people).Select(i => new[] { pre.Values[i], stream.NextDouble() < (pre.Values[i] > 0 ? 0.5 : 0.1) ? double.NaN : post.Values[i] })];
    }

    static Estimate MeanOfLast(double[][] rows) => SampleMean.Of(new Sample(rows.Select(row => row[^1])), Level);

    [TestMethod]
    [DataRow(ImputationModel.Normal)]
    [DataRow(ImputationModel.PredictiveMeanMatching)]
    public void Answers_stay_and_gaps_are_filled_the_same_for_the_same_seed(ImputationModel model)
    {
        var rows = WithGaps(51, 0, 40);
        var (one, two) = (MultipleImputation.Of(new IncompleteScores(rows), model, 3, 2, 9), MultipleImputation.Of(new IncompleteScores(rows), model, 3, 2, 9));
        for (var number = 0; number < 3; number++)
        {
            for (var person = 0; person < rows.Length; person++)
            {
                CollectionAssert.AreEqual(one[number][person], two[number][person]);
                Assert.AreEqual(rows[person][0], one[number][person][0]);
                Assert.IsTrue(double.IsNaN(rows[person][1]) ? double.IsFinite(one[number][person][1]) : rows[person][1] == one[number][person][1]);
            }
        }
        double[] Last(IReadOnlyList<double[][]> sets) => [.. sets.SelectMany(set => set.Select(row => row[1]))];
        CollectionAssert.AreNotEqual(Last(MultipleImputation.Of(new IncompleteScores(rows), model, 3, 2, 10)), Last(one));
    }

    [TestMethod]
    public void Matching_only_uses_answers_that_somebody_gave()
    {
        var rows = WithGaps(52, 0, 60).Select(row => new[] { row[0], Math.Round(row[1]) }).ToArray();
        var given = rows.Select(row => row[1]).Where(answer => !double.IsNaN(answer)).ToHashSet();
        foreach (var completed in MultipleImputation.Of(new IncompleteScores(rows), ImputationModel.PredictiveMeanMatching, 5, 3, 1))
            Assert.IsTrue(completed.All(row => given.Contains(row[1])));
    }

    [TestMethod]
    public void Without_gaps_pooling_gives_back_the_complete_analysis()
    {
        var (pre, post) = Simulated.Pairs(53, 0, 30, 0.4, 0.6);
        var rows = Enumerable.Range(0, 30).Select(i => new[] { pre.Values[i], post.Values[i] }).ToArray();
        var imputed = MultipleImputation.Of(new IncompleteScores(rows), ImputationModel.Normal, 4, 1, 1);
        var pooled = RubinPooling.Of(imputed, completed => CohensDav.Of(new Sample(completed.Select(row => row[0])), new Sample(completed.Select(row => row[1])), Level), 29, Level);
        var complete = CohensDav.Of(pre, post, Level);
        Assert.AreEqual(complete.Value, pooled.Estimate.Value, 1e-13);
        Assert.AreEqual(complete.StandardError!.Value, pooled.Estimate.StandardError!.Value, 1e-13);
        Assert.AreEqual((0.0, 0.0), (pooled.Between, pooled.Lambda));
        // Barnard and Rubin without missing information: (ν + 1)/(ν + 3)·ν.
        Assert.AreEqual(30 / 32.0 * 29, pooled.Estimate.DegreesOfFreedom!.Value, 1e-12);
    }

    [TestMethod]
    public void An_item_that_follows_from_another_does_no_harm()
    {
        var rows = WithGaps(54, 0, 40).Select(row => new[] { row[0], 2 * row[0] + 1, row[1] }).ToArray();
        Assert.IsTrue(MultipleImputation.Of(new IncompleteScores(rows), ImputationModel.Normal, 2, 5, 1).All(set => set.All(row => row.All(double.IsFinite))));
    }

    [TestMethod]
    public void Items_without_answers_or_without_variation_are_refused()
    {
        NotEstimableReason Refusal(double[][] rows) =>
            Assert.ThrowsExactly<NotEstimableException>(() => MultipleImputation.Of(new IncompleteScores(rows), ImputationModel.Normal)).Reason;
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([[1, double.NaN], [2, double.NaN], [3, 1]]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([[1, 4], [2, double.NaN], [3, 4]]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => MultipleImputation.Of(new IncompleteScores([[1, 4]]), ImputationModel.Normal, imputations: 1));
    }

    [TestMethod]
    [DataRow(ImputationModel.Normal)]
    [DataRow(ImputationModel.PredictiveMeanMatching)]
    public void The_pooled_interval_covers_the_truth_that_complete_cases_miss(ImputationModel model)
    {
        var covered = Simulated.Covered(200, 0.5, run =>
        {
            var imputed = MultipleImputation.Of(new IncompleteScores(WithGaps(55, run, 80)), model, 10, 3, run);
            return RubinPooling.Of(imputed, MeanOfLast, 79, Level).Estimate.Intervals.Primary;
        });
        var complete = Simulated.Covered(200, 0.5, run => MeanOfLast([.. WithGaps(55, run, 80).Where(row => !double.IsNaN(row[1]))]).Intervals.Primary);
        // Binomial(200, .95) lies between 179 and 199 with probability .999; matching is a little short with few donors.
        Assert.IsTrue(covered is >= 178 and <= 199, $"{covered} of 200");
        Assert.IsLessThan(165, complete);
    }
}
