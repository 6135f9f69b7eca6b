namespace ImpactEval.Statistics.Tests;

[TestClass]
public sealed class SampleTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(9)]
    public void A_number_that_is_not_finite_or_too_large_is_refused_with_its_position(int position)
    {
        foreach (var found in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1.1e50 })
        {
            var values = Enumerable.Range(0, 10).Select(i => i == position ? found : i * 1e49).ToArray();
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => new Sample(values)).Message, $"Value {position} ");
            Assert.ThrowsExactly<ArgumentException>(() => Sample.TakingOver(values));
        }
    }

    [TestMethod]
    public void It_keeps_a_copy_unless_told_to_take_over()
    {
        double[] values = [1, 2, Sample.LargestMagnitude, -Sample.LargestMagnitude, double.Epsilon];
        var (copy, own) = (new Sample(values), Sample.TakingOver(values));
        values[0] = 7;
        Assert.AreEqual((1.0, 7.0), (copy.Values[0], own.Values[0]));
        Assert.AreEqual((5, 5), (copy.Size, own.Size));
    }
}
