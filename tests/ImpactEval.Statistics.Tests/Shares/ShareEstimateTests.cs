using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Tests.Shares;

[TestClass]
public sealed class ShareEstimateTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    [DataRow(81, 263, 0.2553, 0.3662)]
    [DataRow(15, 148, 0.0624, 0.1605)]
    [DataRow(0, 20, 0, 0.1611)]
    [DataRow(1, 29, 0.0061, 0.1718)]
    public void Wilsons_limits_are_those_Newcombe_printed(int successes, int size, double lower, double upper)
    {
        // Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, table I, method 3.
        var interval = ShareEstimate.Wilson(successes, size, Level).Intervals.Primary;
        Assert.AreEqual(lower, interval.Lower!.Value, 5e-5);
        Assert.AreEqual(upper, interval.Upper!.Value, 5e-5);
    }

    [TestMethod]
    [DataRow(81, 263, 0.2527, 0.3676)]
    [DataRow(15, 148, 0.0578, 0.1617)]
    [DataRow(0, 20, 0, 0.1684)]
    [DataRow(1, 29, 0.0009, 0.1776)]
    public void The_exact_limits_are_those_Newcombe_printed(int successes, int size, double lower, double upper)
    {
        // The same table, method 5 (Clopper-Pearson).
        var interval = ShareEstimate.ClopperPearson(successes, size, Level).Intervals.Primary;
        Assert.AreEqual(lower, interval.Lower!.Value, 5e-5);
        Assert.AreEqual(upper, interval.Upper!.Value, 5e-5);
    }

    [TestMethod]
    public void Failures_have_the_mirrored_interval()
    {
        var (some, others) = (ShareEstimate.Wilson(3, 17, Level).Intervals.Primary, ShareEstimate.Wilson(14, 17, Level).Intervals.Primary);
        Assert.AreEqual(some.Lower!.Value, 1 - others.Upper!.Value, 1e-15);
        Assert.AreEqual(some.Upper!.Value, 1 - others.Lower!.Value, 1e-15);
    }

    [TestMethod]
    public void All_of_them_end_at_one_exactly() => Assert.AreEqual(1, ShareEstimate.Wilson(7, 7, Level).Intervals.Primary.Upper);

    [TestMethod]
    public void Nobody_and_impossible_counts_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => ShareEstimate.Wilson(0, 0, Level));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ShareEstimate.Wilson(4, 3, Level));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ShareEstimate.ClopperPearson(-1, 3, Level));
    }

    [TestMethod]
    public void The_exact_interval_covers_at_least_as_often_as_it_says()
    {
        // No simulation: the coverage at p = .2, n = 15 is a sum of binomial probabilities.
        var (coverage, probability) = (0.0, Math.Pow(0.8, 15));
        for (var x = 0; x <= 15; x++)
        {
            var interval = ShareEstimate.ClopperPearson(x, 15, Level).Intervals.Primary;
            if (interval.Lower <= 0.2 && 0.2 <= interval.Upper)
                coverage += probability;
            probability *= (15.0 - x) / (x + 1) * 0.25;
        }
        Assert.IsTrue(coverage is >= 0.95 and < 1, $"{coverage}");
    }
}
