using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Tests.Shares;

[TestClass]
public sealed class TwoSharesTests
{
    // Employed after the training of LaLonde (1986): 140 of 185 treated, 331 of 429 others.
    static readonly TwoShares Employed = new(140, 185, 331, 429);

    [TestMethod]
    public void Agrees_with_R_on_the_employed_of_LaLonde()
    {
        // prop.test(c(140, 331), c(185, 429), correct = FALSE): X-squared = 0.1586, p = 0.6905; with correction 0.0865.
        Assert.AreEqual(0.15858355, Employed.ChiSquareTest().Statistic, 1e-8);
        Assert.AreEqual(0.69046396, Employed.ChiSquareTest().PValue, 1e-8);
        Assert.AreEqual(0.08654099, Employed.YatesTest().Statistic, 1e-8);
        // fisher.test: p = 0.6789.
        Assert.AreEqual(0.67888841, Employed.FisherTest().PValue, 1e-8);
        var odds = Employed.OddsRatio(ConfidenceLevel.Percent95);
        Assert.AreEqual(0.92111447, odds.Value, 1e-8);
        Assert.AreEqual(0.61467786, odds.Intervals.Primary.Lower!.Value, 1e-8);
        Assert.AreEqual(1.38031955, odds.Intervals.Primary.Upper!.Value, 1e-8);
    }

    [TestMethod]
    public void Has_the_limits_of_Newcombes_table()
    {
        // Newcombe (1998), Statistics in Medicine 17, p. 876, table II: 56/70 − 48/80, method 10: 0.0524 to 0.3339; 5/56 − 0/29: −0.0381 to 0.1926.
        var difference = new TwoShares(56, 70, 48, 80).Difference(ConfidenceLevel.Percent95);
        Assert.AreEqual(0.2, difference.Value, 1e-15);
        Assert.AreEqual(0.0524, difference.Intervals.Primary.Lower!.Value, 5e-5);
        Assert.AreEqual(0.3339, difference.Intervals.Primary.Upper!.Value, 5e-5);
        var rare = new TwoShares(5, 56, 0, 29).Difference(ConfidenceLevel.Percent95);
        Assert.AreEqual(-0.0381, rare.Intervals.Primary.Lower!.Value, 5e-5);
        Assert.AreEqual(0.1926, rare.Intervals.Primary.Upper!.Value, 5e-5);
    }

    [TestMethod]
    public void The_lady_tasting_tea_is_exact()
    {
        // Fisher (1935), The design of experiments: 3 of 4 cups right has p = 17/35 two-sided.
        Assert.AreEqual(17.0 / 35, new TwoShares(3, 4, 1, 4).FisherTest().PValue, 1e-14);
        Assert.AreEqual(2.0 / 70, new TwoShares(4, 4, 0, 4).FisherTest().PValue, 1e-15);
    }

    [TestMethod]
    public void Swapping_the_groups_turns_the_signs()
    {
        var (one, other) = (Employed.Difference(ConfidenceLevel.Percent95), new TwoShares(331, 429, 140, 185).Difference(ConfidenceLevel.Percent95));
        Assert.AreEqual(one.Value, -other.Value, 1e-15);
        Assert.AreEqual(one.Intervals.Primary.Lower!.Value, -other.Intervals.Primary.Upper!.Value, 1e-15);
        Assert.AreEqual(1, Employed.Ratio(ConfidenceLevel.Percent95).Value * new TwoShares(331, 429, 140, 185).Ratio(ConfidenceLevel.Percent95).Value, 1e-14);
        Assert.AreEqual(-Employed.Phi(), new TwoShares(331, 429, 140, 185).Phi(), 1e-15);
    }

    [TestMethod]
    public void What_shares_cannot_carry_is_refused()
    {
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => new TwoShares(0, 0, 1, 2)).Reason);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new TwoShares(3, 2, 1, 2));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new TwoShares(1, 2, -1, 2));
        var nobody = new TwoShares(0, 5, 0, 6);
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(nobody.ChiSquareTest).Reason);
        Assert.AreEqual(NotEstimableReason.EmptyCell, Assert.ThrowsExactly<NotEstimableException>(() => nobody.Ratio(ConfidenceLevel.Percent95)).Reason);
        Assert.AreEqual(NotEstimableReason.EmptyCell, Assert.ThrowsExactly<NotEstimableException>(() => new TwoShares(5, 5, 1, 6).OddsRatio(ConfidenceLevel.Percent95)).Reason);
        Assert.AreEqual(1, nobody.FisherTest().PValue, 1e-14);
    }
}
