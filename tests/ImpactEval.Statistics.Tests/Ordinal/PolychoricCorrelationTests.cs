using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Ordinal;

[TestClass]
public sealed class PolychoricCorrelationTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    // pmvnorm(upper = c(x, y), corr = …, algorithm = TVPACK(1e-14)) of mvtnorm, R 4.2.2
    [DataRow(0.3, -0.4, 0.5, 0.283034844487566)]
    [DataRow(1, 1, 0.95, 0.810819512969196)]
    [DataRow(-1.5, 0.7, -0.97, 7.71289727758788e-06)]
    [DataRow(0, 0, 0.999, 0.49288178129688)]
    [DataRow(2, -3, -0.2, 0.00123448944703894)]
    public void The_bivariate_normal_agrees_with_mvtnorm(double x, double y, double correlation, double expected) =>
        Assert.AreEqual(expected, BivariateNormal.Cdf(x, y, correlation), 1e-13);

    [TestMethod]
    public void At_the_origin_it_is_the_angle()
    {
        // P = 1/4 + asin(ρ)/(2π): Sheppard (1898), Philosophical Transactions A 192, 101–167.
        foreach (var correlation in new[] { -1, -0.99999, -0.95, -0.5, 0, 0.3, 0.92, 0.93, 0.9999999, 1 })
            Assert.AreEqual(0.25 + Math.Asin(correlation) / (2 * Math.PI), BivariateNormal.Cdf(0, 0, correlation), 1e-14);
    }

    [TestMethod]
    public void Margins_and_ends_are_those_of_one_variable()
    {
        Assert.AreEqual(StandardNormal.Cdf(0.7), BivariateNormal.Cdf(0.7, double.PositiveInfinity, 0.4), 1e-15);
        Assert.AreEqual(0, BivariateNormal.Cdf(0.7, double.NegativeInfinity, 0.4));
        Assert.AreEqual(StandardNormal.Cdf(-0.2), BivariateNormal.Cdf(0.7, -0.2, 1), 1e-15);
        Assert.AreEqual(StandardNormal.Cdf(0.7) - StandardNormal.Cdf(0.2), BivariateNormal.Cdf(0.7, -0.2, -1), 1e-15);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => BivariateNormal.Cdf(0, 0, 1.1));
    }

    [TestMethod]
    public void Agrees_with_the_maximum_that_R_finds()
    {
        // optimize() over sum(tab * log(P)) with rectangles by pmvnorm, thresholds qnorm of the margins. The second table is the example of
        // polychoric() of psych, which prints .42.
        Assert.AreEqual(0.755057732968516, Of(new[,] { { 13, 6, 2, 0 }, { 8, 20, 9, 3 }, { 1, 7, 19, 11 }, { 0, 2, 8, 15 } }).Value, 1e-7);
        Assert.AreEqual(0.419899006616856, Of(new[,] { { 58, 52, 1 }, { 26, 58, 3 }, { 8, 12, 9 } }).Value, 1e-7);
    }

    [TestMethod]
    public void Turning_one_question_turns_the_sign()
    {
        int[,] counts = { { 9, 4, 1 }, { 3, 8, 4 }, { 1, 3, 7 } }, turned = { { 1, 4, 9 }, { 4, 8, 3 }, { 7, 3, 1 } };
        var (one, other) = (Of(counts), Of(turned));
        Assert.AreEqual(one.Value, -other.Value, 1e-12);
        Assert.AreEqual(one.Intervals.Primary.Lower!.Value, -other.Intervals.Primary.Upper!.Value, 1e-12);
    }

    [TestMethod]
    public void Answers_that_follow_from_each_other_have_none()
    {
        Assert.AreEqual(NotEstimableReason.Separation,
            Assert.ThrowsExactly<NotEstimableException>(() => Of(new[,] { { 5, 0, 0 }, { 0, 6, 0 }, { 0, 0, 4 } })).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => Of(new[,] { { 5, 3 } }));
        Assert.ThrowsExactly<ArgumentException>(() => PolychoricCorrelation.Of(new Sample([1, 2, 3]), new Sample([1, 2]), Level));
    }

    static readonly double[][] Scale =
    [
        [1, 2, 1], [2, 2, 3], [2, 1, 2], [3, 3, 2], [4, 4, 4], [4, 5, 4], [5, 5, 5], [5, 4, 5], [3, 3, 4], [2, 3, 2],
        [1, 1, 2], [4, 4, 3], [5, 4, 5], [3, 2, 3], [2, 2, 1], [4, 5, 4], [3, 3, 2], [1, 2, 1], [5, 5, 4], [2, 1, 3],
    ];

    [TestMethod]
    public void Ordinal_alpha_agrees_with_R()
    {
        // P = polychoric correlations as above: .901521132476325 .924747044021265 .690847029434462; 3*mean(P)/(1 + 2*mean(P))
        // Everybody three times has the same correlations, and resamples that keep them.
        var scores = ScoreMatrix.Listwise([.. Scale, .. Scale, .. Scale]);
        var alpha = OrdinalReliability.Alpha(scores, Level, 20, 1);
        Assert.AreEqual(0.939896571381015, alpha.Value, 1e-6);
        Assert.IsLessThan(alpha.Value, alpha.Intervals.Primary.Lower!.Value);
        // Three items determine their loadings, and one of these would explain more than all of its item.
        Assert.AreEqual(NotEstimableReason.ImproperSolution,
            Assert.ThrowsExactly<NotEstimableException>(() => OrdinalReliability.Omega(scores, Level, 20, 1)).Reason);
    }

    [TestMethod]
    public void Items_that_correlate_alike_have_one_alpha_and_omega()
    {
        // Every permutation of the items, so that all three polychoric correlations are the same.
        double[][] even = [.. Scale.SelectMany(row => new[] { [row[0], row[1], row[2]], [row[1], row[2], row[0]], new[] { row[2], row[0], row[1] } })];
        var scores = ScoreMatrix.Listwise(even);
        Assert.AreEqual(OrdinalReliability.Alpha(scores, Level, 5, 1).Value, OrdinalReliability.Omega(scores, Level, 5, 1).Value, 1e-7);
    }

    static Estimate Of(int[,] counts)
    {
        var people = Enumerable.Range(0, counts.GetLength(0)).SelectMany(i => Enumerable.Range(0, counts.GetLength(1))
            .SelectMany(j => Enumerable.Repeat((First: (double)i, Second: (double)j), counts[i, j]))).ToArray();
        return PolychoricCorrelation.Of(new Sample(people.Select(person => person.First)), new Sample(people.Select(person => person.Second)), Level);
    }
}
