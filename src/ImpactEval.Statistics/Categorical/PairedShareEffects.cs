using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Categorical;

/// <summary>How much the share that passes changed, in the forms in use.</summary>
public static class PairedShareEffects
{
    /// <summary>Odds of gaining against losing, <c>b/c</c>; exact limits from Clopper and Pearson's of b/(b + c), log-Wald ones beside.</summary>
    /// <param name="outcomes">b gained, c lost.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <returns>Above 1: more gained than lost. No upper limit when it is unbounded.</returns>
    /// <exception cref="NotEstimableException">Nobody lost (the odds are infinite) or nobody changed sides.</exception>
    /// <remarks>Breslow and Day (1980), Statistical methods in cancer research I, chapter 5; Fagerland, Lydersen and Laake (2014), Statistics in
    /// Medicine 33, 2850–2875.</remarks>
    public static Estimate OddsRatio(PairedOutcomes outcomes, ConfidenceLevel level)
    {
        double b = outcomes.Gained, c = outcomes.Lost;
        if (outcomes.Changed == 0)
            throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);
        if (outcomes.Lost == 0)
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
        var share = ShareEstimate.ClopperPearson(outcomes.Gained, outcomes.Changed, level).Intervals.Primary;
        var intervals = NamedIntervals.Of(IntervalMethod.ExactConditional, Odds(share.Lower!.Value), Odds(share.Upper!.Value), level);
        if (outcomes.Gained == 0)
            return new Estimate(0, null, null, outcomes.Size, intervals);
        var margin = StandardNormal.TwoSided(level) * Math.Sqrt(1 / b + 1 / c);
        return new Estimate(b / c, null, null, outcomes.Size,
            intervals.And(IntervalMethod.LogWald, Math.Exp(Math.Log(b / c) - margin), Math.Exp(Math.Log(b / c) + margin), level));
    }

    /// <summary>Share after − share before with Newcombe's square-and-add limits (his method 10).</summary>
    /// <param name="outcomes">n ≥ 1.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>−1 … 1; positive: more pass.</returns>
    /// <exception cref="NotEstimableException">Nobody.</exception>
    /// <remarks>Newcombe (1998), Improved confidence intervals for the difference between binomial proportions based on paired data, Statistics in
    /// Medicine 17, 2635–2650.</remarks>
    public static Estimate Difference(PairedOutcomes outcomes, ConfidenceLevel level)
    {
        var n = outcomes.Size;
        double passed2 = outcomes.PassedBoth + outcomes.Gained, passed1 = outcomes.PassedBoth + outcomes.Lost;
        var (after, before) = (ShareEstimate.Wilson(passed2, n, level).Intervals.Primary, ShareEstimate.Wilson(passed1, n, level).Intervals.Primary);
        var phi = Phi(outcomes);
        double p2 = passed2 / n, p1 = passed1 / n;
        var (down2, up2, down1, up1) = (p2 - after.Lower!.Value, after.Upper!.Value - p2, p1 - before.Lower!.Value, before.Upper!.Value - p1);
        var lower = p2 - p1 - Math.Sqrt(down2 * down2 - 2 * phi * down2 * up1 + up1 * up1);
        var upper = p2 - p1 + Math.Sqrt(up2 * up2 - 2 * phi * up2 * down1 + down1 * down1);
        var standardError = Math.Sqrt((outcomes.Changed - (passed2 - passed1) * (passed2 - passed1) / n) / n / n);
        return new Estimate(p2 - p1, standardError, null, n, NamedIntervals.Of(IntervalMethod.Newcombe, lower, upper, level));
    }

    /// <summary>Cohen's g: <c>b/(b + c) − ½</c>.</summary>
    /// <exception cref="NotEstimableException">Nobody changed sides.</exception>
    /// <remarks>Cohen (1988), Statistical power analysis for the behavioral sciences, 2nd ed., chapter 5.</remarks>
    public static double CohensG(PairedOutcomes outcomes) => outcomes.Changed > 0
        ? (double)outcomes.Gained / outcomes.Changed - 0.5
        : throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);

    /// <summary>Cohen's h: <c>2·arcsin √p₂ − 2·arcsin √p₁</c>.</summary>
    /// <param name="after">Share 0–1.</param>
    /// <param name="before">Share 0–1.</param>
    /// <remarks>Cohen (1988), chapter 6.</remarks>
    public static double CohensH(double after, double before)
    {
        Probability.Require(after, nameof(after));
        Probability.Require(before, nameof(before));
        return 2 * Math.Asin(Math.Sqrt(after)) - 2 * Math.Asin(Math.Sqrt(before));
    }

    static double? Odds(double share) => share < 1 ? share / (1 - share) : null;

    /// <summary>Correlation of both outcomes, made smaller by one half when positive, as Newcombe's method 10 has it; 0 when one does not
    /// vary.</summary>
    static double Phi(PairedOutcomes outcomes)
    {
        double a = outcomes.PassedBoth, b = outcomes.Gained, c = outcomes.Lost, d = outcomes.FailedBoth;
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0)
            return 0;
        var cross = a * d - b * c;
        var half = outcomes.Size / 2.0;
        return (cross > half ? cross - half : Math.Min(cross, 0)) / Math.Sqrt(margins);
    }
}
