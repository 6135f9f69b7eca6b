using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Tests.Descriptives;

[TestClass]
public sealed class PearsonCorrelationTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void Agrees_with_R_on_Students_sleep_data()
    {
        // cor.test(first, second): t = 3.7093, df = 8, p-value = 0.005965, 95 percent limits 0.3306 0.9492, cor 0.7951702.
        var r = PearsonCorrelation.Of(SleepData.First, SleepData.Second, Level);
        Assert.AreEqual(0.7951702, r.Value, 5e-8);
        Assert.AreEqual(Math.Tanh(Math.Atanh(0.7951702058335778) - 1.959963984540054 / Math.Sqrt(7)), r.Intervals.Primary.Lower!.Value, 1e-12);
        Assert.AreEqual(0.7951702058335778 * Math.Sqrt(8 / (1 - 0.7951702058335778 * 0.7951702058335778)),
            PearsonCorrelation.Test(SleepData.First, SleepData.Second, Alternative.TwoSided).Statistic, 1e-11);
    }

    [TestMethod]
    public void Neither_unit_nor_exchange_matters_and_a_negative_unit_turns_the_sign()
    {
        var r = PearsonCorrelation.Coefficient(SleepData.First, SleepData.Second);
        Assert.AreEqual(r, PearsonCorrelation.Coefficient(SleepData.Second, SleepData.First.Times(3).Shifted(7)), 1e-14);
        Assert.AreEqual(-r, PearsonCorrelation.Coefficient(SleepData.First.Times(-1), SleepData.Second), 1e-15);
    }

    [TestMethod]
    public void Points_on_a_line_have_an_interval_that_says_nothing()
    {
        var interval = PearsonCorrelation.Of(new Sample([1, 2, 3]), new Sample([2, 4, 6]), Level).Intervals.Primary;
        Assert.AreEqual((-1.0, 1.0), (interval.Lower, interval.Upper));
    }

    [TestMethod]
    public void Two_pairs_no_variation_and_unequal_samples_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => PearsonCorrelation.Of(new Sample([1, 2]), new Sample([1, 2]), Level));
        Assert.ThrowsExactly<NotEstimableException>(() => PearsonCorrelation.Of(new Sample([1, 1, 1]), new Sample([1, 2, 3]), Level));
        Assert.ThrowsExactly<ArgumentException>(() => PearsonCorrelation.Of(new Sample([1, 1, 1]), new Sample([1, 2]), Level));
    }

    [TestMethod]
    public void Fishers_interval_covers_the_truth_as_often_as_it_says()
    {
        var covered = Simulated.Covered(1_000, 0.6, run =>
        {
            var (x, y) = Simulated.Pairs(19, run, 25, 0, 0.6);
            return PearsonCorrelation.Of(x, y, Level).Intervals.Primary;
        });
        // Binomial(1000, .95) lies between 927 and 970 with probability .998.
        Assert.IsTrue(covered is >= 927 and <= 970, $"{covered} of 1000");
    }

    [TestMethod]
    public void Two_correlations_are_compared_on_Fishers_scale()
    {
        // In R: z <- (atanh(0.6) - atanh(0.3)) / sqrt(1/17 + 1/27); 2 * pnorm(-abs(z)).
        var test = PearsonCorrelation.Difference(0.6, 20, 0.3, 30);
        Assert.AreEqual(1.239052826115, test.Statistic, 1e-12);
        Assert.AreEqual(0.215325935437, test.PValue, 1e-12);
        Assert.AreEqual(-test.Statistic, PearsonCorrelation.Difference(0.3, 30, 0.6, 20).Statistic, 1e-15);
    }

    [TestMethod]
    public void Correlations_of_three_people_or_of_a_line_are_not_compared()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => PearsonCorrelation.Difference(0.6, 3, 0.3, 30));
        Assert.ThrowsExactly<NotEstimableException>(() => PearsonCorrelation.Difference(1, 20, 0.3, 30));
    }
}
