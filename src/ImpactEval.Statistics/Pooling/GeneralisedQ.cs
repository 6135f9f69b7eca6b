namespace ImpactEval.Statistics.Pooling;

/// <summary>
/// The generalised Q statistic <c>Q(τ²) = Σ (yᵢ − xᵢβ̂)²/(vᵢ + τ²)</c>: falling and convex in τ², chi-square with k − p degrees of freedom
/// at the true τ².
/// </summary>
/// <remarks>DerSimonian, Kacker (2007), Random-effects model for meta-analysis of clinical trials, Contemp. Clin. Trials 28, 105–114.</remarks>
static class GeneralisedQ
{
    const int MostSteps = 200;
    const double Precise = 1e-14;

    /// <summary>τ² ≥ 0 at which Q equals <paramref name="target"/>; zero when Q is below it everywhere.</summary>
    /// <remarks>Newton's method from zero climbs towards the root of a convex falling function and never passes it.</remarks>
    /// <exception cref="NotEstimableException">The root was not reached.</exception>
    public static double Root(WeightedFit fit, ReadOnlySpan<double> variances, double target)
    {
        var between = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            fit.SetWeights(BetweenStudyVariance.Inverse(variances, between));
            var excess = fit.ResidualSum - target;
            if (excess <= Precise * target)
                return between;
            var move = excess / fit.ResidualPowers().Second;
            between += move;
            if (move <= Precise * between)
                return between;
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }
}
