namespace ImpactEval.Studies.Tests;

[TestClass]
public sealed class ScoreScaleTests
{
    [TestMethod]
    [DataRow(5, 1)]
    [DataRow(3, 3)]
    [DataRow(double.NaN, 5)]
    [DataRow(0, double.PositiveInfinity)]
    public void Impossible_scales_cannot_be_built(double low, double high) => Assert.ThrowsExactly<ArgumentException>(() => new ScoreScale(low, high));

    [TestMethod]
    public void Both_ends_belong_to_the_scale()
    {
        var scale = new ScoreScale(1, 5);
        Assert.IsTrue(scale.Contains(1) && scale.Contains(5));
        Assert.IsFalse(scale.Contains(5.0001) || scale.Contains(0.9999));
    }

    [TestMethod]
    public void Turning_round_twice_changes_nothing() => Assert.AreEqual(2, new ScoreScale(1, 5).Reverse(new ScoreScale(1, 5).Reverse(2)));
}
