using ImpactEval.Reporting.Charts;

namespace ImpactEval.Reporting.Tests.Charts;

[TestClass]
public sealed class AxisRangeTests
{
    [TestMethod]
    [DataRow(0.07, 1.31, 0.0, 1.5)]
    [DataRow(-0.53, 1.21, -1.0, 1.5)]
    [DataRow(3.0, 38.0, 0.0, 40.0)]
    [DataRow(-0.2, -0.01, -0.2, 0.0)]
    public void The_ends_are_round_and_hold_zero(double lowest, double highest, double minimum, double maximum)
    {
        var range = AxisRange.WithZero([lowest, highest]);
        Assert.AreEqual(minimum, range.Minimum, 1e-12);
        Assert.AreEqual(maximum, range.Maximum, 1e-12);
    }

    [TestMethod]
    public void No_number_is_cut_off()
    {
        for (var number = 1e-6; number < 1e6; number *= 1.37)
        {
            var range = AxisRange.WithZero([-number / 3, number]);
            Assert.IsLessThanOrEqualTo(-number / 3, range.Minimum);
            Assert.IsGreaterThanOrEqualTo(number, range.Maximum);
        }
    }

    [TestMethod]
    public void Nothing_but_zero_still_has_an_axis() => Assert.AreEqual(new AxisRange(0, 1), AxisRange.WithZero([]));
}
