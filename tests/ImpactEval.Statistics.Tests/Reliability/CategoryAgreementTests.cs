using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Reliability;

[TestClass]
public sealed class CategoryAgreementTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // Cohen (1960), Educational and Psychological Measurement 20, table 1 in counts of 200: kappa = .49 as printed there.
    static readonly int[,] Cohen = { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } };

    [TestMethod]
    public void Kappa_is_the_share_beyond_chance()
    {
        // p_o = .70, p_e = .6·.5 + .3·.3 + .1·.2 = .41, so κ = .29/.59.
        var kappa = CohenKappa.Of(new AgreementTable(Cohen), KappaWeights.None, Level);
        Assert.AreEqual(0.29 / 0.59, kappa.Value, 1e-12);
        Assert.AreEqual(0.70, new AgreementTable(Cohen).PercentAgreement, 1e-12);
        Assert.AreEqual(200, kappa.Size);
    }

    [TestMethod]
    public void The_variance_of_weighted_kappa_is_that_of_Fleiss_Cohen_and_Everitt()
    {
        // Eyes of 7477 women (Stuart 1953), R vcd::VisualAcuity female: 7.025686094e-05 by their equation, 7.04e-05 in 40 000 simulated tables.
        int[,] vision = { { 1520, 266, 124, 66 }, { 234, 1512, 432, 78 }, { 117, 362, 1772, 205 }, { 36, 82, 179, 492 } };
        var kappa = CohenKappa.Of(new AgreementTable(vision), KappaWeights.Quadratic, Level);
        Assert.AreEqual(0.702334252490098, kappa.Value, 1e-12);
        Assert.AreEqual(7.025686094e-05, Math.Pow(kappa.StandardError!.Value, 2), 1e-13);
        Assert.AreEqual(0.6859059587, kappa.Intervals.Primary.Lower!.Value, 1e-9);
    }

    [TestMethod]
    public void Turning_raters_changes_nothing_and_with_two_categories_weights_do_not_matter()
    {
        int[,] turned = { { 88, 10, 2 }, { 14, 40, 6 }, { 18, 10, 12 } }, two = { { 20, 5 }, { 10, 15 } };
        Assert.AreEqual(CohenKappa.Of(new AgreementTable(Cohen), KappaWeights.Linear, Level).Value, CohenKappa.Of(new AgreementTable(turned), KappaWeights.Linear, Level).Value, 1e-14);
        Assert.AreEqual(GwetAc1.Of(new AgreementTable(Cohen), Level).Value, GwetAc1.Of(new AgreementTable(turned), Level).Value, 1e-14);
        Assert.AreEqual(CohenKappa.Of(new AgreementTable(two), KappaWeights.None, Level), CohenKappa.Of(new AgreementTable(two), KappaWeights.Quadratic, Level));
    }

    [TestMethod]
    public void AC1_stays_high_where_nearly_all_fall_into_one_category()
    {
        // Gwet (2008), table 2 (118 + 5 + 2 of 125): AC1 = .9408, kappa = −.0234 by hand from p_a = .944, π = .972.
        var table = new AgreementTable(new[,] { { 118, 5 }, { 2, 0 } });
        Assert.AreEqual((0.944 - 2 * 0.972 * 0.028) / (1 - 2 * 0.972 * 0.028), GwetAc1.Of(table, Level).Value, 1e-12);
        Assert.AreEqual(-0.0234, CohenKappa.Of(table, KappaWeights.None, Level).Value, 5e-5);
    }

    [TestMethod]
    public void Perfect_agreement_is_one_without_error()
    {
        var table = new AgreementTable(new[,] { { 7, 0 }, { 0, 5 } });
        var kappa = CohenKappa.Of(table, KappaWeights.None, Level);
        Assert.AreEqual(1, kappa.Value, 1e-14);
        Assert.AreEqual(0, kappa.StandardError!.Value, 1e-7);
        Assert.AreEqual(1, GwetAc1.Of(table, Level).Value, 1e-14);
    }

    [TestMethod]
    public void One_category_unequal_categories_and_nothing_rated_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(
            () => CohenKappa.Of(new AgreementTable(new[,] { { 9, 0 }, { 0, 0 } }), KappaWeights.None, Level)).Reason);
        Assert.ThrowsExactly<ArgumentException>(() => new AgreementTable(new int[2, 3]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new AgreementTable(new[,] { { 1, -1 }, { 0, 0 } }));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => new AgreementTable(new int[2, 2])).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewItems, Assert.ThrowsExactly<NotEstimableException>(() => new AgreementTable(new int[1, 1])).Reason);
    }

    // Fleiss (1971), Psychological Bulletin 76, 378–382, as retold in Fleiss, Levin and Paik (2003): ten cases, fourteen raters, five categories.
    static readonly int[][] Fourteen =
        [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];

    [TestMethod]
    public void Fleiss_kappa_of_fourteen_raters_is_as_worked_out_by_hand()
    {
        // P̄ = 3.780/10 = .378, P̄ₑ = .213, κ = .210.
        var kappa = FleissKappa.Of(Fourteen, Level);
        Assert.AreEqual(0.378, kappa.MeanAgreement, 5e-4);
        Assert.AreEqual(0.213, kappa.ChanceAgreement, 5e-4);
        Assert.AreEqual(0.210, kappa.Kappa.Value, 5e-4);
        Assert.IsTrue(kappa.Kappa.Intervals.Primary.Lower < 0.21 && kappa.Kappa.Intervals.Primary.Upper > 0.21);
    }

    [TestMethod]
    public void The_order_of_categories_does_not_matter_to_Fleiss()
    {
        var turned = Fourteen.Select(row => row.Reverse().ToArray()).ToArray();
        Assert.AreEqual(FleissKappa.Of(Fourteen, Level).Kappa.Value, FleissKappa.Of(turned, Level).Kappa.Value, 1e-14);
    }

    [TestMethod]
    public void Fleiss_refuses_unequal_numbers_of_ratings()
    {
        Assert.ThrowsExactly<ArgumentException>(() => FleissKappa.Of([[3, 0], [1, 1]], Level));
        Assert.ThrowsExactly<ArgumentException>(() => FleissKappa.Of([[3, 0], [1, 1, 1]], Level));
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(() => FleissKappa.Of([[3, 0], [3, 0]], Level)).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => FleissKappa.Of([[3, 0]], Level)).Reason);
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => FleissKappa.Of([[1, 0], [0, 1]], Level)).Reason);
    }

    [TestMethod]
    public void Intervals_of_kappa_AC1_and_Fleiss_cover_the_truth_as_often_as_they_say()
    {
        // Both raters see the truth with chance .8 and else throw a fair coin: agreement .82, margins .5, so κ = AC1 = .64.
        int[] Raters(ulong run, int cases) => [.. Enumerable.Range(0, cases).Select(_ => 0).Select((_, i) =>
        {
            var stream = new RandomStream(37, run * 1000 + (ulong)i);
            int truth = stream.NextInt(2), first = stream.NextDouble() < 0.8 ? truth : stream.NextInt(2), second = stream.NextDouble() < 0.8 ? truth : stream.NextInt(2);
            return 2 * first + second;
        })];
        AgreementTable Table(ulong run)
        {
            var counts = new int[2, 2];
            foreach (var pair in Raters(run, 100))
                counts[pair / 2, pair % 2]++;
            return new AgreementTable(counts);
        }
        int Covered(Func<ulong, ConfidenceInterval> interval) => Simulated.Covered(500, 0.64, interval);
        // Binomial(500, .95): P(< 455 or > 492) below .001.
        Assert.IsTrue(Covered(run => CohenKappa.Of(Table(run), KappaWeights.None, Level).Intervals.Primary) is >= 455 and <= 492);
        Assert.IsTrue(Covered(run => GwetAc1.Of(Table(run), Level).Intervals.Primary) is >= 455 and <= 492);
        Assert.IsTrue(Covered(run => FleissKappa.Of([.. Raters(run, 100).Select(pair => new[] { 2 - pair / 2 - pair % 2, pair / 2 + pair % 2 })], Level).Kappa.Intervals.Primary)
            is >= 455 and <= 492);
    }
}
