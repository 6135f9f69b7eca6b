using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Tests.Shares;

[TestClass]
public sealed class ChangedShareTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly Sample Before = new([3.2, 3.0, 3.0, 4.0]);
    static readonly Sample After = new([3.4, 3.0, 2.0, 4.1]);

    [TestMethod]
    public void Rose_stayed_and_fell_are_counted()
    {
        Assert.AreEqual(0.5, ChangedShare.Improved(Before, After, Level).Value);
        Assert.AreEqual(0.25, ChangedShare.Unchanged(Before, After, Level).Value);
        Assert.AreEqual(0.25, ChangedShare.Worsened(Before, After, Level).Value);
    }

    [TestMethod]
    public void Rises_after_are_falls_looked_at_from_behind() =>
        Assert.AreEqual(ChangedShare.Improved(Before, After, Level), ChangedShare.Worsened(After, Before, Level) with { });

    [TestMethod]
    public void A_rise_of_exactly_the_difference_counts_although_decimals_round()
    {
        // In binary 3.4 − 3.2 is 0.1999999999999997.
        Assert.AreEqual(0.25, ChangedShare.ImprovedByAtLeast(Before, After, 0.2, Level).Value);
        Assert.AreEqual(0, ChangedShare.ImprovedByAtLeast(Before, After, 0.2001, Level).Value);
    }

    [TestMethod]
    public void A_difference_that_is_not_positive_and_unequal_samples_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ChangedShare.ImprovedByAtLeast(Before, After, 0, Level));
        Assert.ThrowsExactly<ArgumentException>(() => ChangedShare.Improved(Before, new Sample([1]), Level));
    }
}
