using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Repeated;

namespace ImpactEval.Statistics.Tests.Repeated;

[TestClass]
public sealed class RepeatedAnovaTests
{
    // Two groups of four people, three waves; afex::aov_ez on these numbers is not needed: every expected value below follows by hand.
    static readonly double[][] Scores = [[3, 5, 8], [2, 6, 7], [4, 5, 9], [3, 7, 10], [5, 5, 6], [4, 6, 6], [6, 6, 9], [5, 8, 7]];
    static readonly int[] Groups = [0, 0, 0, 0, 1, 1, 1, 1];

    static RepeatedEffect Effect(IReadOnlyList<RepeatedEffect> effects, string term) => effects.Single(effect => effect.Term == term);

    [TestMethod]
    public void With_two_waves_F_is_the_square_of_the_paired_t()
    {
        var effects = RepeatedAnova.Of(new RepeatedDesign([.. Scores.Select(row => row[..2])], [], [new WithinFactor("wave", 2)]));
        var t = PairedTTest.Of(new Sample(Scores.Select(row => row[0])), new Sample(Scores.Select(row => row[1])), Alternative.TwoSided);
        var wave = Effect(effects, "wave");
        Assert.AreEqual(t.Statistic * t.Statistic, wave.F, 1e-10);
        Assert.AreEqual(t.PValue, wave.PValue, 1e-12);
        Assert.IsNull(wave.Sphericity);
    }

    [TestMethod]
    public void Sums_of_squares_of_a_balanced_design_add_up_to_all_of_it()
    {
        var effects = RepeatedAnova.Of(new RepeatedDesign(Scores, [new BetweenFactor("arm", Groups)], [new WithinFactor("wave", 3)]));
        CollectionAssert.AreEqual(new[] { "(Intercept)", "arm", "wave", "arm:wave" }, effects.Select(effect => effect.Term).ToArray());
        var parts = effects.Sum(effect => effect.SumOfSquares) + Effect(effects, "arm").ErrorSumOfSquares + Effect(effects, "wave").ErrorSumOfSquares;
        Assert.AreEqual(Scores.Sum(row => row.Sum(score => score * score)), parts, 1e-9);
        var (arm, wave) = (Effect(effects, "arm"), Effect(effects, "wave"));
        Assert.AreEqual((1.0, 6.0, 2.0, 12.0), (arm.DegreesOfFreedom, arm.ErrorDegreesOfFreedom, wave.DegreesOfFreedom, wave.ErrorDegreesOfFreedom));
        Assert.AreEqual(wave.SumOfSquares / (wave.SumOfSquares + wave.ErrorSumOfSquares), wave.PartialEtaSquared, 1e-14);
        Assert.AreEqual(wave.SumOfSquares / (wave.SumOfSquares + wave.ErrorSumOfSquares + arm.ErrorSumOfSquares), wave.GeneralisedEtaSquared, 1e-14);
    }

    [TestMethod]
    public void Epsilon_lies_between_its_bounds_and_does_not_depend_on_the_unit_of_the_scores()
    {
        var design = new RepeatedDesign(Scores, [], [new WithinFactor("wave", 3)]);
        var stretched = new RepeatedDesign([.. Scores.Select(row => row.Select(score => 10 * score + 3).ToArray())], [], [new WithinFactor("wave", 3)]);
        var (one, other) = (Effect(RepeatedAnova.Of(design), "wave"), Effect(RepeatedAnova.Of(stretched), "wave"));
        Assert.IsTrue(one.Sphericity!.GreenhouseGeisser is >= 0.5 and <= 1);
        Assert.AreEqual(one.Sphericity.GreenhouseGeisser, other.Sphericity!.GreenhouseGeisser, 1e-12);
        Assert.AreEqual(one.F, other.F, 1e-9);
        Assert.IsTrue(one.Sphericity.PGreenhouseGeisser > one.PValue);
    }

    [TestMethod]
    public void Few_people_have_no_Mauchly_test()
    {
        var effects = RepeatedAnova.Of(new RepeatedDesign([[1, 4, 2, 8], [2, 3, 5, 5], [1, 1, 2, 6]], [], [new WithinFactor("wave", 4)]));
        Assert.IsNull(Effect(effects, "wave").Sphericity!.MauchlyW);
    }

    [TestMethod]
    public void Empty_cells_few_people_and_no_error_are_refused()
    {
        NotEstimableReason Refusal(double[][] rows, params BetweenFactor[] between) => Assert.ThrowsExactly<NotEstimableException>(
            () => RepeatedAnova.Of(new RepeatedDesign(rows, between, [new WithinFactor("wave", 3)]))).Reason;
        Assert.AreEqual(NotEstimableReason.EmptyCell, Refusal(Scores, new BetweenFactor("arm", Groups), new BetweenFactor("sex", Groups)));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal(Scores[..1]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal(Scores, new BetweenFactor("arm", [.. Groups.Select(_ => 0)])));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([[1, 2, 3], [2, 3, 4], [5, 6, 7]]));
    }

    [TestMethod]
    public void Gaps_ragged_rows_and_factors_of_other_people_are_refused()
    {
        void Refused(double[][] rows, BetweenFactor[] between, WithinFactor[] within) =>
            Assert.ThrowsExactly<ArgumentException>(() => new RepeatedDesign(rows, between, within));
        Refused([[1, double.NaN]], [], [new WithinFactor("wave", 2)]);
        Refused([[1, 2, 3]], [], [new WithinFactor("wave", 2)]);
        Refused([[1, 2]], [new BetweenFactor("arm", [0, 1])], [new WithinFactor("wave", 2)]);
        Refused([[1]], [], []);
    }
}
