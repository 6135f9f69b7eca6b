namespace ImpactEval.Topics.Tests;

[TestClass]
public sealed class AdjustedRandIndexTests
{
    // By hand: cells 2, 1 | 0, 3 give 4 pairs together of 6 and 7 within the divisions and 15 in all: (4 − 42/15) / (6.5 − 42/15) = 12/37.
    [TestMethod]
    public void Agrees_with_a_table_worked_by_hand() =>
        Assert.AreEqual(12.0 / 37, AdjustedRandIndex.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1]), 1e-15);

    [TestMethod]
    public void The_same_division_under_other_names_agrees_wholly() => Assert.AreEqual(1, AdjustedRandIndex.Of([0, 0, 1, 2], [2, 2, 0, 1]));

    [TestMethod]
    public void Divisions_that_put_all_together_agree() => Assert.AreEqual(1, AdjustedRandIndex.Of([0, 0, 0], [1, 1, 1]));

    [TestMethod]
    public void Divisions_of_different_length_are_refused() => Assert.ThrowsExactly<ArgumentException>(() => AdjustedRandIndex.Of([0], [0, 1]));
}
