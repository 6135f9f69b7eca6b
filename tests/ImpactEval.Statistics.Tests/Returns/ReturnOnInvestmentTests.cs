using ImpactEval.Statistics.Returns;

namespace ImpactEval.Statistics.Tests.Returns;

[TestClass]
public sealed class ReturnOnInvestmentTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void Numbers_known_without_error_give_the_ratio_by_hand()
    {
        // 100,000 · .6 · .8 for two years at 5 %: 48,000 · (1/1.05 + 1/1.1025) = 89,251.70; over 50,000 of costs 1.785034, 78.5034 %.
        var line = new BenefitLine("time", ThreePoint.Certain(100_000), ThreePoint.Certain(0.6), ThreePoint.Certain(0.8), 2);
        var found = ReturnOnInvestment.Of([line], ThreePoint.Certain(50_000), 0.05, Level, 100, 1);
        Assert.AreEqual(89_251.700680 / 50_000, found.BenefitCostRatio.Value, 1e-9);
        Assert.AreEqual(78.503401, found.Percent.Value, 1e-6);
        Assert.AreEqual(39_251.700680, found.NetBenefit.Value, 1e-6);
        Assert.AreEqual((found.Percent.Value, 1.0), (found.Percent.Intervals.Primary.Lower, found.ShareAboveZero));
    }

    [TestMethod]
    public void Draws_of_one_uncertain_amount_are_triangular()
    {
        // Mean (0 + 60 + 90)/3 = 50, SD √((0² + 60² + 90² − 0·60 − 0·90 − 60·90)/18) = 18.708287; quantile .025 is √(.025·90·60).
        var line = new BenefitLine("amount", new ThreePoint(0, 60, 90), ThreePoint.Certain(1), ThreePoint.Certain(1), 1);
        var found = ReturnOnInvestment.Of([line], ThreePoint.Certain(1), 0, Level, 60_000, 7).BenefitCostRatio;
        Assert.AreEqual(60, found.Value, 1e-12);
        Assert.AreEqual(18.708287, found.StandardError!.Value, 0.2);
        Assert.AreEqual(Math.Sqrt(0.025 * 90 * 60), found.Intervals.Primary.Lower!.Value, 0.4);
        Assert.AreEqual(90 - Math.Sqrt(0.025 * 90 * 30), found.Intervals.Primary.Upper!.Value, 0.4);
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_numbers_and_another_currency_the_same_ratio()
    {
        ReturnOnInvestment Of(double rate) => ReturnOnInvestment.Of(
            [new BenefitLine("a", new ThreePoint(10 * rate, 20 * rate, 50 * rate), new ThreePoint(0.2, 0.5, 0.9), new ThreePoint(0.5, 0.7, 1), 3)],
            new ThreePoint(20 * rate, 25 * rate, 40 * rate), 0.03, Level, 500, 11);
        Assert.AreEqual(Of(1).Percent.Intervals.Primary, Of(1).Percent.Intervals.Primary);
        Assert.AreEqual(Of(1).Percent.Intervals.Primary.Lower!.Value, Of(25_000).Percent.Intervals.Primary.Lower!.Value, 1e-9);
        Assert.AreEqual(Of(1).ShareAboveZero, Of(25_000).ShareAboveZero);
    }

    [TestMethod]
    public void Impossible_factors_are_refused()
    {
        var line = new BenefitLine("a", ThreePoint.Certain(1), ThreePoint.Certain(1.2), ThreePoint.Certain(1), 1);
        Assert.ThrowsExactly<ArgumentException>(() => ReturnOnInvestment.Of([line], ThreePoint.Certain(1), 0, Level, 100, 1));
        Assert.ThrowsExactly<ArgumentException>(() => ReturnOnInvestment.Of([], ThreePoint.Certain(1), 0, Level, 100, 1));
        Assert.ThrowsExactly<ArgumentException>(() => new ThreePoint(2, 1, 3));
        var good = line with { Isolation = ThreePoint.Certain(1) };
        Assert.ThrowsExactly<ArgumentException>(() => ReturnOnInvestment.Of([good], ThreePoint.Certain(0), 0, Level, 100, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ReturnOnInvestment.Of([good with { Years = 0 }], ThreePoint.Certain(1), 0, Level, 100, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ReturnOnInvestment.Of([good], ThreePoint.Certain(1), -1, Level, 100, 1));
    }
}
