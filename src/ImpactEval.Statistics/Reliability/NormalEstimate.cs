using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Reliability;

/// <summary>An estimate that is about normal in large samples: value ± z · standard error.</summary>
static class NormalEstimate
{
    public static Estimate Of(double value, double standardError, int size, ConfidenceLevel level)
    {
        var margin = StandardNormal.TwoSided(level) * standardError;
        return new Estimate(value, standardError, null, size, NamedIntervals.Of(IntervalMethod.Normal, value - margin, value + margin, level));
    }
}
