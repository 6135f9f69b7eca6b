using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Repeated;

/// <summary>How much of what was learned is still there at the follow-up.</summary>
/// <param name="Ratio">Mean gain until the follow-up over mean gain until the end; 1 = all is kept, above 1 = learning went on. Primary: Fieller,
/// unbounded where the gain itself is uncertain; beside it the delta method.</param>
/// <param name="FiellerG"><c>t²·var(gain)/gain²</c>; from 1 on the ratio has no bounded interval and should not be shown without the decay.</param>
/// <param name="GainAtEnd">post − pre in points.</param>
/// <param name="GainAtFollowUp">follow-up − pre in points.</param>
/// <param name="Decay">follow-up − post in points; negative means something was lost.</param>
public sealed record Retention(Estimate Ratio, double FiellerG, Estimate GainAtEnd, Estimate GainAtFollowUp, Estimate Decay)
{
    public bool BoundedRatio => FiellerG < 1;

    /// <summary><c>R = (F̄ − P̄)/(Ē − P̄)</c> on means of the same people, t with n − 1 degrees of freedom.</summary>
    /// <param name="pre">Scores before the training, n ≥ 2.</param>
    /// <param name="post">Scores at its end, same people in the same order.</param>
    /// <param name="followUp">Scores later, same people in the same order.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people, no gain at all on average, or everybody gained the same.</exception>
    /// <remarks>Fieller (1954), Some problems in interval estimation, JRSS B 16, 175–185.</remarks>
    public static Retention Of(Sample pre, Sample post, Sample followUp, ConfidenceLevel level)
    {
        var (end, later, decay) = (MeanGain.Of(pre, post, level), MeanGain.Of(pre, followUp, level), MeanGain.Of(post, followUp, level));
        if (end.Value == 0)
            throw new NotEstimableException(NotEstimableReason.ZeroDenominator);
        var (ofEnd, ofLater) = (Square(end), Square(later));
        if (ofEnd == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        // var(later − end) = var(later) + var(end) − 2 cov.
        var covariance = (ofEnd + ofLater - Square(decay)) / 2;
        var ratio = later.Value / end.Value;
        var t = StudentT.TwoSided(level, pre.Size - 1);
        var g = t * t * ofEnd / (end.Value * end.Value);
        var spread = Math.Max(0, ofLater - 2 * ratio * covariance + ratio * ratio * ofEnd);
        var standardError = Math.Sqrt(spread) / Math.Abs(end.Value);

        var fieller = new ConfidenceInterval(IntervalMethod.Fieller, null, null, level.Value);
        if (g < 1)
        {
            var margin = t / Math.Abs(end.Value) * Math.Sqrt(Math.Max(0, spread - g * (ofLater - covariance * covariance / ofEnd)));
            var centre = ratio - g * covariance / ofEnd;
            fieller = fieller with { Lower = (centre - margin) / (1 - g), Upper = (centre + margin) / (1 - g) };
        }
        var intervals = NamedIntervals.Of(fieller).And(IntervalMethod.Delta, ratio - t * standardError, ratio + t * standardError, level);
        return new Retention(new Estimate(ratio, standardError, pre.Size - 1, pre.Size, intervals), g, end, later, decay);
    }

    static double Square(Estimate gain) => gain.StandardError!.Value * gain.StandardError.Value;
}
