using ImpactEval.Statistics;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>Simulated people, as standard normal numbers that hang together as asked (Philox4x32-10).</summary>
sealed class Draws(ulong seed, ulong stream)
{
    readonly RandomStream random = new(seed, stream);

    /// <summary>Strictly between 0 and 1.</summary>
    public double Uniform() => ((random.NextUInt64() >> 11) + 0.5) / (1UL << 53);

    public double Normal() => StandardNormal.Quantile(Uniform());

    /// <summary>A standard normal number with this correlation to another one.</summary>
    public double Like(double other, double correlation) => correlation * other + Math.Sqrt(1 - correlation * correlation) * Normal();

    public bool Happens(double chance) => Uniform() < chance;
}
