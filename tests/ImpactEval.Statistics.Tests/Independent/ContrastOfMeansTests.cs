using ImpactEval.Statistics.Independent;

namespace ImpactEval.Statistics.Tests.Independent;

[TestClass]
public sealed class ContrastOfMeansTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly Sample[] Groups = [new([1, 3, 2, 5]), new([4, 6, 5]), new([7, 5, 8, 9, 6])];

    [TestMethod]
    public void Agrees_with_the_linear_model_of_R()
    {
        // s <- summary(lm(v ~ gg))$sigma; cw <- c(-1, -1, 2)/2; psi <- sum(cw*means); se <- s*sqrt(sum(cw^2/c(4, 3, 5))); limits by uniroot on pt
        var contrast = ContrastOfMeans.Of(Groups, [-1, -1, 2], Level);
        Assert.AreEqual(3.125, contrast.Difference.Value, 1e-14);
        Assert.AreEqual(0.8929378270422654307, contrast.Difference.StandardError!.Value, 1e-13);
        Assert.AreEqual(3.4996837465729675465, contrast.Test.Statistic, 1e-12);
        Assert.AreEqual(0.0067268613092004558, contrast.Test.PValue, 1e-12);
        Assert.AreEqual(2.0580798748066944093, contrast.Standardised.Value, 1e-12);
        Assert.AreEqual(0.53972319408215019, contrast.Standardised.Intervals.Primary.Lower!.Value, 1e-9);
        Assert.AreEqual(3.50954962479184429, contrast.Standardised.Intervals.Primary.Upper!.Value, 1e-9);
    }

    [TestMethod]
    public void The_scale_of_the_weights_does_not_matter() => Assert.AreEqual(
        ContrastOfMeans.Of(Groups, [-1, -1, 2], Level).Standardised.Value, ContrastOfMeans.Of(Groups, [-10.0 / 3, -10.0 / 3, 20.0 / 3], Level).Standardised.Value, 1e-13);

    [TestMethod]
    public void Of_two_groups_it_is_Cohens_d()
    {
        var d = StandardisedDifference.CohensD(TwoGroups.Of(Groups[2], Groups[0]), Level);
        var contrast = ContrastOfMeans.Of([Groups[0], Groups[2]], [-1, 1], Level).Standardised;
        Assert.AreEqual(d.Value, contrast.Value, 1e-13);
        Assert.AreEqual(d.Intervals.Primary.Lower!.Value, contrast.Intervals.Primary.Lower!.Value, 1e-12);
        Assert.AreEqual(d.StandardError!.Value, contrast.StandardError!.Value, 1e-13);
    }

    [TestMethod]
    public void Weights_that_are_no_contrast_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => ContrastOfMeans.Of(Groups, [-1, 1], Level));
        Assert.ThrowsExactly<ArgumentException>(() => ContrastOfMeans.Of(Groups, [0, 0, 0], Level));
        Assert.ThrowsExactly<ArgumentException>(() => ContrastOfMeans.Of(Groups, [1, 1, -1], Level));
        Assert.ThrowsExactly<NotEstimableException>(() => ContrastOfMeans.Of([new([1, 1]), new([2, 2])], [1, -1], Level));
    }
}
