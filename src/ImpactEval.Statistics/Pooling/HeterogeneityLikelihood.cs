namespace ImpactEval.Statistics.Pooling;

/// <summary>
/// Profile log-likelihood of τ², ordinary or restricted: <c>ℓ = −½[Σ ln(vᵢ + τ²) + yᵀPy (+ ln |XᵀWX|)]</c>, without its constants.
/// </summary>
/// <remarks>Harville (1977), Maximum likelihood approaches to variance component estimation, JASA 72, 320–338; Viechtbauer (2005).</remarks>
sealed class HeterogeneityLikelihood(WeightedFit fit, ReadOnlySpan<double> variances, bool restricted)
{
    const int MostSteps = 200, MostHalvings = 60;
    const double Precise = 1e-13;

    /// <summary>A Newton step of this share of the standard error leaves an error of the order of its square.</summary>
    const double Settled = 1e-9;

    /// <summary>Starting places as multiples of the residual mean square: the likelihood may have two hills.</summary>
    static readonly double[] Grid = [0, 1e-4, 1e-3, 1e-2, 0.03, 0.1, 0.3, 1, 3];

    readonly double[] within = variances.ToArray();
    readonly double[] marginalWeights = new double[variances.Length];
    readonly double[] ones = [.. Enumerable.Repeat(1.0, variances.Length)];

    /// <summary>The top of the highest hill, by Newton steps (Fisher's information where curvature is not negative) with halving.</summary>
    public BetweenStudyVariance Maximum()
    {
        var (between, height) = Start();
        At(between);
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, observed, expected) = Derivatives();
            if (between == 0 && slope <= 0)
                return new(0, StandardError(expected));
            var (next, nextHeight) = Climb(between, height, slope / (observed > 0 ? observed : expected));
            var moved = Math.Abs(next - between);
            (between, height) = (next, nextHeight);
            if (moved <= Math.Max(Precise * between, Settled * StandardError(expected)))
                return new(between, StandardError(Derivatives().Expected));
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }

    /// <summary>ℓ at this τ²; leaves the fit at its weights.</summary>
    public double At(double between)
    {
        var logarithms = 0.0;
        for (var i = 0; i < within.Length; i++)
        {
            var marginal = within[i] + between;
            marginalWeights[i] = 1 / marginal;
            logarithms += Math.Log(marginal);
        }
        fit.SetWeights(marginalWeights);
        return -0.5 * (logarithms + fit.ResidualSum + (restricted ? fit.LogDeterminant : 0));
    }

    (double Between, double Height) Start()
    {
        fit.SetWeights(ones);
        var unit = fit.ResidualSum / BetweenStudyVariance.FreedomOf(fit);
        var best = (Between: 0.0, Height: double.NegativeInfinity);
        foreach (var multiple in Grid)
        {
            var height = At(multiple * unit);
            if (height > best.Height)
                best = (multiple * unit, height);
        }
        return best;
    }

    (double Between, double Height) Climb(double from, double height, double step)
    {
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            var candidate = Math.Max(0, from + step);
            var reached = At(candidate);
            if (reached >= height - (Precise * (Math.Abs(height) + within.Length)))
                return (candidate, reached);
            step /= 2;
        }
        return (from, At(from));
    }

    /// <summary>Of ℓ in τ², where the fit was left.</summary>
    (double Slope, double Observed, double Expected) Derivatives()
    {
        var (second, third) = fit.ResidualPowers();
        var (trace, traceOfSquare) = restricted ? (fit.Trace(ones), fit.TraceOfSquare(ones)) : (Power(1), Power(2));
        return (0.5 * (second - trace), third - (0.5 * traceOfSquare), 0.5 * traceOfSquare);
    }

    double Power(int exponent)
    {
        var sum = 0.0;
        foreach (var weight in fit.Weights)
            sum += exponent == 1 ? weight : weight * weight;
        return sum;
    }

    static double StandardError(double information) => 1 / Math.Sqrt(information);
}
