using ImpactEval.Reporting.Finishing;

namespace ImpactEval.Reporting.Tests.Finishing;

[TestClass]
public sealed class AxisStepTests
{
    [TestMethod]
    [DataRow(-0.5, 1.5, 0.5)]
    [DataRow(1.0, 5.0, 1.0)]
    [DataRow(0.0, 1.0, 0.2)]
    [DataRow(0.0, 100.0, 20.0)]
    [DataRow(-0.2, 1.0, 0.2)]
    [DataRow(1.0, 10.0, 1.0)]
    [DataRow(0.0, 0.03, 0.005)]
    public void Steps_meet_zero_and_both_ends(double minimum, double maximum, double expected) =>
        Assert.AreEqual(expected, AxisStep.Between(minimum, maximum)!.Value, 1e-12);

    [TestMethod]
    public void Ends_that_no_round_step_meets_are_left_to_the_program()
    {
        Assert.IsNull(AxisStep.Between(-0.37, 1.51));
        Assert.IsNull(AxisStep.Between(null, 1));
        Assert.IsNull(AxisStep.Between(1, 1));
    }
}
