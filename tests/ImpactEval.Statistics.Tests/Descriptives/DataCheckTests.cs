using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Tests.Descriptives;

/// <summary>Shapiro-Wilk, Levene, rank correlations, Mahalanobis.</summary>
[TestClass]
public sealed class DataCheckTests
{
    static readonly Sample Gains = new([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]);

    [TestMethod]
    public void Shapiro_and_Wilk_agree_with_R_on_the_gains_of_the_sleep_data()
    {
        // shapiro.test(second - first): W = 0.82987, p-value = 0.03334.
        var test = ShapiroWilk.Of(Gains);
        Assert.AreEqual(0.8298713319287945, test.Statistic, 1e-6);
        Assert.AreEqual(0.03334160863030785, test.PValue, 1e-6);
    }

    [TestMethod]
    public void Normal_scores_look_normal_and_neither_unit_nor_order_matters()
    {
        var (sample, _) = Simulated.Pairs(1, 1, 60, 0, 0);
        var test = ShapiroWilk.Of(sample);
        Assert.IsGreaterThan(0.05, test.PValue);
        Assert.AreEqual(test.Statistic, ShapiroWilk.Of(new Sample(sample.Values.ToArray().Reverse().Select(value => 7 - 3 * value))).Statistic, 1e-12);
    }

    [TestMethod]
    public void Three_equally_spaced_values_are_as_normal_as_can_be()
    {
        var test = ShapiroWilk.Of(new Sample([1, 2, 3]));
        Assert.AreEqual(1, test.Statistic, 1e-12);
        Assert.AreEqual(1, test.PValue, 1e-6);
    }

    [TestMethod]
    public void Shapiro_and_Wilk_refuse_too_few_too_many_and_equal_values()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => ShapiroWilk.Of(new Sample([1, 2])));
        Assert.ThrowsExactly<NotEstimableException>(() => ShapiroWilk.Of(new Sample([2, 2, 2])));
        Assert.ThrowsExactly<ArgumentException>(() => ShapiroWilk.Of(new Sample(Enumerable.Range(0, 5_001).Select(i => (double)i))));
    }

    [TestMethod]
    public void Levene_by_hand()
    {
        // Distances from the medians 1 0 1 and 2 0 2: between 2/3 (1 df), within 10/3 (4 df), F = .8. Means and medians are the same here.
        Sample[] groups = [new([1, 2, 3]), new([2, 4, 6])];
        var test = LeveneTest.Of(groups, LeveneCentre.Median);
        Assert.AreEqual(0.8, test.F, 1e-14);
        Assert.AreEqual((1.0, 4.0), (test.DegreesOfFreedom1, test.DegreesOfFreedom2));
        Assert.AreEqual(0.8, LeveneTest.Of([groups[1].Shifted(50), groups[0]], LeveneCentre.Mean).F, 1e-13);
        Assert.ThrowsExactly<NotEstimableException>(() => LeveneTest.Of([groups[0]], LeveneCentre.Mean));
        Assert.ThrowsExactly<NotEstimableException>(() => LeveneTest.Of([new([1, 1]), new([2, 2])], LeveneCentre.Mean));
    }

    [TestMethod]
    public void Rank_correlations_by_hand()
    {
        // One exchange among four: Spearman 1 − 6·2/(4·15) = .8, Kendall (5 − 1)/6.
        Sample x = new([1, 2, 3, 4]), y = new([1, 3, 2, 4]);
        Assert.AreEqual(0.8, RankCorrelation.SpearmanRho(x, y), 1e-14);
        Assert.AreEqual(4 / 6.0, RankCorrelation.KendallTau(x, y), 1e-14);
        // Without ties the variance of the score is n(n − 1)(2n + 5)/18 = 26/3: Kendall (1970), chapter 4.
        Assert.AreEqual(4 / Math.Sqrt(26 / 3.0), RankCorrelation.KendallTest(x, y, Alternative.TwoSided).Statistic, 1e-14);
    }

    [TestMethod]
    public void Rank_correlations_see_order_alone_and_refuse_what_does_not_vary()
    {
        var cubed = new Sample(Gains.Values.ToArray().Select(gain => gain * gain * gain));
        Assert.AreEqual(1, RankCorrelation.SpearmanRho(Gains, cubed), 1e-14);
        Assert.AreEqual(-1, RankCorrelation.KendallTau(Gains, cubed.Times(-1)), 1e-14);
        Assert.ThrowsExactly<NotEstimableException>(() => RankCorrelation.KendallTau(new Sample([1, 1, 1]), new Sample([1, 2, 3])));
        Assert.ThrowsExactly<ArgumentException>(() => RankCorrelation.KendallTau(new Sample([1, 2, 3]), new Sample([1, 2])));
    }

    [TestMethod]
    public void Distances_add_up_to_persons_and_scores_and_do_not_depend_on_the_unit()
    {
        // Σ of the squared distances is (n − 1)p: the trace of S⁻¹S, n − 1 times.
        var distances = MahalanobisDistance.Squared([SleepData.First, SleepData.Second]);
        Assert.AreEqual(9 * 2, distances.Sum(), 1e-12);
        var other = MahalanobisDistance.Squared([SleepData.First.Times(60).Shifted(5), SleepData.Second.Times(-2)]);
        Assert.AreEqual(distances[8], other[8], 1e-11);
        Assert.AreEqual(8, distances.ToList().IndexOf(distances.Max()));
    }

    [TestMethod]
    public void With_one_score_the_distance_is_the_squared_z_score()
    {
        var moments = Moments.Of(Gains);
        var z = (4.6 - moments.Mean) / moments.StandardDeviation!.Value;
        Assert.AreEqual(z * z, MahalanobisDistance.Squared([Gains])[8], 1e-12);
    }

    [TestMethod]
    public void A_score_that_follows_from_the_others_is_refused()
    {
        Assert.AreEqual(NotEstimableReason.NoVariation,
            Assert.ThrowsExactly<NotEstimableException>(() => MahalanobisDistance.Squared([Gains, Gains.Times(2).Shifted(1)])).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => MahalanobisDistance.Squared([new([1, 2]), new([3, 5])]));
        Assert.ThrowsExactly<ArgumentException>(() => MahalanobisDistance.Squared([Gains, new([1, 2])]));
    }

    [TestMethod]
    public void Bartletts_test_agrees_with_R()
    {
        // bartlett.test(list(c(1, 2, 4), c(2, 3, 9, 4), c(6, 7, 20))): K-squared 4.164052728373, df 2, p 0.124677314409.
        var test = BartlettTest.Of([new([1, 2, 4]), new([2, 3, 9, 4]), new([6, 7, 20])]);
        Assert.AreEqual(4.164052728373, test.Statistic, 1e-11);
        Assert.AreEqual(2, test.DegreesOfFreedom);
        Assert.AreEqual(0.124677314409, test.PValue, 1e-12);
    }

    [TestMethod]
    public void Bartletts_test_needs_two_groups_that_vary()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => BartlettTest.Of([new([1, 2, 4])]));
        Assert.ThrowsExactly<NotEstimableException>(() => BartlettTest.Of([new([1, 2, 4]), new([3])]));
        Assert.ThrowsExactly<NotEstimableException>(() => BartlettTest.Of([new([1, 2, 4]), new([3, 3])]));
    }
}
