using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Tests;

/// <summary>Small simulations for the coverage of intervals; the large ones are scripts.</summary>
static class Simulated
{
    /// <summary>Scores before and after of people with bivariate normal scores of unit variance.</summary>
    public static (Sample Pre, Sample Post) Pairs(ulong seed, ulong run, int size, double gain, double correlation)
    {
        var stream = new RandomStream(seed, run);
        var (pre, post) = (new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            pre[i] = Normal(stream);
            post[i] = gain + correlation * pre[i] + Math.Sqrt(1 - correlation * correlation) * Normal(stream);
        }
        return (new Sample(pre), new Sample(post));
    }

    public static double Normal(RandomStream stream) => StandardNormal.Quantile((stream.NextUInt32() + 0.5) / 4294967296.0);

    /// <summary>How many of the runs have an interval that holds the truth.</summary>
    public static int Covered(int runs, double truth, Func<ulong, ConfidenceInterval> interval) =>
        Enumerable.Range(0, runs).AsParallel().Count(run => interval((ulong)run) is var limits && limits.Lower <= truth && truth <= limits.Upper);
}
