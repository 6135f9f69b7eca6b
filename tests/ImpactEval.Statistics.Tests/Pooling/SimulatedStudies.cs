using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

/// <summary>Studies drawn from a normal random-effects model.</summary>
static class SimulatedStudies
{
    public static StudyEffects Of(RandomStream random, int count, double mean, double betweenVariance, Func<RandomStream, double> variance)
    {
        var variances = Enumerable.Range(0, count).Select(_ => variance(random)).ToArray();
        var effects = variances.Select(sampling => mean + (Math.Sqrt(betweenVariance + sampling) * Normal(random))).ToArray();
        return new(new Sample(effects), new Sample(variances));
    }

    public static double Normal(RandomStream random) => StandardNormal.Quantile(random.NextDouble() + 1e-17);
}
