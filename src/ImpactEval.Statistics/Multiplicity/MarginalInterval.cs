using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Multiplicity;

/// <summary>The interval of one parameter by itself at any level: what simultaneous intervals are built of.</summary>
public delegate ConfidenceInterval MarginalInterval(ConfidenceLevel level);

/// <summary>Families of marginal intervals.</summary>
public static class MarginalIntervals
{
    /// <summary><c>θ ± t·SE</c>, or z without degrees of freedom: the interval that goes with the test of value over error.</summary>
    /// <param name="estimates">With standard errors; null = not estimable.</param>
    /// <exception cref="ArgumentException">An estimate without a standard error.</exception>
    public static IReadOnlyList<MarginalInterval?> Of(IReadOnlyList<Estimate?> estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        return [.. estimates.Select(estimate => estimate is null ? null : Of(estimate))];
    }

    static MarginalInterval Of(Estimate estimate)
    {
        if (estimate.StandardError is not { } error)
            throw new ArgumentException("An estimate without a standard error has no marginal interval.", nameof(estimate));
        return level =>
        {
            var margin = error * (estimate.DegreesOfFreedom is { } df ? StudentT.TwoSided(level, df) : StandardNormal.TwoSided(level));
            var method = estimate.DegreesOfFreedom is null ? IntervalMethod.Normal : IntervalMethod.StudentT;
            return new ConfidenceInterval(method, estimate.Value - margin, estimate.Value + margin, level.Value);
        };
    }
}
