using ImpactEval.Statistics.Needs;

namespace ImpactEval.Statistics.Tests.Needs;

[TestClass]
public sealed class ImportancePerformanceMapTests
{
    static readonly Sample Importance = new([4.5, 4.0, 2.0, 1.5]);
    static readonly Sample Performance = new([2.0, 4.0, 1.5, 4.5]);

    [TestMethod]
    public void Every_field_of_Martilla_and_James_has_its_name()
    {
        var map = ImportancePerformanceMap.Of(Importance, Performance);
        Assert.AreEqual(new Crosshair(3, 3), map.Crosshair);
        CollectionAssert.AreEqual(
            new[]
            {
                ImportancePerformanceQuadrant.ConcentrateHere, ImportancePerformanceQuadrant.KeepUp,
                ImportancePerformanceQuadrant.LowPriority, ImportancePerformanceQuadrant.PossibleOverkill,
            },
            map.Items.Select(item => item.Quadrant).ToArray());
        Assert.AreEqual(2.5, map.Items[0].Gap);
    }

    [TestMethod]
    public void Moving_both_scales_moves_the_lines_and_no_item_across_them()
    {
        var moved = ImportancePerformanceMap.Of(
            new Sample(Importance.Values.ToArray().Select(value => value + 1)), new Sample(Performance.Values.ToArray().Select(value => value + 1)));
        CollectionAssert.AreEqual(
            ImportancePerformanceMap.Of(Importance, Performance).Items.Select(item => item.Quadrant).ToArray(),
            moved.Items.Select(item => item.Quadrant).ToArray());
    }

    [TestMethod]
    public void An_item_on_both_lines_belongs_to_the_higher_side() =>
        Assert.AreEqual(ImportancePerformanceQuadrant.KeepUp, new Crosshair(3, 3).QuadrantOf(3, 3));

    [TestMethod]
    public void Lines_may_stand_elsewhere_than_at_the_means()
    {
        var map = ImportancePerformanceMap.Of(Importance, Performance, new Crosshair(4.2, 3));
        Assert.AreEqual(ImportancePerformanceQuadrant.PossibleOverkill, map.Items[1].Quadrant);
    }

    [TestMethod]
    public void One_item_and_unequal_numbers_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => ImportancePerformanceMap.Of(new Sample([1]), new Sample([1])));
        Assert.ThrowsExactly<ArgumentException>(() => ImportancePerformanceMap.Of(Importance, new Sample([1, 2])));
    }
}
