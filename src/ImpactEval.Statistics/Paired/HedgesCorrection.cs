using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Paired;

/// <summary>Takes away the upward bias of standardised mean differences in small samples.</summary>
public static class HedgesCorrection
{
    /// <summary><c>J(m) = Γ(m/2) / (√(m/2) · Γ((m−1)/2))</c>, exact.</summary>
    /// <param name="degreesOfFreedom">m &gt; 1 of the standard deviation in the denominator; n − 1 for every paired form.</param>
    /// <returns>Between 0 and 1, near <c>1 − 3/(4m − 1)</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No more than one degree of freedom.</exception>
    /// <remarks>Hedges (1981), Distribution theory for Glass's estimator of effect size, Journal of Educational Statistics 6(2), 107–128, equation
    /// 6e.</remarks>
    public static double J(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 1))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Hedges' correction needs more than one degree of freedom.");
        // ln Γ(a) − ln Γ(a − ½) − ½ ln a with the large parts of Stirling's formula cancelled by hand.
        var a = degreesOfFreedom / 2;
        var remainder = StirlingRemainder.Of(a) - StirlingRemainder.Of(a - 0.5);
        return Math.Exp(-(a - 1) * Accurate.LogOnePlus(-0.5 / a) - 0.5 + remainder);
    }

    /// <summary>An effect size, its standard error and all its limits times J.</summary>
    /// <exception cref="NotEstimableException">Fewer than three pairs (J vanishes).</exception>
    public static Estimate Apply(Estimate effect, double degreesOfFreedom)
    {
        if (degreesOfFreedom <= 1)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var j = J(degreesOfFreedom);
        ConfidenceInterval Shrunk(ConfidenceInterval interval) => interval with { Lower = j * interval.Lower, Upper = j * interval.Upper };
        return effect with
        {
            Value = j * effect.Value,
            StandardError = j * effect.StandardError,
            Intervals = new NamedIntervals(Shrunk(effect.Intervals.Primary), [.. effect.Intervals.Others.Select(Shrunk)]),
        };
    }
}
