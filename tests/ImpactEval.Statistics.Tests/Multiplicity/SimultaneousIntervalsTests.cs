using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Multiplicity;

namespace ImpactEval.Statistics.Tests.Multiplicity;

[TestClass]
public sealed class SimultaneousIntervalsTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // est <- c(2.1, 1.9, .6, 2.6); se <- c(.7, .8, .5, .9); df <- c(20, Inf, 30, 12); R 4.2.2
    static readonly double?[] Freedom = [20, null, 30, 12];
    static readonly IReadOnlyList<MarginalInterval?> Family = MarginalIntervals.Of(
        [.. new[] { 2.1, 1.9, 0.6, 2.6 }.Zip([0.7, 0.8, 0.5, 0.9], Freedom).Select(one => Estimated(one.First, one.Second, one.Third))]);

    [TestMethod]
    public void Bonferroni_limits_agree_with_R()
    {
        // est - qt(1 - .05/4/2, df)*se; est + qt(1 - .05/4/2, df)*se
        AreClose([0.178936540621366769, -0.098164379529899204, -0.728677627703054553, -0.041013028852858291], Lower(SimultaneousIntervals.Bonferroni(Family, Level)));
        AreClose([4.0210634593786336, 3.8981643795298990, 1.9286776277030544, 5.2410130288528585], Upper(SimultaneousIntervals.Bonferroni(Family, Level)));
        Assert.IsTrue(SimultaneousIntervals.Bonferroni(Family, Level).All(interval => interval!.Level == 0.95));
    }

    [TestMethod]
    public void Holms_bounds_stop_at_the_null_value_for_what_is_claimed()
    {
        // p.adjust(pt(est/se, df, lower = FALSE), "holm") = .0142 .0204 .1198 .0204: all but the third are claimed; the third has
        // est - qt(1 - .05, df)*se, all of alpha.
        var bounds = SimultaneousIntervals.Holm(Family, Level, BoundedSide.Below);
        AreClose([0, 0, -0.24863044329697848, 0], Lower(bounds));
        Assert.IsTrue(bounds.All(bound => bound!.Upper is null));
    }

    [TestMethod]
    public void Holms_bounds_of_what_is_claimed_wholly_are_those_of_Bonferroni()
    {
        // Without the third all are claimed: est - qt(1 - .05/3, df)*se.
        AreClose([0.50015191940188508, 0.19756381265201250, 0.43726400643552576],
            Lower(SimultaneousIntervals.Holm([Family[0], Family[1], Family[3]], Level, BoundedSide.Below)));
    }

    [TestMethod]
    public void Two_sided_bounds_are_Holms_of_the_doubled_family()
    {
        // Of 8 bounds the first is claimed at .05/8, the fourth at .05/7, none at .05/6: est ± qt(1 - .05/6, df)*se for the rest.
        var intervals = SimultaneousIntervals.HolmTwoSided(Family, Level);
        AreClose([0, -0.015183839854808534, -0.667870802717644207, 0], Lower(intervals));
        AreClose([3.9288097961234421, 3.8151838398548081, 1.8678708027176443, 5.1015257916029908], Upper(intervals));
    }

    [TestMethod]
    public void Upper_bounds_mirror_lower_ones()
    {
        var mirrored = MarginalIntervals.Of([Estimated(-2.1, 0.7, 20), Estimated(-0.6, 0.5, 30)]);
        var above = SimultaneousIntervals.Holm(mirrored, Level, BoundedSide.Above, nullValue: -0.1);
        var below = SimultaneousIntervals.Holm([Family[0], Family[2]], Level, BoundedSide.Below, nullValue: 0.1);
        AreClose([.. Lower(below).Select(limit => -limit)], Upper(above));
    }

    [TestMethod]
    public void A_bound_excludes_the_null_value_exactly_when_Holms_test_claims()
    {
        for (var run = 0UL; run < 200; run++)
        {
            var stream = new RandomStream(4, run);
            double[] z = [.. Enumerable.Range(0, 5).Select(_ => 2 * Simulated.Normal(stream) + 1)];
            var adjusted = HolmAdjustment.Of([.. z.Select(one => (double?)StandardNormal.Upper(one))]);
            var bounds = SimultaneousIntervals.Holm(MarginalIntervals.Of([.. z.Select(one => Estimated(one, 1, null))]), Level, BoundedSide.Below);
            for (var i = 0; i < z.Length; i++)
                Assert.AreEqual(adjusted[i] <= 0.05, bounds[i]!.Lower >= 0, $"run {run}, parameter {i}");
        }
    }

    [TestMethod]
    public void All_Holm_bounds_hold_at_once_as_often_as_stated()
    {
        double[] truth = [0, 0.2, 1, 3];
        var held = Enumerable.Range(0, 2000).Count(run =>
        {
            var stream = new RandomStream(9, (ulong)run);
            var family = MarginalIntervals.Of([.. truth.Select(mean => Estimated(mean + Simulated.Normal(stream), 1, null))]);
            return SimultaneousIntervals.Holm(family, Level, BoundedSide.Below).Zip(truth).All(pair => pair.First!.Lower <= pair.Second);
        });
        // 95 % or more; three standard deviations of 2,000 runs are 1.5 points.
        Assert.IsGreaterThan(0.935 * 2000, held);
    }

    [TestMethod]
    public void Selected_intervals_agree_with_R()
    {
        // p2 <- 2*pt(est/se, df, lower = FALSE); R <- sum(p.adjust(p2, "BH") <= .05) = 3; est ± qt(1 - R*.05/4/2, df)*se
        double?[] p = [0.0070758987912110834, 0.017548950191476748, 0.23953035088966251, 0.013604172007474927];
        var selected = SelectedIntervals.Of(Family, p, Level, FamilyDependence.Positive);
        AreClose([0.54021735373779123, 0.23577723797978067, null, 0.49551404800847587], Lower(selected));
        // The same with 1/(1 + 1/2 + 1/3 + 1/4) of the level; p.adjust(p2, "BY") selects 3 too.
        AreClose([0.2961134990735125871, 0.0075054985085662995, null, 0.1358568768695249673],
            Lower(SelectedIntervals.Of(Family, p, Level, FamilyDependence.Any)));
    }

    [TestMethod]
    public void What_is_not_estimable_is_kept_and_not_counted()
    {
        IReadOnlyList<MarginalInterval?> gaps = [null, Family[0], null];
        foreach (var intervals in new[]
        {
            SimultaneousIntervals.Bonferroni(gaps, Level), SimultaneousIntervals.Sidak(gaps, Level), SimultaneousIntervals.HolmTwoSided(gaps, Level),
        })
        {
            Assert.IsNull(intervals[0]);
            Assert.IsNotNull(intervals[1]);
        }
        Assert.AreEqual(Family[0]!(Level), SimultaneousIntervals.Sidak(gaps, Level)[1]);
        Assert.IsEmpty(SimultaneousIntervals.Holm([], Level, BoundedSide.Below));
        Assert.IsNull(SelectedIntervals.Of(gaps, [null, 0.5, null], Level, FamilyDependence.Any)[1]);
    }

    [TestMethod]
    public void A_family_that_does_not_fit_its_p_values_is_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => SelectedIntervals.Of(Family, [0.1, 0.2], Level, FamilyDependence.Any));
        Assert.ThrowsExactly<ArgumentException>(() => SelectedIntervals.Of(Family, [0.1, 0.2, null, 0.3], Level, FamilyDependence.Any));
        Assert.ThrowsExactly<ArgumentException>(() => MarginalIntervals.Of([Estimated(1, 1, null) with { StandardError = null }]));
    }

    static Estimate Estimated(double value, double error, double? df) =>
        new(value, error, df, 10, NamedIntervals.Of(IntervalMethod.Normal, null, null, Level));

    static double?[] Lower(IEnumerable<ConfidenceInterval?> intervals) => [.. intervals.Select(interval => interval?.Lower)];

    static double?[] Upper(IEnumerable<ConfidenceInterval?> intervals) => [.. intervals.Select(interval => interval?.Upper)];

    static void AreClose(double?[] expected, double?[] actual)
    {
        Assert.HasCount(expected.Length, actual);
        for (var i = 0; i < expected.Length; i++)
            if (expected[i] is { } value)
                Assert.AreEqual(value, actual[i]!.Value, 1e-10);
            else
                Assert.IsNull(actual[i]);
    }
}
