using ImpactEval.Statistics.Multiplicity;

namespace ImpactEval.Statistics.Tests.Multiplicity;

[TestClass]
public sealed class AdjustmentTests
{
    // The 15 p values of Benjamini and Hochberg (1995), section 4.1.
    static readonly double?[] Family =
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

    static readonly Dictionary<string, Func<IReadOnlyList<double?>, IReadOnlyList<double?>>> Adjustments = new()
    {
        ["bonferroni"] = BonferroniAdjustment.Of,
        ["holm"] = HolmAdjustment.Of,
        ["hochberg"] = HochbergAdjustment.Of,
        ["hommel"] = HommelAdjustment.Of,
        ["BH"] = BenjaminiHochbergAdjustment.Of,
        ["BY"] = BenjaminiYekutieliAdjustment.Of,
        ["sidak"] = SidakAdjustment.Of,
        ["holm_sidak"] = HolmSidakAdjustment.Of,
    };

    public static IEnumerable<object[]> Names => Adjustments.Keys.Select(name => new object[] { name });

    [TestMethod]
    public void Benjamini_and_Hochberg_claim_four_at_five_percent_and_Bonferroni_three()
    {
        // Their conclusion: the Bonferroni approach rejects three hypotheses, the new procedure four.
        Assert.AreEqual(4, BenjaminiHochbergAdjustment.Of(Family).Count(p => p <= 0.05));
        Assert.AreEqual(3, BonferroniAdjustment.Of(Family).Count(p => p <= 0.05));
    }

    [TestMethod]
    [DataRow("holm", 0.11399999999999999)]
    [DataRow("hochberg", 0.11399999999999999)]
    [DataRow("hommel", 0.095)]
    [DataRow("BH", 0.035625)]
    [DataRow("BY", 0.11821190788378289)]
    [DataRow("bonferroni", 0.1425)]
    [DataRow("sidak", 0.13340296634648174)]
    [DataRow("holm_sidak", 0.10822815130378549)]
    public void The_fourth_agrees_with_R(string name, double expected) =>
        // p.adjust(p, method)[4]; Šidák by 1 − (1 − p)^m.
        Assert.AreEqual(expected, Adjustments[name](Family)[3]!.Value, 1e-14);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_order_of_the_family_does_not_matter(string name)
    {
        var backwards = Adjustments[name]([.. Family.Reverse()]).Reverse().ToArray();
        CollectionAssert.AreEqual(Adjustments[name](Family).ToArray(), backwards);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_adjusted_value_is_never_below_the_raw_one_nor_above_one(string name)
    {
        foreach (var (raw, adjusted) in Family.Zip(Adjustments[name](Family)))
            Assert.IsTrue(adjusted >= raw && adjusted <= 1, $"{raw} became {adjusted}");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_gap_stays_a_gap_and_is_not_counted(string name)
    {
        var with = Adjustments[name]([0.01, null, 0.04]);
        var without = Adjustments[name]([0.01, 0.04]);
        CollectionAssert.AreEqual(new[] { without[0], null, without[1] }, with.ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_family_of_one_is_left_alone_and_an_empty_one_stays_empty(string name)
    {
        Assert.AreEqual(0.03, Adjustments[name]([0.03])[0]!.Value, 1e-15);
        Assert.IsEmpty(Adjustments[name]([]));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void What_is_no_probability_is_refused(string name)
    {
        Assert.ThrowsExactly<ArgumentException>(() => Adjustments[name]([0.1, 1.2]));
        Assert.ThrowsExactly<ArgumentException>(() => Adjustments[name]([double.NaN]));
    }
}
