using System.Runtime.InteropServices;
using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Paired;

/// <summary>All that the effect sizes of a paired change are functions of, in score points (variances: squared).</summary>
/// <param name="Size">Pairs.</param>
/// <param name="VarianceOfGain">Of post − pre; kept instead of the covariance, so that it stays exact when the waves correlate highly.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PairedSummary(int Size, double MeanPre, double MeanPost, double VariancePre, double VariancePost, double VarianceOfGain)
{
    /// <summary>Gains that differ by less than this share of the largest score do so by the rounding of decimals only.</summary>
    const double RoundingShare = 8 * 2.220446049250313e-16;

    public double MeanGain => MeanPost - MeanPre;
    public double SdPre => Math.Sqrt(VariancePre);
    public double SdPost => Math.Sqrt(VariancePost);
    public double SdOfGain => Math.Sqrt(VarianceOfGain);
    public double StandardErrorOfGain => Math.Sqrt(VarianceOfGain / Size);
    public int DegreesOfFreedom => Size - 1;

    /// <summary>Pearson's r of pre and post; NaN when one wave does not vary.</summary>
    public double Correlation => Math.Clamp((VariancePre + VariancePost - VarianceOfGain) / (2 * SdPre * SdPost), -1, 1);

    /// <summary>t of the mean gain.</summary>
    public double T => MeanGain / StandardErrorOfGain;

    /// <param name="pre">Scores before, one per participant; n ≥ 2.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs.</exception>
    public static PairedSummary Of(Sample pre, Sample post)
    {
        Gains.RequireEqualSizes(pre, post);
        var n = pre.Size;
        if (n < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var summary = PairedSums.Of(pre.Values, post.Values).Summary(n);
        return summary.IsRoundingOnly(pre, post) ? summary with { VarianceOfGain = 0 } : summary;
    }

    /// <exception cref="NotEstimableException">Everybody gained the same.</exception>
    public PairedSummary RequireVaryingGains() => VarianceOfGain > 0 ? this : throw new NotEstimableException(NotEstimableReason.NoVariation);

    /// <exception cref="NotEstimableException">Everybody gained the same, or a wave does not vary.</exception>
    public PairedSummary RequireVaryingScores() =>
        VariancePre > 0 && VariancePost > 0 ? RequireVaryingGains() : throw new NotEstimableException(NotEstimableReason.NoVariation);

    /// <summary>Whether the gains differ by the rounding of decimals only. The root mean square, which costs no look at the scores, settles it
    /// nearly always: the largest score is at most √n of it.</summary>
    bool IsRoundingOnly(Sample pre, Sample post)
    {
        var meanSquares = Math.Max(MeanPre * MeanPre + VariancePre, MeanPost * MeanPost + VariancePost);
        if (VarianceOfGain > RoundingShare * RoundingShare * Size * meanSquares)
            return false;
        var rounding = RoundingShare * Math.Max(Largest(pre.Values), Largest(post.Values));
        return VarianceOfGain <= rounding * rounding;
    }

    static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
