namespace ImpactEval.Statistics.Distributions;

/// <summary>What the noncentral F and chi-square share: the range of λ and the search for its limits.</summary>
static class Noncentrality
{
    /// <summary>Sums over a Poisson count with this mean run over some 10⁴ terms.</summary>
    const double Largest = 1e6;

    /// <exception cref="ArgumentOutOfRangeException">λ negative or not finite, or degrees of freedom not positive.</exception>
    /// <exception cref="NotEstimableException">λ above 10⁶.</exception>
    public static void Require(double noncentrality, params ReadOnlySpan<double> degreesOfFreedom)
    {
        if (!(noncentrality >= 0 && double.IsFinite(noncentrality)))
            throw new ArgumentOutOfRangeException(nameof(noncentrality), noncentrality, "The noncentrality must be finite and at least 0.");
        if (noncentrality > Largest)
            throw new NotEstimableException(NotEstimableReason.OutOfRange);
        foreach (var df in degreesOfFreedom)
            if (!(df > 0 && double.IsFinite(df)))
                throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), df, "Degrees of freedom must be positive and finite.");
    }

    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public static void RequireObserved(double observed, string name)
    {
        if (!(observed >= 0 && double.IsFinite(observed)))
            throw new ArgumentOutOfRangeException(name, observed, "The observed statistic must be finite and at least 0.");
    }

    /// <param name="tails">Both tails at the observed statistic, as functions of λ.</param>
    /// <param name="slope">−∂(lower tail)/∂λ, positive.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    public static NoncentralityLimits Limits(
        Func<double, (double Lower, double Upper)> tails, Func<double, double> slope, double start, ConfidenceLevel level)
    {
        var z = StandardNormal.TwoSided(level);
        var atZero = Score(tails(0));
        double At(double score) => atZero <= score ? 0 : Solve(tails, slope, score, start);
        return new NoncentralityLimits(At(z), At(-z));
    }

    /// <summary>λ = r² at which P(X ≤ x; λ) = Φ(<paramref name="z"/>): in r the score is almost a straight line.</summary>
    static double Solve(Func<double, (double Lower, double Upper)> tails, Func<double, double> slope, double z, double start)
    {
        var root = MonotoneRoot.Find(
            r =>
            {
                if (r <= 0)
                    return (double.NegativeInfinity, 1);
                var score = Score(tails(r * r));
                return (z - score, 2 * r * slope(r * r) / StandardNormal.Density(score));
            },
            Math.Sqrt(start), 1);
        return root * root;
    }

    static double Score((double Lower, double Upper) tails) =>
        tails.Lower <= 0.5 ? StandardNormal.Quantile(tails.Lower) : -StandardNormal.Quantile(Math.Min(1, tails.Upper));
}
