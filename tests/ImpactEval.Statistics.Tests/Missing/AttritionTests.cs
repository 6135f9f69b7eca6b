using ImpactEval.Statistics.Missing;

namespace ImpactEval.Statistics.Tests.Missing;

[TestClass]
public sealed class AttritionTests
{
    static ObservedArm Arm(int assigned, params double[] outcomes) => new(new Sample(outcomes), assigned);

    [TestMethod]
    public void The_arm_that_kept_more_is_cut_from_both_ends()
    {
        // Retention 1 and 3/5: cut 2 of 5 treated. Comparison mean 2; treated 1 … 5 without the two highest 2, without the two lowest 4.
        var bounds = LeeBounds.Of(Arm(5, 5, 1, 3, 2, 4), Arm(5, 1, 2, 3));
        Assert.AreEqual(new LeeBounds(0, 2, 1, 0.4, 2), bounds with { TrimmedShare = Math.Round(bounds.TrimmedShare, 12) });
    }

    [TestMethod]
    public void Exchanging_the_arms_turns_the_bounds()
    {
        var (one, other) = (LeeBounds.Of(Arm(6, 5, 1, 3, 2, 4), Arm(5, 1, 2, 3)), LeeBounds.Of(Arm(5, 1, 2, 3), Arm(6, 5, 1, 3, 2, 4)));
        Assert.AreEqual((one.Lower, one.Upper, one.Naive), (-other.Upper, -other.Lower, -other.Naive));
    }

    [TestMethod]
    public void Equal_retention_leaves_one_number()
    {
        var bounds = LeeBounds.Of(Arm(4, 2, 4, 9), Arm(8, 1, 2, 3, 4, 5, 6));
        Assert.AreEqual((bounds.Naive, bounds.Naive, 0), (bounds.Lower, bounds.Upper, bounds.Trimmed));
    }

    [TestMethod]
    public void The_number_cut_is_exact_where_floating_point_would_lose_one()
    {
        // 49·(1 − (q₀/q₁)) with q₁ = 49/49, q₀ = 48/49 is exactly 1.
        Assert.AreEqual(1, LeeBounds.Of(Arm(49, [.. Enumerable.Range(0, 49).Select(i => (double)i)]), Arm(49, [.. Enumerable.Range(0, 48).Select(i => (double)i)])).Trimmed);
    }

    [TestMethod]
    public void Imbens_and_Manski_stand_between_the_one_sided_and_the_two_sided_quantile()
    {
        var level = ConfidenceLevel.Percent95;
        // A point: ±1.959964; bounds far apart: 1.644854 on each side.
        var point = LeeBounds.ImbensManski(2, 1, 2, 1, level);
        Assert.AreEqual(2 - 1.959963984540054, point.Lower!.Value, 1e-9);
        var wide = LeeBounds.ImbensManski(0, 1, 40, 1, level);
        Assert.AreEqual(40 + 1.6448536269514722, wide.Upper!.Value, 1e-9);
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(() => LeeBounds.ImbensManski(0, 0, 1, 0, level)).Reason);
    }

    [TestMethod]
    public void The_interval_covers_the_effect_on_those_who_always_come()
    {
        // Treatment adds 1 and brings back the lowest 20 % who would otherwise stay away: monotone selection, effect 1 on the others.
        var covered = Simulated.Covered(200, 1, run =>
        {
            var stream = new RandomStream(61, run);
            var outcomes = Enumerable.Range(0, 160).Select(_ => Simulated.Normal(stream)).ToArray();
            return LeeBounds.Interval(Arm(80, [.. outcomes[..80].Select(outcome => outcome + 1)]), Arm(80, [.. outcomes[80..].Where(outcome => outcome > -0.8416212)]),
                ConfidenceLevel.Percent95, 199, run);
        });
        // The truth is the upper bound itself, the hardest case: Binomial(200, .95) lies between 177 and 200 with probability .9999.
        Assert.IsTrue(covered is >= 177 and <= 200, $"{covered} of 200");
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_interval()
    {
        ConfidenceInterval Interval(ulong seed) => LeeBounds.Interval(Arm(9, 2, 4, 9, 5, 5, 7, 1), Arm(8, 1, 2, 3, 4, 5), ConfidenceLevel.Percent90, 100, seed);
        Assert.AreEqual(Interval(3), Interval(3));
        Assert.AreNotEqual(Interval(3), Interval(4));
    }

    [TestMethod]
    public void An_arm_where_nobody_came_and_impossible_counts_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.EmptyCell, Assert.ThrowsExactly<NotEstimableException>(() => Arm(5)).Reason);
        Assert.ThrowsExactly<ArgumentException>(() => Arm(1, 2, 3));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => AttritionTable.Of(5, 6, 5, 5));
        Assert.AreEqual(NotEstimableReason.EmptyCell, Assert.ThrowsExactly<NotEstimableException>(() => AttritionTable.Of(5, 5, 0, 0)).Reason);
    }

    [TestMethod]
    public void The_table_counts_losses_by_arm()
    {
        // 2×2 table 10 + 90, 30 + 70: χ² = 200·(10·70 − 30·90)²/(100·100·40·160) = 12.5.
        var table = AttritionTable.Of(100, 90, 100, 70);
        Assert.AreEqual((0.1, 0.3, 0.2, -0.2), (Math.Round(table.Treated, 12), Math.Round(table.Comparison, 12), table.Overall, Math.Round(table.Differential, 12)));
        Assert.AreEqual(12.5, table.Test!.Statistic, 1e-10);
        Assert.IsNull(AttritionTable.Of(10, 10, 10, 10).Test);
    }

    [TestMethod]
    [DataRow(0.0, 0.057, 0.100)]
    [DataRow(0.10, 0.063, 0.109)]
    [DataRow(0.204, 0.054, 0.100)]
    [DataRow(0.57, 0.0, 0.021)]
    public void The_boundary_is_the_table_of_the_clearinghouse(double overall, double cautious, double optimistic)
    {
        // What Works Clearinghouse (2020), Standards handbook, version 4.1, table II.1.
        Assert.AreEqual(cautious, WwcBoundary.HighestDifferential(overall, AttritionAssumption.Cautious)!.Value, 1e-12);
        Assert.AreEqual(optimistic, WwcBoundary.HighestDifferential(overall, AttritionAssumption.Optimistic)!.Value, 1e-12);
    }

    [TestMethod]
    public void Beyond_the_table_attrition_is_high_whatever_the_difference()
    {
        Assert.IsNull(WwcBoundary.HighestDifferential(0.58, AttritionAssumption.Cautious));
        Assert.IsNull(WwcBoundary.HighestDifferential(0.66, AttritionAssumption.Optimistic));
        Assert.IsFalse(WwcBoundary.IsLow(AttritionTable.Of(10, 3, 10, 3), AttritionAssumption.Optimistic));
        Assert.IsTrue(WwcBoundary.IsLow(AttritionTable.Of(100, 90, 100, 86), AttritionAssumption.Cautious));
        Assert.IsFalse(WwcBoundary.IsLow(AttritionTable.Of(100, 92, 100, 84), AttritionAssumption.Cautious));
        Assert.IsTrue(WwcBoundary.IsLow(AttritionTable.Of(100, 92, 100, 84), AttritionAssumption.Optimistic));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => WwcBoundary.HighestDifferential(1.2, AttritionAssumption.Cautious));
    }
}
