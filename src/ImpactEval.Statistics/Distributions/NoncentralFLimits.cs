namespace ImpactEval.Statistics.Distributions;

/// <summary>Exact confidence limits of the noncentrality parameter behind an observed F.</summary>
/// <param name="Lower">λ with P(F ≥ f; λ) = (1 − level)/2; 0 when even λ = 0 gives more.</param>
/// <param name="Upper">λ with P(F ≤ f; λ) = (1 − level)/2; 0 when even λ = 0 gives less.</param>
public sealed record NoncentralFLimits(double Lower, double Upper)
{
    /// <param name="f">Observed F, not negative.</param>
    /// <param name="df1">Degrees of freedom of the numerator.</param>
    /// <param name="df2">Degrees of freedom of the denominator.</param>
    /// <param name="level">Coverage of the two-sided interval; 90 % agrees with a test at 5 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">F negative or not finite, or degrees of freedom not positive.</exception>
    /// <remarks>Steiger (2004), Beyond the F test, Psychological Methods 9, 164–182.</remarks>
    public static NoncentralFLimits Of(double f, double df1, double df2, ConfidenceLevel level)
    {
        if (!(f >= 0 && double.IsFinite(f)))
            throw new ArgumentOutOfRangeException(nameof(f), f, "An F is finite and not negative.");
        var tail = (1 - level.Value) / 2;
        var central = NoncentralF.Tails(f, df1, df2, 0);
        double Solve(Func<double, (double Value, double Slope)> onLogScale) =>
            Math.Exp(MonotoneRoot.Find(log => onLogScale(Math.Exp(log)), Math.Log(Math.Max(0.1, f * df1)), 1));
        return new NoncentralFLimits(
            central.Upper >= tail ? 0 : Solve(noncentrality =>
            {
                var tails = NoncentralF.Tails(f, df1, df2, noncentrality);
                return (Math.Log(tails.Upper / tail), noncentrality * tails.Slope / tails.Upper);
            }),
            central.Lower <= tail ? 0 : Solve(noncentrality =>
            {
                var tails = NoncentralF.Tails(f, df1, df2, noncentrality);
                return (Math.Log(tail / tails.Lower), noncentrality * tails.Slope / tails.Lower);
            }));
    }
}
