using ImpactEval.Statistics.Missing;

namespace ImpactEval.Statistics.Tests.Missing;

[TestClass]
public sealed class LittleMcarTests
{
    const double Gap = double.NaN;

    // Schafer (1997), Analysis of incomplete multivariate data, p. 237: age group, body mass, hypertension, cholesterol of 25 people.
    static readonly double[][] Nhanes =
    [
        [1, Gap, Gap, Gap],
        [2, 22.7, 1, 187],
        [1, Gap, 1, 187],
        [3, Gap, Gap, Gap],
        [1, 20.4, 1, 113],
        [3, Gap, Gap, 184],
        [1, 22.5, 1, 118],
        [1, 30.1, 1, 187],
        [2, 22, 1, 238],
        [2, Gap, Gap, Gap],
        [1, Gap, Gap, Gap],
        [2, Gap, Gap, Gap],
        [3, 21.7, 1, 206],
        [2, 28.7, 2, 204],
        [1, 29.6, 1, Gap],
        [1, Gap, Gap, Gap],
        [3, 27.2, 2, 284],
        [2, 26.3, 2, 199],
        [1, 35.3, 1, 218],
        [3, 25.5, 2, Gap],
        [1, Gap, Gap, Gap],
        [1, 33.2, 1, 229],
        [1, 27.5, 1, 131],
        [3, 24.9, 1, Gap],
        [2, 27.4, 1, 186],
    ];

    [TestMethod]
    public void Agrees_with_the_figures_of_naniar_for_the_health_survey()
    {
        // naniar::mcar_test uses the ML covariance: 8.00, 9 df, p = .534; Little (1988) has n/(n − 1) in the covariance: 7.68.
        var likelihood = LittleMcarTest.Of(new IncompleteScores(Nhanes), McarCovariance.MaximumLikelihood);
        Assert.AreEqual(7.999505936692615, likelihood.Statistic, 1e-6);
        Assert.AreEqual(9, likelihood.DegreesOfFreedom);
        Assert.AreEqual(0.5341960074798265, likelihood.PValue, 1e-6);
        Assert.AreEqual(7.679525699224911, LittleMcarTest.Of(new IncompleteScores(Nhanes), McarCovariance.Unbiased).Statistic, 1e-6);
    }

    [TestMethod]
    public void Neither_the_order_of_people_nor_the_unit_matters()
    {
        var changed = Nhanes.Reverse().Select(row => new[] { row[3] / 10, row[0] + 2, row[1] * 3, row[2] }).ToArray();
        Assert.AreEqual(
            LittleMcarTest.Of(new IncompleteScores(Nhanes), McarCovariance.Unbiased).Statistic,
            LittleMcarTest.Of(new IncompleteScores(changed), McarCovariance.Unbiased).Statistic, 1e-7);
    }

    [TestMethod]
    public void Gaps_are_counted_by_item_person_and_pattern()
    {
        var scores = new IncompleteScores([.. Nhanes, [Gap, Gap, Gap, Gap]]);
        Assert.AreEqual((26, 13, 6), (scores.Persons, scores.CompletePersons, scores.Patterns.Count));
        CollectionAssert.AreEqual(new[] { 1, 10, 9, 11 }, scores.MissingOfItem.ToArray());
        // Somebody without any answer adds nothing.
        Assert.AreEqual(7.999505936692615, LittleMcarTest.Of(scores, McarCovariance.MaximumLikelihood).Statistic, 1e-6);
    }

    [TestMethod]
    public void Without_gaps_the_estimates_are_means_and_covariances()
    {
        var normal = NormalByEm.Of(new IncompleteScores([[1, 2], [2, 1], [3, 6]]));
        Assert.AreEqual(2, normal.Mean[0], 1e-14);
        Assert.AreEqual(2 / 3.0, normal.Covariance[0, 0], 1e-13);
        Assert.AreEqual(4 / 3.0, normal.Covariance[0, 1], 1e-13);
    }

    [TestMethod]
    public void One_pattern_an_unvaried_item_and_ragged_rows_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => LittleMcarTest.Of(new IncompleteScores([[1, 2], [2, 1], [3, 6]]), McarCovariance.Unbiased));
        Assert.ThrowsExactly<NotEstimableException>(() => NormalByEm.Of(new IncompleteScores([[1, 2], [1, 1], [1, Gap]])));
        Assert.ThrowsExactly<NotEstimableException>(() => NormalByEm.Of(new IncompleteScores([])));
        Assert.ThrowsExactly<ArgumentException>(() => new IncompleteScores([[1, 2], [1]]));
        Assert.ThrowsExactly<ArgumentException>(() => new IncompleteScores([[1, double.PositiveInfinity]]));
    }
}
