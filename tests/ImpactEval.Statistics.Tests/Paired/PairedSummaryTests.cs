using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Paired;

[TestClass]
public sealed class PairedSummaryTests
{
    /// <summary>Scores with two decimals around a large mean, so that decimal arithmetic is exact; sizes on both sides of a block of pairs.</summary>
    [TestMethod]
    [DataRow(2, 0)]
    [DataRow(5, 0)]
    [DataRow(2047, 10_000_000)]
    [DataRow(2049, 10_000_000)]
    [DataRow(10_003, 10_000_000)]
    public void Means_and_variances_are_those_of_decimal_arithmetic(int n, int offset)
    {
        var stream = new RandomStream(91, (ulong)n);
        var pre = Enumerable.Range(0, n).Select(_ => offset + stream.NextInt(1000) / 100m).ToArray();
        var post = pre.Select(score => score + stream.NextInt(300) / 100m - 1).ToArray();

        var found = PairedSummary.Of(new Sample(pre.Select(score => (double)score)), new Sample(post.Select(score => (double)score)));

        AssertClose(pre.Average(), found.MeanPre, 1e-15);
        AssertClose(post.Average(), found.MeanPost, 1e-15);
        // What a double around ten million keeps of a hundredth limits the variances.
        var digits = offset == 0 ? 1e-14 : 1e-9;
        AssertClose(Variance(pre), found.VariancePre, digits);
        AssertClose(Variance(post), found.VariancePost, digits);
        AssertClose(Variance([.. post.Zip(pre, (after, before) => after - before)]), found.VarianceOfGain, digits);
    }

    [TestMethod]
    public void A_first_block_far_from_the_rest_costs_no_digits_that_matter()
    {
        double[] pre = [.. Enumerable.Range(0, 6000).Select(i => i < 2048 ? 1e9 : i % 2)];
        var post = pre.Select((score, i) => score + i % 3).ToArray();
        var found = PairedSummary.Of(new Sample(pre), new Sample(post));
        AssertClose(Variance([.. pre.Select(score => (decimal)score)]), found.VariancePre, 1e-13);
        AssertClose(Variance([.. post.Zip(pre, (after, before) => (decimal)(after - before))]), found.VarianceOfGain, 1e-13);
    }

    [TestMethod]
    public void Gains_that_differ_by_the_rounding_of_decimals_do_not_vary()
    {
        double[] pre = [0.1, 0.2, 0.3, 0.7, 1.1];
        var summary = PairedSummary.Of(new Sample(pre), new Sample(pre.Select(score => score + 0.3)));
        Assert.AreEqual(0.0, summary.VarianceOfGain);
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(() => summary.RequireVaryingGains()).Reason);
    }

    /// <summary>The gains differ by one part in 10¹⁴ of the scores, ten times what rounding can do; whether one person's score or everybody's is
    /// large does not matter.</summary>
    [TestMethod]
    [DataRow(1.0)]
    [DataRow(-1024.0)]
    public void Gains_that_differ_by_more_than_rounding_vary(double scale)
    {
        double[] pre = [1, 0.5, 0.25, 0.125, 0];
        double[] gains = [0, 0, 2e-14, 0, 0];
        var summary = PairedSummary.Of(new Sample(pre.Select(score => scale * score)), new Sample(pre.Zip(gains, (score, gain) => scale * (score + gain))));
        Assert.IsGreaterThan(0.0, summary.VarianceOfGain);
    }

    [TestMethod]
    [DataRow(1e6)]
    [DataRow(-1e6)]
    public void What_rounding_can_do_depends_on_the_largest_score(double largest)
    {
        PairedSummary Of(double score) => PairedSummary.Of(new Sample([1e-11, 0, 0, score]), new Sample([0, 0, 0, score]));
        Assert.AreEqual(0.0, Of(largest).VarianceOfGain);
        Assert.IsGreaterThan(0.0, Of(0).VarianceOfGain);
    }

    [TestMethod]
    public void One_pair_and_unequal_sizes_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.TooFewObservations,
            Assert.ThrowsExactly<NotEstimableException>(() => PairedSummary.Of(new Sample([1]), new Sample([2]))).Reason);
        Assert.ThrowsExactly<ArgumentException>(() => PairedSummary.Of(new Sample([1, 2]), new Sample([1, 2, 3])));
    }

    static decimal Variance(decimal[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    static void AssertClose(decimal expected, double found, double relative) => Assert.AreEqual((double)expected, found, relative * Math.Abs((double)expected));
}
