using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Tests.Resampling;

[TestClass]
public sealed class BootstrapTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void Moments_and_positions_give_the_same_replicates()
    {
        var (pre, post) = Simulated.Pairs(2, 2, 37, 0.5, 0.5);
        var byMoments = PairedBootstrap.Of(pre, post, 1_000, seed: 4).Of(CohensDav.Value);
        var byPeople = Bootstrap.Of(37, people =>
        {
            var (before, after) = (new double[people.Length], new double[people.Length]);
            for (var i = 0; i < people.Length; i++)
                (before[i], after[i]) = (pre.Values[people[i]], post.Values[people[i]]);
            return CohensDav.Value(PairedSummary.Of(new Sample(before), new Sample(after)));
        }, 1_000, seed: 4);
        Assert.AreEqual(byPeople.Bca(Level).Lower!.Value, byMoments.Bca(Level).Lower!.Value, 1e-11);
        Assert.AreEqual(byPeople.Acceleration, byMoments.Acceleration, 1e-11);
        Assert.AreEqual(byPeople.StandardError, byMoments.StandardError, 1e-11);
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        double Lower(ulong seed) => PairedBootstrap.Of(SleepData.First, SleepData.Second, 500, seed).Of(CohensDz.Value).Bca(Level).Lower!.Value;
        Assert.AreEqual(Lower(7), Lower(7), 0);
        Assert.AreNotEqual(Lower(7), Lower(8));
    }

    [TestMethod]
    public void The_replicates_are_pinned_so_that_no_machine_may_give_others()
    {
        // Regression value of this engine (seed 7, 500 resamples), not of another program.
        var replicates = PairedBootstrap.Of(SleepData.First, SleepData.Second, 500, seed: 7).Of(pairs => pairs.MeanGain);
        Assert.AreEqual(0.3429780551180861, replicates.StandardError, 0);
    }

    // χ² of the counts of all neighbours drawn; the limit is its 99.99 % quantile by Wilson and Hilferty's approximation.
    [TestMethod]
    [DataRow(2, 3)]
    [DataRow(7, 3)]
    [DataRow(120, 1)]
    [DataRow(161, 1)]
    [DataRow(1000, 1)]
    [DataRow(3001, 1)]
    public void Everybody_and_every_run_of_neighbours_is_drawn_as_often_as_any_other(int size, int neighbours)
    {
        var cells = (int)Math.Pow(size, neighbours);
        var counts = new int[cells];
        var total = 0;
        Bootstrap.Of(size, people =>
        {
            for (var i = 0; i + neighbours <= people.Length; i += neighbours)
            {
                var cell = 0;
                for (var next = 0; next < neighbours; next++)
                    cell = cell * size + people[i + next];
                Interlocked.Increment(ref counts[cell]);
                Interlocked.Increment(ref total);
            }
            return people[0];
        }, 20_000, seed: 11);
        var expected = (double)total / cells;
        var chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        var df = cells - 1.0;
        Assert.IsLessThan(df * Math.Pow(1 - 2 / (9 * df) + 3.72 * Math.Sqrt(2 / (9 * df)), 3), chiSquare);
    }

    [TestMethod]
    public void The_standard_error_of_the_mean_is_that_of_the_formula()
    {
        // The bootstrap variance of a mean is s²(n − 1)/n²: Efron and Tibshirani (1993), equation 5.12.
        var replicates = PairedBootstrap.Of(SleepData.First, SleepData.Second, 20_000, seed: 3).Of(pairs => pairs.MeanGain);
        Assert.AreEqual(1.2299954832798732 * Math.Sqrt(9) / 10, replicates.StandardError, 0.006);
    }

    [TestMethod]
    public void Efrons_limits_move_with_an_increasing_change_of_scale()
    {
        double Cube(double d) => d * d * d;
        var bootstrap = PairedBootstrap.Of(SleepData.First, SleepData.Second, 999, seed: 5);
        var (plain, cubed) = (bootstrap.Of(CohensDav.Value), bootstrap.Of(pairs => Cube(CohensDav.Value(pairs))));
        Assert.AreEqual(plain.BiasCorrection, cubed.BiasCorrection, 1e-12);
        Assert.AreEqual(Cube(plain.Percentile(Level).Lower!.Value), cubed.Percentile(Level).Lower!.Value, 1e-12);
    }

    [TestMethod]
    public void Limits_follow_from_the_replicates_alone()
    {
        // 1 … 99 with 50 observed: symmetric, no bias, no acceleration; (R + 1)p = 2.5 and 97.5.
        var replicates = new BootstrapReplicates(50, [.. Enumerable.Range(1, 99).Select(i => (double)i)], []);
        Assert.AreEqual(2.5, replicates.Percentile(Level).Lower!.Value, 1e-12);
        Assert.AreEqual(97.5, replicates.Bca(Level).Upper!.Value, 1e-9);
        Assert.AreEqual(0, replicates.BiasCorrection, 1e-12);
        Assert.AreEqual(2 * 50 - 97.5, replicates.Basic(Level).Lower!.Value, 1e-12);
    }

    [TestMethod]
    public void A_statistic_beyond_all_its_replicates_still_has_finite_limits()
    {
        var replicates = new BootstrapReplicates(1_000, [.. Enumerable.Range(1, 99).Select(i => (double)i)], [1, 2, 4]);
        Assert.AreEqual(99, replicates.Bca(Level).Upper!.Value, 1e-9);
    }

    [TestMethod]
    public void Resamples_without_a_value_are_counted_and_too_many_are_refused()
    {
        double[] drawn = [.. Enumerable.Range(1, 99).Select(i => (double)i), double.NaN];
        Assert.AreEqual(1, new BootstrapReplicates(50, drawn, []).Undefined);
        Assert.ThrowsExactly<NotEstimableException>(() => new BootstrapReplicates(50, [.. drawn, .. Enumerable.Repeat(double.NaN, 20)], []));
        Assert.ThrowsExactly<NotEstimableException>(() => PairedBootstrap.Of(new Sample([1]), new Sample([2]), 100, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => PairedBootstrap.Of(SleepData.First, SleepData.Second, 1, 1));
    }

    [TestMethod]
    public void Groups_are_left_out_when_people_are_many()
    {
        var values = new double[1_203];
        var stream = new RandomStream(1, 1);
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Exp(Simulated.Normal(stream));
        var replicates = Bootstrap.Of(values.Length, people => Mean(values, people), 50, seed: 1);
        // For a mean the acceleration is skewness/(6√n): Efron (1987), JASA 82.
        Assert.AreEqual(Shape.Skewness(new Sample(values), ShapeType.Moment) / (6 * Math.Sqrt(values.Length)), replicates.Acceleration, 0.006);
    }

    static double Mean(double[] values, ReadOnlySpan<int> people)
    {
        var sum = 0.0;
        foreach (var person in people)
            sum += values[person];
        return sum / people.Length;
    }

    [TestMethod]
    public void Efrons_interval_of_d_av_covers_the_truth_nearly_as_often_as_it_says()
    {
        var covered = Simulated.Covered(300, 0.5, run =>
        {
            var (pre, post) = Simulated.Pairs(41, run, 40, 0.5, 0.6);
            return PairedBootstrap.Of(pre, post, 800, seed: run).Of(CohensDav.Value).Bca(Level);
        });
        Assert.IsGreaterThanOrEqualTo(270, covered);
    }
}
