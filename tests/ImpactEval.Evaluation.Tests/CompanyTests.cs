namespace ImpactEval.Evaluation.Tests;

[TestClass]
public sealed class CompanyTests
{
    [TestMethod]
    [DataRow(new[] { 20, 3, 6, 9 }, new[] { 3, 6 }, DisplayName = "One small count takes the next smallest along")]
    [DataRow(new[] { 20, 3, 4, 9 }, new[] { 3, 4 }, DisplayName = "Two small counts keep each other company")]
    [DataRow(new[] { 20, 1, 1, 9 }, new[] { 1, 1, 9 }, DisplayName = "Two counts of one are given away by their sum")]
    [DataRow(new[] { 20, 0, 7, 9 }, new int[0], DisplayName = "Nobody is no small count")]
    [DataRow(new[] { 3, 8 }, new[] { 3, 8 }, DisplayName = "Of two rows none stays")]
    public void Hides(int[] counts, int[] expected) =>
        CollectionAssert.AreEqual(expected, Company.Of(counts, count => count, 5).ToArray());

    [TestMethod]
    public void The_few_who_are_in_no_row_are_hidden_by_hiding_a_row() =>
        CollectionAssert.AreEqual(new[] { 8 }, Company.Of([20, 8, 12], count => count, 5, total: 42).ToArray());

    [TestMethod]
    public void Every_hidden_count_could_be_any_from_one_to_four()
    {
        int[] sizes = [0, 1, 2, 3, 4, 5, 6, 9];
        foreach (var counts in from a in sizes from b in sizes from c in sizes select new[] { a, b, c, 12 })
        {
            var hidden = Company.Of(counts, count => count, 5).ToArray();
            if (hidden.Length == 0)
                continue;
            Assert.IsGreaterThan(1, hidden.Length, string.Join(' ', counts));
            // Each of the others holds at least one person, so this is the most that one of them can hold.
            Assert.IsGreaterThanOrEqualTo(4, hidden.Sum() - (hidden.Length - 1), string.Join(' ', counts));
        }
    }
}
