using ImpactEval.Statistics.Categorical;

namespace ImpactEval.Statistics.Tests.Categorical;

/// <summary>McNemar's family, Cochran's Q, Stuart-Maxwell, Bowker.</summary>
[TestClass]
public sealed class PassFailTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // Fagerland, Lydersen and Laake (2013), table 2: airway hyper-responsiveness of 21 children before and after transplantation.
    static readonly PairedOutcomes Airways = new(1, 1, 7, 12);

    // Stuart (1953), Biometrika 40, 105–110: distance vision of 7,477 women, right eye by left eye.
    static readonly int[,] Vision = { { 1520, 266, 124, 66 }, { 234, 1512, 432, 78 }, { 117, 362, 1772, 205 }, { 36, 82, 179, 492 } };

    [TestMethod]
    [DataRow(McNemarMethod.Asymptotic, 0.034)]
    [DataRow(McNemarMethod.Edwards, 0.077)]
    [DataRow(McNemarMethod.Exact, 0.070)]
    [DataRow(McNemarMethod.MidP, 0.039)]
    public void The_four_values_are_those_Fagerland_and_others_print(McNemarMethod method, double expected) =>
        Assert.AreEqual(expected, McNemarTest.Of(Airways, method).PValue, 5e-4);

    [TestMethod]
    [DataRow(McNemarMethod.Asymptotic)]
    [DataRow(McNemarMethod.Exact)]
    [DataRow(McNemarMethod.MidP)]
    public void Exchanging_the_waves_keeps_p(McNemarMethod method) =>
        Assert.AreEqual(McNemarTest.Of(Airways, method).PValue, McNemarTest.Of(new PairedOutcomes(1, 7, 1, 12), method).PValue, 1e-15);

    [TestMethod]
    public void As_many_gained_as_lost_is_no_sign_of_change()
    {
        var even = new PairedOutcomes(3, 2, 2, 3);
        Assert.AreEqual(1, McNemarTest.Of(even, McNemarMethod.Exact).PValue);
        // 1 − C(4,2)/16.
        Assert.AreEqual(0.625, McNemarTest.Of(even, McNemarMethod.MidP).PValue, 1e-14);
    }

    [TestMethod]
    public void Scores_at_the_mark_pass()
    {
        var outcomes = PairedOutcomes.Of(new Sample([5, 4, 6, 1]), new Sample([5, 5, 4, 2]), mark: 5);
        Assert.AreEqual(new PairedOutcomes(1, 1, 1, 1), outcomes);
        Assert.ThrowsExactly<ArgumentException>(() => PairedOutcomes.Of(new Sample([5]), new Sample([]), 5));
    }

    [TestMethod]
    public void The_odds_ratio_has_the_limits_of_the_share_it_stands_for()
    {
        // b/(b + c) = 86/236 of Agresti's approval ratings; exact limits .434598 … .752316 (R: binom.test, turned into odds).
        var odds = PairedShareEffects.OddsRatio(new PairedOutcomes(794, 86, 150, 570), Level);
        Assert.AreEqual(86 / 150.0, odds.Value, 1e-15);
        Assert.AreEqual(0.43459760608366865, odds.Intervals.Primary.Lower!.Value, 1e-10);
        Assert.AreEqual(0.7523162391711266, odds.Intervals.Primary.Upper!.Value, 1e-10);
        var turned = PairedShareEffects.OddsRatio(new PairedOutcomes(794, 150, 86, 570), Level);
        Assert.AreEqual(1 / odds.Intervals.Primary.Lower!.Value, turned.Intervals.Primary.Upper!.Value, 1e-9);
    }

    [TestMethod]
    public void Odds_without_losses_are_refused_and_without_gains_zero()
    {
        Assert.AreEqual(NotEstimableReason.EmptyCell,
            Assert.ThrowsExactly<NotEstimableException>(() => PairedShareEffects.OddsRatio(new PairedOutcomes(1, 4, 0, 1), Level)).Reason);
        var none = PairedShareEffects.OddsRatio(new PairedOutcomes(1, 0, 4, 1), Level);
        Assert.AreEqual((0.0, 0.0), (none.Value, none.Intervals.Primary.Lower));
        Assert.ThrowsExactly<NotEstimableException>(() => McNemarTest.Of(new PairedOutcomes(1, 0, 0, 1), McNemarMethod.MidP));
        Assert.ThrowsExactly<NotEstimableException>(() => PairedShareEffects.CohensG(new PairedOutcomes(1, 0, 0, 1)));
    }

    [TestMethod]
    public void Newcombes_difference_agrees_with_R_and_turns_with_the_waves()
    {
        // Agresti's approval ratings by Newcombe's method 10: −.04, limits −.0587039, −.0212304 for second − first.
        var fall = PairedShareEffects.Difference(new PairedOutcomes(794, 86, 150, 570), Level);
        Assert.AreEqual(-0.04, fall.Value, 1e-14);
        Assert.AreEqual(-0.05870387289572883, fall.Intervals.Primary.Lower!.Value, 1e-10);
        Assert.AreEqual(-0.021230423982877056, fall.Intervals.Primary.Upper!.Value, 1e-10);
        var rise = PairedShareEffects.Difference(new PairedOutcomes(794, 150, 86, 570), Level);
        Assert.AreEqual(-fall.Intervals.Primary.Lower!.Value, rise.Intervals.Primary.Upper!.Value, 1e-14);
        // Wald: √(b + c − (b − c)²/n)/n, Agresti (2002), equation 10.1.
        Assert.AreEqual(Math.Sqrt(236 - 64 * 64 / 1600.0) / 1600, fall.StandardError!.Value, 1e-15);
    }

    [TestMethod]
    public void Cohens_h_of_one_and_zero_is_pi() => Assert.AreEqual(Math.PI, PairedShareEffects.CohensH(1, 0), 1e-15);

    [TestMethod]
    public void Cochrans_Q_of_two_waves_is_McNemars_chi_square()
    {
        bool[] before = [true, true, true, true, false, false], after = [true, false, false, false, true, false];
        Assert.AreEqual(McNemarTest.Of(new PairedOutcomes(1, 1, 3, 1), McNemarMethod.Asymptotic).Statistic, CochranQ.Of([before, after]).Statistic, 1e-14);
    }

    [TestMethod]
    public void Cochrans_Q_by_hand_and_its_refusals()
    {
        // Passes 4, 2, 0 of four people with 2, 2, 1, 1: Q = 2(3·20 − 36)/(18 − 10) = 6.
        bool[] first = [true, true, true, true], second = [true, true, false, false], third = [false, false, false, false];
        var test = CochranQ.Of([first, second, third]);
        Assert.AreEqual((6.0, 2.0), (test.Statistic, test.DegreesOfFreedom));
        Assert.AreEqual(Math.Exp(-3), test.PValue, 1e-14);
        Assert.ThrowsExactly<NotEstimableException>(() => CochranQ.Of([first, first]));
        Assert.ThrowsExactly<NotEstimableException>(() => CochranQ.Of([first]));
        Assert.ThrowsExactly<ArgumentException>(() => CochranQ.Of([first, [true]]));
    }

    [TestMethod]
    public void Stuart_and_Bowker_agree_with_R_on_the_vision_of_women()
    {
        // coin::mh_test(vision): chi-squared = 11.957, df = 3, p-value = 0.007533; mcnemar.test: 19.107, df = 6, p-value = 0.003987.
        var (margins, symmetry) = (MarginalHomogeneity.StuartMaxwell(Vision), MarginalHomogeneity.Bowker(Vision));
        Assert.AreEqual(11.956569622982558, margins.Statistic, 1e-9);
        Assert.AreEqual(0.007533, margins.PValue, 5e-7);
        Assert.AreEqual(19.107, symmetry.Statistic, 5e-4);
        Assert.AreEqual(0.003987, symmetry.PValue, 5e-7);
    }

    [TestMethod]
    public void With_two_categories_both_are_McNemars()
    {
        int[,] table = { { 1, 7 }, { 1, 12 } };
        var expected = McNemarTest.Of(Airways, McNemarMethod.Asymptotic).Statistic;
        Assert.AreEqual(expected, MarginalHomogeneity.StuartMaxwell(table).Statistic, 1e-13);
        Assert.AreEqual(expected, MarginalHomogeneity.Bowker(table).Statistic, 1e-13);
    }

    [TestMethod]
    public void Tables_that_are_not_square_or_without_moves_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => MarginalHomogeneity.Bowker(new int[2, 3]));
        Assert.ThrowsExactly<NotEstimableException>(() => MarginalHomogeneity.StuartMaxwell(new[,] { { 4, 0 }, { 0, 5 } }));
        Assert.ThrowsExactly<NotEstimableException>(() => MarginalHomogeneity.Bowker(new[,] { { 4, 0 }, { 0, 5 } }));
        // People move within {1, 2} and within {3, 4} only: the margins cannot be told apart by three degrees of freedom.
        Assert.ThrowsExactly<NotEstimableException>(() =>
            MarginalHomogeneity.StuartMaxwell(new[,] { { 4, 1, 0, 0 }, { 2, 5, 0, 0 }, { 0, 0, 1, 2 }, { 0, 0, 1, 3 } }));
    }
}
