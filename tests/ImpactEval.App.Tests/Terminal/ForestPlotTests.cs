using ImpactEval.App.Terminal;

namespace ImpactEval.App.Tests.Terminal;

[TestClass]
public sealed class ForestPlotTests
{
    [TestMethod]
    public void A_line_runs_from_limit_to_limit_with_the_value_and_zero_marked() =>
        Assert.AreEqual("│   ├──●──┤ ", new ForestPlot(0, 11, 12).Line(4, 7, 10));

    [TestMethod]
    public void An_interval_over_zero_covers_its_mark() =>
        Assert.AreEqual("├───●───┤", new ForestPlot(-4, 4, 9).Line(-4, 0, 4));

    [TestMethod]
    public void The_axis_always_holds_zero() => Assert.AreEqual('│', ForestPlot.Around([2, 4], 5).Line(2, 3, 4)[0]);
}
