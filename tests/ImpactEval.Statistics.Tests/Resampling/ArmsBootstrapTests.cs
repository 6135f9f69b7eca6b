using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Tests.Resampling;

[TestClass]
public sealed class ArmsBootstrapTests
{
    // Weight of young women before and after family therapy, and of the control group, in pounds: Hand et al. (1994), A handbook of small data
    // sets, set 285; data set `anorexia` of R.
    static readonly Sample TreatedPre = new([83.8, 83.3, 86.0, 82.5, 86.7, 79.6, 76.9, 94.2, 73.4, 80.5, 81.6, 82.1, 77.6, 83.5, 89.9, 86.0, 87.3]);
    static readonly Sample TreatedPost = new([95.2, 94.3, 91.5, 91.9, 100.3, 76.7, 76.8, 101.6, 94.9, 75.2, 77.8, 95.5, 90.7, 92.5, 93.8, 91.7, 98.0]);
    static readonly Sample OthersPre = new([80.7, 89.4, 91.8, 74.0, 78.1, 88.3, 87.3, 75.1, 80.6, 78.4, 77.6, 88.7, 81.3, 78.1, 70.5, 77.3, 85.2, 86.0, 84.1, 79.7, 85.5, 84.4, 79.6, 77.5, 72.3, 89.0]);
    static readonly Sample OthersPost = new([80.2, 80.1, 86.4, 86.3, 76.1, 78.1, 75.1, 86.7, 73.5, 84.6, 77.4, 79.5, 89.6, 81.4, 81.8, 77.3, 84.2, 75.4, 79.5, 73.0, 88.3, 84.7, 81.4, 81.2, 88.2, 78.8]);

    [TestMethod]
    public void Agrees_with_R_boot_within_the_error_of_chance()
    {
        var replicates = Arms(20_000, 1).Of(PrePostControl.D2Value);
        var percentile = replicates.Percentile(ConfidenceLevel.Percent95);
        // boot(d, d_ppc2, R = 200000, strata = treat): t0 1.389955672, se 0.4464, percentile 0.592 to 2.344.
        Assert.AreEqual(1.389955672, replicates.Observed, 1e-9);
        Assert.AreEqual(0.4464, replicates.StandardError, 0.01);
        Assert.AreEqual(0.592, percentile.Lower!.Value, 0.04);
        Assert.AreEqual(2.344, percentile.Upper!.Value, 0.04);
    }

    [TestMethod]
    public void Each_arm_weighs_its_people_in_the_acceleration()
    {
        // In R, with θᵢ without person i and l = (n − 1)/n·(θ̄ − θᵢ) within each arm: sum(l^3)/(6*sum(l^2)^1.5) is -0.0166478363793.
        Assert.AreEqual(-0.0166478363793, Arms(200, 1).Of(PrePostControl.D2Value).Acceleration, 1e-12);
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_bits_and_the_arms_draw_apart()
    {
        Assert.AreEqual(Arms(500, 7).Of(PrePostControl.D2Value).StandardError, Arms(500, 7).Of(PrePostControl.D2Value).StandardError, 0);
        Assert.AreNotEqual(Arms(500, 7).Of(PrePostControl.D2Value).StandardError, Arms(500, 8).Of(PrePostControl.D2Value).StandardError);
        // Were both arms of the same people and drawn alike, every replicate of the difference would be 0.
        var twins = ArmsBootstrap.Of(TreatedPre, TreatedPost, TreatedPre, TreatedPost, 500, 7).Of(PrePostControl.D2Value);
        Assert.AreEqual(0, twins.Observed);
        Assert.IsGreaterThan(0.1, twins.StandardError);
    }

    [TestMethod]
    public void An_arm_of_one_person_is_refused() =>
        Assert.ThrowsExactly<NotEstimableException>(() => ArmsBootstrap.Of(TreatedPre, TreatedPost, new([1.0]), new([2.0]), 100, 1));

    static ArmsBootstrap Arms(int resamples, ulong seed) => ArmsBootstrap.Of(TreatedPre, TreatedPost, OthersPre, OthersPost, resamples, seed);
}
