using ImpactEval.Statistics.Repeated;

namespace ImpactEval.Statistics.Tests.Repeated;

[TestClass]
public sealed class FriedmanTestTests
{
    // Rounding first base: Hollander and Wolfe (1973), Nonparametric statistical methods, p. 140, the example of R's friedman.test.
    static readonly double[][] Bases =
    [
        [5.40, 5.85, 5.20, 5.55, 5.90, 5.45, 5.40, 5.45, 5.25, 5.85, 5.25, 5.65, 5.60, 5.05, 5.50, 5.45, 5.55, 5.45, 5.50, 5.65, 5.70, 6.30],
        [5.50, 5.70, 5.60, 5.50, 5.85, 5.55, 5.40, 5.50, 5.15, 5.80, 5.20, 5.55, 5.35, 5.00, 5.50, 5.55, 5.55, 5.50, 5.45, 5.60, 5.65, 6.30],
        [5.55, 5.75, 5.50, 5.40, 5.70, 5.60, 5.35, 5.35, 5.00, 5.70, 5.10, 5.45, 5.45, 4.95, 5.40, 5.50, 5.35, 5.55, 5.25, 5.40, 5.55, 6.25],
    ];

    static Sample[] Waves(double[][] columns) => [.. columns.Select(column => new Sample(column))];

    [TestMethod]
    public void Agrees_with_R_on_rounding_first_base()
    {
        // friedman.test(RoundingTimes): Friedman chi-squared = 11.143, df = 2, p-value = 0.003805.
        var test = FriedmanTest.Of(Waves(Bases));
        Assert.AreEqual(11.143, test.Test.Statistic, 5e-4);
        Assert.AreEqual(0.003805, test.Test.PValue, 5e-7);
        Assert.AreEqual(test.Test.Statistic / 44, test.KendallW, 1e-14);
        Assert.AreEqual(21 * test.Test.Statistic / (44 - test.Test.Statistic), test.F!.Value, 1e-12);
    }

    [TestMethod]
    public void Only_the_order_within_a_person_counts()
    {
        var changed = Bases.Select(column => column.Select((value, person) => Math.Exp(value) + 100 * person).ToArray()).ToArray();
        Assert.AreEqual(FriedmanTest.Of(Waves(Bases)).KendallW, FriedmanTest.Of(Waves(changed)).KendallW, 1e-13);
    }

    [TestMethod]
    public void People_who_all_agree_have_W_one()
    {
        var test = FriedmanTest.Of(Waves([[1, 2, 3], [2, 3, 4], [5, 6, 7]]));
        Assert.AreEqual((1.0, (double?)null, 0.0), (test.KendallW, test.F, test.FPValue));
    }

    [TestMethod]
    public void The_interval_of_W_is_the_same_for_the_same_seed_and_holds_W()
    {
        var (one, two) = (FriedmanTest.Concordance(Waves(Bases), ConfidenceLevel.Percent95, 400, 7), FriedmanTest.Concordance(Waves(Bases), ConfidenceLevel.Percent95, 400, 7));
        Assert.AreEqual(one.Intervals.Primary, two.Intervals.Primary);
        Assert.IsTrue(one.Intervals.Primary.Lower <= one.Value && one.Value <= one.Intervals.Primary.Upper);
    }

    [TestMethod]
    public void Equal_scores_other_people_and_too_few_of_them_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(() => FriedmanTest.Of(Waves([[1, 2], [1, 2], [1, 2]]))).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => FriedmanTest.Of(Waves([[1], [2]]))).Reason);
        Assert.ThrowsExactly<ArgumentException>(() => FriedmanTest.Of(Waves([[1, 2], [1, 2, 3]])));
    }
}
