using ImpactEval.Statistics.Change;

namespace ImpactEval.Statistics.Tests.Change;

[TestClass]
public sealed class GainAndShiftTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void The_gain_of_a_class_agrees_with_boot()
    {
        // set.seed(3); b <- boot(cbind(pre, post), function(d, i) (mean(d[i,2]) - mean(d[i,1]))/(10 - mean(d[i,1])), R = 50000); boot.ci(b, type = "bca")
        // boot 1.3-28.1: 0.391304348, 95 % ( 0.2128, 0.5667 )
        var (pre, post) = (new Sample([3, 5, 4, 6, 7, 2, 8, 5, 6, 8]), new Sample([6, 7, 4, 9, 8, 5, 8, 9, 6, 10]));
        var gain = NormalisedGain.OfClass(pre, post, 10, Level, 20_000, seed: 3);
        Assert.AreEqual(0.391304348, gain.Value, 1e-9);
        Assert.AreEqual(0.2128, gain.Intervals.Primary.Lower!.Value, 0.01);
        Assert.AreEqual(0.5667, gain.Intervals.Primary.Upper!.Value, 0.01);
    }

    [TestMethod]
    public void The_correlation_leaves_out_who_could_gain_nothing()
    {
        // p <- c(2, 6, 4, 8); q <- c(6, 7, 7, 8.5); cor(p, (q - p)/(10 - p)) of R; who had 10 is left out
        var correlation = NormalisedGain.CorrelationWithPre(new Sample([2, 6, 10, 4, 8]), new Sample([6, 7, 10, 7, 8.5]), 10, Level);
        Assert.AreEqual(4, correlation.Size);
        Assert.AreEqual(-0.894427190999916, correlation.Value, 1e-12);
    }

    [TestMethod]
    public void The_three_numbers_of_a_response_shift_add_up()
    {
        var (pre, then, post) = (new Sample([4, 5, 3, 4, 5]), new Sample([3, 3, 3, 2, 4]), new Sample([5, 5, 4, 4, 5]));
        var shift = ResponseShift.Of(pre, then, post, Level);
        // t.test(then, pre, paired = TRUE) of R: -1.2, -2.2388506337 -0.1611493663
        Assert.AreEqual(-1.2, shift.Shift.Value, 1e-12);
        Assert.AreEqual(-2.2388506337, shift.Shift.Intervals.Primary.Lower!.Value, 1e-9);
        Assert.AreEqual(shift.Conventional.Value, shift.Retrospective.Value + shift.Shift.Value, 1e-12);
    }

    [TestMethod]
    public void Scores_off_the_scale_and_a_class_at_its_end_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => NormalisedGain.OfClass(new Sample([1, 2]), new Sample([2, 11]), 10, Level, 100, 1));
        Assert.AreEqual(NotEstimableReason.ZeroDenominator, Assert.ThrowsExactly<NotEstimableException>(
            () => NormalisedGain.OfClass(new Sample([10, 10]), new Sample([9, 10]), 10, Level, 100, 1)).Reason);
        Assert.ThrowsExactly<NotEstimableException>(() => NormalisedGain.CorrelationWithPre(new Sample([10, 10, 1]), new Sample([9, 10, 2]), 10, Level));
        Assert.ThrowsExactly<ArgumentException>(() => ResponseShift.Of(new Sample([1, 2]), new Sample([1]), new Sample([2, 3]), Level));
    }
}
